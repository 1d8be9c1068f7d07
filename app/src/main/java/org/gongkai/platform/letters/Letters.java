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

    /** An official paper in the layout of GB/T 9704, with the pictures of its body. */
    public Letter officialPaper(OfficialPaper paper, PaperImages images) {
        return new Letter(
                PaperDocument.of(paper, images), PdfPress.print(PaperPage.of(paper, images)));
    }

    /** The same paper in large print (大字版), as PDF: 《政府信息公开条例》 art. 43. */
    public byte[] largePrint(OfficialPaper paper, PaperImages images) {
        var page = PaperPage.of(paper, images);
        PageDescription.dress(page, "large.css");
        return PdfPress.print(page);
    }

    /** The envelope or label of a letter, as PDF. */
    public byte[] cover(AddressedCover cover, AddressedCover.Form form) {
        return PdfPress.print(cover.page(form));
    }
}
