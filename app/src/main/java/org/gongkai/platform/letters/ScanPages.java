package org.gongkai.platform.letters;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/** The pages of a scan as images (扫描页), within limits of count and size. */
sealed interface ScanPages extends Closeable {

    /** More pages than any form has. */
    int MOST_PAGES = 20;

    /** An A3 page at 400 dpi has 31 million. */
    long MOST_PIXELS = 40_000_000;

    int count();

    BufferedImage page(int index) throws IOException;

    /** Opens a scan by what it is, whatever its name says. */
    static ScanPages open(Path scan) throws IOException {
        byte[] head;
        try (var stream = Files.newInputStream(scan)) {
            head = stream.readNBytes(5);
        }
        boolean isPdf = new String(head, StandardCharsets.ISO_8859_1).equals("%PDF-");
        return isPdf ? new Pdf(Loader.loadPDF(scan.toFile())) : new Picture(scan);
    }

    private static void refuseBeyond(boolean tooMuch) {
        if (tooMuch) {
            throw Refusal.of(RefusalKind.TOO_LARGE, "letters.scan.too-large", MOST_PAGES);
        }
    }

    /** A PDF, each page drawn in grey at 200 dots an inch. */
    final class Pdf implements ScanPages {
        private static final float DOTS = 200;
        private static final float POINTS = 72;

        private final PDDocument document;
        private final PDFRenderer renderer;

        Pdf(PDDocument document) {
            this.document = document;
            this.renderer = new PDFRenderer(document);
        }

        @Override
        public int count() {
            refuseBeyond(document.getNumberOfPages() > MOST_PAGES);
            return document.getNumberOfPages();
        }

        @Override
        public BufferedImage page(int index) throws IOException {
            var box = document.getPage(index).getCropBox();
            double pixels = (box.getWidth() * DOTS / POINTS) * (box.getHeight() * DOTS / POINTS);
            refuseBeyond(pixels > MOST_PIXELS);
            return renderer.renderImageWithDPI(index, DOTS, ImageType.GRAY);
        }

        @Override
        public void close() throws IOException {
            document.close();
        }
    }

    /** One PNG or JPEG. */
    final class Picture implements ScanPages {
        private final Path file;

        Picture(Path file) {
            this.file = file;
        }

        @Override
        public int count() {
            return 1;
        }

        @Override
        public BufferedImage page(int index) throws IOException {
            try (var stream = new FileImageInputStream(file.toFile())) {
                var readers = ImageIO.getImageReaders(stream);
                if (!readers.hasNext()) {
                    throw Refusal.of(RefusalKind.UNSUPPORTED, "letters.scan.unsupported");
                }
                var reader = readers.next();
                try {
                    reader.setInput(stream);
                    refuseBeyond((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS);
                    return reader.read(0);
                } finally {
                    reader.dispose();
                }
            }
        }

        @Override
        public void close() {}
    }
}
