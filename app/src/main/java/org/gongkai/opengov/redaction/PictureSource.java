package org.gongkai.opengov.redaction;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/** A PNG or JPEG to be disclosed in part: one page, upright as readers see it. */
final class PictureSource implements SourceFile {
    private static final double POINTS_A_PIXEL = 0.48;

    private final BufferedImage image;

    PictureSource(Path file, MediaKind kind) throws IOException {
        var turn = kind == MediaKind.JPEG ? PictureTurn.of(file) : PictureTurn.NONE;
        this.image = turn.upright(decoded(file));
    }

    private static BufferedImage decoded(Path file) throws IOException {
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw Refusal.of(RefusalKind.UNSUPPORTED, "redaction.refused.picture-kind");
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw Refusal.of(RefusalKind.TOO_LARGE, "redaction.refused.picture-too-large");
                }
                return onWhite(reader.read(0));
            } catch (IIOException unreadable) {
                var refusal = Refusal.of(RefusalKind.UNSUPPORTED, "redaction.refused.picture-kind");
                refusal.initCause(unreadable);
                throw refusal;
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var plain =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = plain.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return plain;
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public PageReading read(int number) {
        return PageReading.picture(
                number, image.getWidth() * POINTS_A_PIXEL, image.getHeight() * POINTS_A_PIXEL);
    }

    /** In its own pixels where they are not more than asked for. */
    @Override
    public BufferedImage picture(int number, double dotsPerInch) {
        var scale = dotsPerInch / (72 / POINTS_A_PIXEL);
        if (scale >= 1) {
            return image;
        }
        int width = (int) Math.max(1, image.getWidth() * scale);
        int height = (int) Math.max(1, image.getHeight() * scale);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION,
                java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(
                image,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()),
                null);
        pen.dispose();
        return small;
    }

    @Override
    public void close() {}
}
