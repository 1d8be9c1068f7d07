package org.gongkai.platform.letters;

import static org.gongkai.platform.letters.Words.word;

import java.awt.Dimension;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.gongkai.platform.letters.OfficeDocument.Face;

/** The foot of each page of a form (页脚): QR code, hash in groups, page number. */
final class SheetFooter {

    private static final double SMALL = 9;
    private static final int CODE = 79; // points: 28 mm
    private static final int[] WIDTHS = {1588, 5726, 1530};

    private final OfficeDocument paper;

    SheetFooter(OfficeDocument paper) {
        this.paper = paper;
    }

    void write(ContentMark mark) {
        var footer = paper.document().createFooter(HeaderFooterType.DEFAULT);
        var table = footer.createTable(1, WIDTHS.length);
        table.removeBorders();
        table.setWidth("8844");
        var row = table.getRow(0);
        for (int i = 0; i < WIDTHS.length; i++) {
            row.getCell(i).setWidth(Integer.toString(WIDTHS[i]));
            row.getCell(i).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        }
        code(first(row.getCell(0)), mark);
        paper.run(first(row.getCell(1)), mark.inGroups(), Face.HEI, SMALL);
        paper.run(
                row.getCell(1).addParagraph(),
                word("letters.review-form.hash-note"),
                Face.FANGSONG,
                SMALL);
        var pages = first(row.getCell(2));
        pages.setAlignment(ParagraphAlignment.RIGHT);
        pageNumber(pages);
        closing(footer);
    }

    private void code(XWPFParagraph into, ContentMark mark) {
        var alternative = word("letters.review-form.qr", mark.documentId(), mark.sha256());
        var code = QrCode.png(mark.text());
        paper.picture(into, code, PictureType.PNG, alternative, new Dimension(CODE, CODE));
    }

    private void pageNumber(XWPFParagraph into) {
        var parts = word("letters.review-form.page", "\0", "\0").split("\0", -1);
        paper.run(into, parts[0], Face.FANGSONG, SMALL);
        Fields.add(paper, into, "PAGE", Face.FANGSONG, SMALL);
        paper.run(into, parts[1], Face.FANGSONG, SMALL);
        Fields.add(paper, into, "NUMPAGES", Face.FANGSONG, SMALL);
        paper.run(into, parts[2], Face.FANGSONG, SMALL);
    }

    /** A table must not end a footer; the line after it takes no room. */
    private void closing(XWPFFooter footer) {
        var last = footer.createParagraph();
        paper.exactLine(last, 1);
    }

    private static XWPFParagraph first(XWPFTableCell cell) {
        return cell.getParagraphArray(0);
    }
}
