package org.gongkai.platform.letters;

import org.springframework.stereotype.Component;

/** The printing room (文印室): makes the papers of the agency, each as .docx and as PDF. */
@Component
public class Letters {

    /** The filled review form (审核表). */
    public Letter reviewForm(ReviewForm form) {
        var sheet = ReviewFormSheet.of(form);
        return new Letter(SheetDocument.of(sheet), PdfPress.print(SheetPage.of(sheet)));
    }
}
