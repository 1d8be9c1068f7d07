package org.gongkai.opengov.redaction;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** The picture of a page (页面图像): what is seen of it, painted over where it was marked. */
final class PagePicture {
    /** What is painted over is black, as on paper. */
    static final Color PAINT = Color.BLACK;

    private static final int GREY_ENOUGH = 8;
    private static final int UNIFORM = 3;
    private static final double THIN = 0.25;
    private static final int LARGE = 600_000;
    private static final float QUALITY = 0.82f;

    private final BufferedImage image;
    private final int[] pixels;
    private final double across;
    private final double down;

    /**
     * Of a page of this size in points.
     *
     * @param image any picture; it is copied
     */
    PagePicture(BufferedImage image, double width, double height) {
        this.image =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = this.image.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        this.pixels = ((DataBufferInt) this.image.getRaster().getDataBuffer()).getData();
        this.across = image.getWidth() / width;
        this.down = image.getHeight() / height;
    }

    BufferedImage image() {
        return image;
    }

    /** Whether something can be seen where the sign stands; asked before anything is painted. */
    boolean shows(Glyph glyph) {
        if (glyph.isBlank()) {
            return true;
        }
        var box = glyph.box();
        var thin = Math.min(box.width(), box.height()) < THIN * glyph.size();
        return !isUniform(thin ? box.grown(0.2 * glyph.size()) : box);
    }

    private boolean isUniform(Box box) {
        var least = new int[] {255, 255, 255};
        var most = new int[3];
        var seen = false;
        for (var y = rowAt(box.top()); y < rowBehind(box.bottom()); y++) {
            for (var x = columnAt(box.left()); x < columnBehind(box.right()); x++) {
                seen = true;
                var colour = pixels[y * image.getWidth() + x];
                for (var part = 0; part < 3; part++) {
                    var value = colour >> (8 * part) & 0xFF;
                    least[part] = Math.min(least[part], value);
                    most[part] = Math.max(most[part], value);
                }
            }
        }
        return !seen
                || most[0] - least[0] <= UNIFORM
                        && most[1] - least[1] <= UNIFORM
                        && most[2] - least[2] <= UNIFORM;
    }

    /** Paints the places over, out to whole pixels, with the number of the mark on each. */
    void paint(PagePlan plan) {
        for (var cut : plan.cuts()) {
            var box = cut.box();
            for (var y = rowAt(box.top()); y < rowBehind(box.bottom()); y++) {
                for (var x = columnAt(box.left()); x < columnBehind(box.right()); x++) {
                    pixels[y * image.getWidth() + x] = PAINT.getRGB();
                }
            }
        }
        PaintLabel.of(plan, image).forEach(it -> it.paint(pixels, image.getWidth()));
    }

    private int columnAt(double x) {
        return Math.clamp((int) Math.floor(x * across), 0, image.getWidth());
    }

    private int columnBehind(double x) {
        return Math.clamp((int) Math.ceil(x * across), 0, image.getWidth());
    }

    private int rowAt(double y) {
        return Math.clamp((int) Math.floor(y * down), 0, image.getHeight());
    }

    private int rowBehind(double y) {
        return Math.clamp((int) Math.ceil(y * down), 0, image.getHeight());
    }

    /** As part of a document: grey where there is no colour, exact unless that takes too much. */
    PDImageXObject encoded(PDDocument document) throws IOException {
        var slim = isGrey() ? grey() : image;
        var exact = LosslessFactory.createFromImage(document, slim);
        if (exact.getCOSObject().getLength() <= LARGE) {
            return exact;
        }
        var close = JPEGFactory.createFromImage(document, slim, QUALITY);
        exact.getCOSObject().close();
        return close;
    }

    private boolean isGrey() {
        for (var colour : pixels) {
            int red = colour >> 16 & 0xFF;
            int green = colour >> 8 & 0xFF;
            int blue = colour & 0xFF;
            if (Math.abs(red - green) > GREY_ENOUGH || Math.abs(green - blue) > GREY_ENOUGH) {
                return false;
            }
        }
        return true;
    }

    private BufferedImage grey() {
        var grey =
                new BufferedImage(
                        image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var raster = grey.getRaster();
        var row = new int[image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < row.length; x++) {
                row[x] = pixels[y * row.length + x] >> 8 & 0xFF;
            }
            raster.setSamples(0, y, row.length, 1, 0, row);
        }
        return grey;
    }
}
