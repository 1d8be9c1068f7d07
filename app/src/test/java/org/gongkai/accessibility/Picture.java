package org.gongkai.accessibility;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A plain picture for tests (图片). */
final class Picture {
    private Picture() {}

    /** Of this size in pixels, as PNG. */
    static byte[] png(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0x8AB8BF));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0x0B5560));
        for (int x = 40; x < width; x += 120) {
            pen.fillOval(x, height / 3, 40, 40);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
