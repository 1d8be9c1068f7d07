package org.gongkai.platform.letters;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** What tests ask of a .docx. */
final class Docx implements AutoCloseable {

    static final XWPFRun.FontCharRange EAST_ASIA = XWPFRun.FontCharRange.eastAsia;

    private final XWPFDocument document;

    Docx(byte[] bytes) {
        try {
            document = new XWPFDocument(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XWPFDocument document() {
        return document;
    }

    /** Paragraphs as lines, table rows as cells between bars, the footer at the end. */
    String text() {
        var body = document.getBodyElements().stream().map(Docx::text).collect(joining("\n"));
        var foot =
                document.getFooterList().stream()
                        .flatMap(it -> it.getBodyElements().stream())
                        .map(Docx::text)
                        .collect(joining("\n"));
        return body + "\n----\n" + foot + "\n";
    }

    /** The faces that the text names. */
    Set<String> faces() {
        var faces = new HashSet<String>();
        Consumer<XWPFParagraph> look =
                it -> it.getRuns().forEach(run -> faces.add(run.getFontFamily(EAST_ASIA)));
        document.getParagraphs().forEach(look);
        document.getTables().stream()
                .flatMap(it -> it.getRows().stream())
                .flatMap(it -> it.getTableCells().stream())
                .flatMap(it -> it.getParagraphs().stream())
                .forEach(look);
        return faces;
    }

    private static String text(IBodyElement element) {
        return switch (element) {
            case XWPFParagraph paragraph -> paragraph.getText();
            case XWPFTable table -> table.getRows().stream().map(Docx::row).collect(joining("\n"));
            default -> element.getElementType().name();
        };
    }

    private static String row(XWPFTableRow row) {
        return row.getTableCells().stream()
                .map(
                        it ->
                                it.getParagraphs().stream()
                                        .map(XWPFParagraph::getText)
                                        .collect(joining(" / ")))
                .collect(joining(" | ", "| ", " |"));
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
