package org.gongkai.platform.letters;

import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.gongkai.platform.letters.OfficeDocument.Face;

/**
 * Page numbers (页码) after GB/T 9704—2012, 7.5: between dashes, odd pages right, even pages left.
 */
final class PageNumbers {

    private static final double SIZE = 14;
    private static final int ONE_CHARACTER = 280;

    private PageNumbers() {}

    static void write(OfficeDocument paper) {
        paper.document().setEvenAndOddHeadings(true);
        write(paper, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        write(paper, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
    }

    private static void write(
            OfficeDocument paper, HeaderFooterType pages, ParagraphAlignment alignment) {
        var line = paper.document().createFooter(pages).createParagraph();
        line.setAlignment(alignment);
        if (alignment == ParagraphAlignment.RIGHT) {
            line.setIndentationRight(ONE_CHARACTER);
        } else {
            line.setIndentationLeft(ONE_CHARACTER);
        }
        paper.run(line, "— ", Face.SONG, SIZE);
        Fields.add(paper, line, "PAGE", Face.SONG, SIZE);
        paper.run(line, " —", Face.SONG, SIZE);
    }
}
