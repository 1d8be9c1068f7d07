package org.gongkai.opengov.redaction;

import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/**
 * What lies on a page and belongs to the paper (版面组成): filled fields, signatures and stamps do;
 * comments, highlights and links of those who worked with the file do not.
 */
final class PaperParts {
    private PaperParts() {}

    static boolean belongs(PDAnnotation annotation) {
        return annotation instanceof PDAnnotationWidget
                || annotation instanceof PDAnnotationRubberStamp;
    }

    static boolean isShown(PDAnnotation annotation) {
        return !annotation.isHidden() && !annotation.isNoView();
    }

    static boolean isComment(PDAnnotation annotation) {
        return !belongs(annotation)
                && !(annotation instanceof PDAnnotationLink)
                && !(annotation instanceof PDAnnotationPopup);
    }
}
