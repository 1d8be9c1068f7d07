package org.gongkai.platform.letters;

import static org.gongkai.platform.letters.Words.word;

import java.util.ArrayList;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.gongkai.platform.letters.OfficeDocument.Face;
import org.jspecify.annotations.Nullable;

/** An official paper as .docx (公文文档), in the office faces and on the line grid of GB/T 9704. */
final class PaperDocument {

    static final double TEXT = 16;
    static final double LINE = 28.95;
    private static final double TITLE = 22;
    private static final double IMPRINT = 14;
    private static final int LONGEST_MARK = 42;
    private static final double MARK_WIDTH = 430;
    private static final int MILLIMETRE = 57; // twentieths of a point

    private final OfficialPaper content;
    private final OfficeDocument paper = new OfficeDocument(Margins.OFFICIAL_PAPER);
    private final PaperBlocks blocks;

    /** Whether what is written now stays on one page with what follows. */
    private boolean kept;

    private PaperDocument(OfficialPaper content, PaperImages images) {
        this.content = content;
        this.blocks = new PaperBlocks(paper, images);
    }

    static byte[] of(OfficialPaper content, PaperImages images) {
        return new PaperDocument(content, images).write();
    }

    private byte[] write() {
        paper.describe(content.head().title(), subject());
        paper.lineGrid();
        if (content.head().isLetter()) {
            letterHead();
        } else {
            head();
        }
        blocks.write(PaperBody.of(content.bodyHtml()));
        keepWithNext();
        attachments();
        ending();
        PageNumbers.write(paper);
        return paper.toBytes();
    }

    private String subject() {
        var number = content.head().documentNumber();
        return number == null ? content.head().title() : number;
    }

    private void head() {
        var head = content.head();
        var mark = head.issuerMark();
        if (mark != null) {
            mark(mark);
        }
        if (head.documentNumber() != null) {
            blank(mark == null ? 0 : 2);
            var number = line(ParagraphAlignment.CENTER, head.documentNumber(), Face.FANGSONG);
            if (mark != null) {
                paper.rule(number, 4);
            }
            blank(2);
        }
        title();
    }

    /** 信函格式, clause 10.1: what is red stands in head and foot of the first page. */
    private void letterHead() {
        var head = content.head();
        paper.letter(String.valueOf(head.issuerMark()), LONGEST_MARK);
        if (head.documentNumber() != null) {
            line(ParagraphAlignment.RIGHT, head.documentNumber(), Face.FANGSONG);
        }
        blank(2);
        title();
    }

    private void title() {
        var head = content.head();
        var title = paper.paragraph(ParagraphAlignment.CENTER);
        paper.exactLine(title, 34);
        title.getCTPPr().addNewOutlineLvl().setVal(java.math.BigInteger.ZERO);
        paper.run(title, head.title(), Face.BIAOSONG, TITLE);
        blank(1);
        if (head.addressee() != null) {
            line(ParagraphAlignment.LEFT, head.addressee() + "：", Face.FANGSONG);
        }
    }

    /** The seal stands on a page with words of the body: the last ones go with it. */
    private void keepWithNext() {
        if (content.ending().signatory() != null
                && paper.document().getBodyElements().getLast() instanceof XWPFParagraph last) {
            last.setKeepNext(true);
            kept = true;
        }
    }

    private void mark(String text) {
        var mark = paper.paragraph(ParagraphAlignment.CENTER);
        mark.setSpacingBefore(35 * MILLIMETRE);
        double size = Math.min(LONGEST_MARK, Math.floor(MARK_WIDTH / text.length()));
        paper.run(mark, text, Face.BIAOSONG, size).setColor("FF0000");
    }

    private void attachments() {
        var names = content.attachments();
        if (names.isEmpty()) {
            return;
        }
        blank(1);
        for (int i = 0; i < names.size(); i++) {
            var text = names.size() == 1 ? names.get(i) : (i + 1) + ". " + names.get(i);
            var first = i == 0 ? word("letters.paper.attachments") : "";
            var line = line(ParagraphAlignment.LEFT, first + text, Face.FANGSONG);
            line.setIndentationLeft(characters(5));
            if (i == 0) {
                line.setIndentationHanging(characters(3));
            }
        }
    }

    private void ending() {
        var ending = content.ending();
        var signed = new ArrayList<@Nullable String>();
        signed.add(ending.signatory());
        signed.add(ending.writtenOn() == null ? null : ReviewFormSheet.day(ending.writtenOn()));
        if (ending.signatory() != null || ending.writtenOn() != null) {
            blank(2);
        }
        for (var text : signed) {
            if (text != null) {
                kept = kept && ending.writtenOn() != null && text.equals(ending.signatory());
                var line = line(ParagraphAlignment.CENTER, text, Face.FANGSONG);
                line.setIndentationLeft(characters(13));
            }
        }
        if (ending.note() != null) {
            blank(1);
            line(ParagraphAlignment.LEFT, "（" + ending.note() + "）", Face.FANGSONG)
                    .setIndentationFirstLine(characters(2));
        }
        if (ending.imprint() != null) {
            imprint(ending.imprint());
        }
    }

    private void imprint(OfficialPaper.Imprint imprint) {
        blank(2);
        var lines = new ArrayList<String>();
        if (!imprint.copiesTo().isEmpty()) {
            lines.add(word("letters.paper.copies", String.join("，", imprint.copiesTo())));
        }
        var printed = word("letters.paper.printed-on", ReviewFormSheet.day(imprint.printedOn()));
        lines.add(imprint.printedBy() + "\t" + printed);
        for (int i = 0; i < lines.size(); i++) {
            var line = paper.paragraph(ParagraphAlignment.LEFT);
            paper.exactLine(line, 24);
            paper.imprintRules(line, i == 0, i == lines.size() - 1);
            line.setIndentationLeft((int) (IMPRINT * 20));
            line.setIndentationRight((int) (IMPRINT * 20));
            paper.rightTab(line);
            paper.run(line, lines.get(i), Face.FANGSONG, IMPRINT);
        }
    }

    private void blank(int lines) {
        for (int i = 0; i < lines; i++) {
            line(ParagraphAlignment.LEFT, "", Face.FANGSONG);
        }
    }

    private XWPFParagraph line(ParagraphAlignment alignment, String text, Face face) {
        var line = paper.paragraph(alignment);
        paper.exactLine(line, LINE);
        paper.run(line, text, face, TEXT);
        if (kept) {
            line.setKeepNext(true);
        }
        return line;
    }

    static int characters(int count) {
        return (int) (count * TEXT * 20);
    }
}
