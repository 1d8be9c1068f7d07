package org.gongkai.platform.files.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.platform.files.PdfFiles;

/**
 * PDF files (PDF文件): the words page by page in paragraphs. Tables become lines; a page that is a
 * picture has no words, and the page says so.
 */
final class PdfPages {
    static final int MOST_PAGES = 300;

    /** Fewer signs than this in the whole file are a stamp or a page number, not a text. */
    private static final int ENOUGH_SIGNS = 10;

    private static final String PARAGRAPH = "\u2029";

    private PdfPages() {}

    static void read(Path file, Gathered pages) throws IOException {
        try (var document = PdfFiles.open(file)) {
            var stripper = stripper();
            var all = document.getNumberOfPages();
            var texts = new String[Math.min(all, MOST_PAGES)];
            for (var number = 1; number <= texts.length; number++) {
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                texts[number - 1] = html(stripper.getText(document));
                if (Thread.currentThread().isInterrupted()) {
                    throw new IOException("stopped");
                }
            }
            if (signs(texts) < ENOUGH_SIGNS) {
                return;
            }
            for (var number = 1; number <= texts.length && pages.hasRoom(); number++) {
                pages.add("", number, number, all, texts[number - 1]);
            }
            if (texts.length < all || !pages.hasRoom()) {
                pages.shorten();
            }
        }
    }

    private static PDFTextStripper stripper() {
        var stripper = new PDFTextStripper();
        stripper.setLineSeparator("\n");
        stripper.setParagraphStart(PARAGRAPH);
        stripper.setPageEnd("");
        stripper.setSuppressDuplicateOverlappingText(true);
        return stripper;
    }

    private static String html(String text) {
        var html = new StringBuilder();
        for (var paragraph : PrintedLines.paragraphs(text, PARAGRAPH)) {
            html.append(Markup.paragraph(paragraph));
        }
        return html.toString();
    }

    private static long signs(String[] texts) {
        return Arrays.stream(texts)
                .flatMapToInt(it -> it.replaceAll("</?p>", "").chars())
                .filter(it -> !Character.isWhitespace(it))
                .count();
    }
}
