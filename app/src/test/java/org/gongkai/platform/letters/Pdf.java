package org.gongkai.platform.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** What tests ask of a PDF. */
final class Pdf implements AutoCloseable {

    private final PDDocument document;

    Pdf(byte[] bytes) {
        try {
            document = Loader.loadPDF(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PDDocument document() {
        return document;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** The text line by line as the eye reads it. */
    String text() {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return strip(stripper);
    }

    /** All signs, without spaces and line ends. */
    String signs() {
        return text().replaceAll("\\s", "").replace("\u3000", "");
    }

    /** The signs that stand outside this box, in millimetres from the upper left corner. */
    List<String> outside(double left, double top, double right, double bottom) {
        var found = new ArrayList<String>();
        strip(
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition sign) {
                        double x = sign.getXDirAdj() / 72 * 25.4;
                        double end = (sign.getXDirAdj() + sign.getWidthDirAdj()) / 72 * 25.4;
                        double y = sign.getYDirAdj() / 72 * 25.4;
                        if (x < left || end > right || y < top || y > bottom) {
                            found.add("%s (%.1f, %.1f)".formatted(sign.getUnicode(), end, y));
                        }
                    }
                });
        return found;
    }

    /** The names of the faces used, with whether each is embedded. */
    Set<String> faces() {
        var faces = new HashSet<String>();
        try {
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    var plain = font.getName().replaceFirst("^[A-Z]{6}\\+", "");
                    faces.add(plain + (font.isEmbedded() ? "" : " (not embedded)"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faces;
    }

    /** The kinds of tags in reading order, each once for each element. */
    List<String> tags() {
        var tags = new ArrayList<String>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), tags);
        return tags;
    }

    private static void collect(PDStructureNode node, List<String> into) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                into.add(element.getStructureType());
                collect(element, into);
            }
        }
    }

    private String strip(PDFTextStripper stripper) {
        try {
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
