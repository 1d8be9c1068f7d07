package org.gongkai.opengov.redaction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gongkai.platform.files.PdfFiles;
import org.gongkai.platform.letters.ShippedFaces;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/** A PDF to be disclosed in part. */
final class PdfSource implements SourceFile {
    private static final double POINTS = 72;

    static {
        ShippedFaces.install();
    }

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final Layers layers;
    private final GlyphInk ink = new GlyphInk();

    PdfSource(Path file) throws IOException {
        this.document = PdfFiles.open(file);
        if (document.getNumberOfPages() < 1 || document.getNumberOfPages() > MOST_PAGES) {
            document.close();
            throw Refusal.of(RefusalKind.TOO_LARGE, "redaction.refused.too-many-pages", MOST_PAGES);
        }
        // Fields that are filled in but not drawn are drawn when the form is first asked for.
        document.getDocumentCatalog().getAcroForm();
        this.renderer = new PDFRenderer(document);
        renderer.setAnnotationsFilter(PaperParts::belongs);
        this.layers = new Layers(document);
    }

    @Override
    public int pages() {
        return document.getNumberOfPages();
    }

    @Override
    public PageReading read(int number) throws IOException {
        return new GlyphReader(document.getPage(number - 1), layers, ink).read(number);
    }

    @Override
    public BufferedImage picture(int number, double dotsPerInch) throws IOException {
        var page = document.getPage(number - 1);
        var sheet = Sheet.of(page);
        var inches = sheet.width() / POINTS * sheet.height() / POINTS;
        var finest = Math.min(dotsPerInch, Math.sqrt(MOST_PIXELS / inches));
        return renderer.renderImage(
                number - 1, (float) (finest / POINTS * page.getUserUnit()), ImageType.RGB);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
