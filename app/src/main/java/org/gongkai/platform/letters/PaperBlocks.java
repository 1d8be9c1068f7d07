package org.gongkai.platform.letters;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.gongkai.platform.letters.OfficeDocument.Face;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes the blocks of a body into a .docx (正文段落): headings, paragraphs, lists, tables, pictures.
 */
final class PaperBlocks {

    private final OfficeDocument paper;
    private final PaperRuns runs;

    PaperBlocks(OfficeDocument paper, PaperImages images) {
        this.paper = paper;
        this.runs = new PaperRuns(paper, images);
    }

    void write(Element parent) {
        for (Node node : parent.childNodes()) {
            if (node instanceof Element element) {
                block(element);
            } else if (node instanceof TextNode text && !text.isBlank()) {
                runs.write(text, textParagraph(), Face.FANGSONG, PaperDocument.TEXT);
            }
        }
    }

    private void block(Element element) {
        switch (element.tagName()) {
            case "h2" -> heading(element, Face.HEI, 1);
            case "h3" -> heading(element, Face.KAI, 2);
            case "h4" -> heading(element, Face.FANGSONG, 3);
            case "h5" -> heading(element, Face.FANGSONG, 4);
            case "ul", "ol" -> list(element);
            case "table" -> new PaperTable(paper, runs).write(element);
            case "blockquote" -> write(element);
            case "img" -> picture(element);
            default -> paragraph(element);
        }
    }

    private void paragraph(Element element) {
        if (element.hasText()) {
            runs.writeChildren(element, textParagraph(), Face.FANGSONG, PaperDocument.TEXT);
        } else {
            element.select("img").forEach(this::picture);
        }
    }

    private void picture(Element image) {
        var line = paper.paragraph(ParagraphAlignment.CENTER);
        runs.write(image, line, Face.FANGSONG, PaperDocument.TEXT);
    }

    private void heading(Element element, Face face, int level) {
        var line = textParagraph();
        if (element.hasClass("chapter")) {
            line.setAlignment(ParagraphAlignment.CENTER);
            line.setIndentationFirstLine(0);
        }
        line.setKeepNext(true);
        line.getCTPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        runs.writeChildren(element, line, face, PaperDocument.TEXT);
    }

    /** Numbers are written out: the same text in every program that opens the file. */
    private void list(Element list) {
        int number = 1;
        for (var item : list.select("> li")) {
            var line = textParagraph();
            var sign = list.tagName().equals("ol") ? number + ". " : "• ";
            paper.run(line, sign, Face.FANGSONG, PaperDocument.TEXT);
            runs.writeChildren(item, line, Face.FANGSONG, PaperDocument.TEXT);
            number++;
        }
    }

    private XWPFParagraph textParagraph() {
        var line = paper.paragraph(ParagraphAlignment.BOTH);
        paper.exactLine(line, PaperDocument.LINE);
        line.setIndentationFirstLine(PaperDocument.characters(2));
        return line;
    }
}
