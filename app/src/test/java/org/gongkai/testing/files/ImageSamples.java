package org.gongkai.testing.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures, with and without metadata, built byte by byte where no library does. */
public final class ImageSamples {
    private ImageSamples() {}

    public static byte[] png() {
        return image("png");
    }

    public static byte[] jpeg() {
        return image("jpg");
    }

    public static byte[] gif() {
        return image("gif");
    }

    public static byte[] image(String format) {
        var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.CYAN);
        pen.fillRect(0, 0, 40, 20);
        pen.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JPEG whose EXIF tells artist, camera and, if asked, a place in Yinchuan. */
    public static byte[] jpegWithExif(boolean place) {
        var exif = ByteBuffer.allocate(400);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        var start = exif.position();
        exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        exif.putShort((short) (place ? 3 : 2));
        ascii(exif, 0x0110, 8, 100); // camera
        ascii(exif, 0x013B, 9, 120); // artist
        if (place) {
            exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(140);
        }
        exif.putInt(0);
        exif.position(start + 100).put("CAM-100\0".getBytes(StandardCharsets.US_ASCII));
        exif.position(start + 120).put("ZhangSan\0".getBytes(StandardCharsets.US_ASCII));
        if (place) {
            exif.position(start + 140);
            exif.putShort((short) 4);
            exif.putShort((short) 1)
                    .putShort((short) 2)
                    .putInt(2)
                    .put("N\0\0\0".getBytes(StandardCharsets.US_ASCII));
            exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(220);
            exif.putShort((short) 3)
                    .putShort((short) 2)
                    .putInt(2)
                    .put("E\0\0\0".getBytes(StandardCharsets.US_ASCII));
            exif.putShort((short) 4).putShort((short) 5).putInt(3).putInt(260);
            exif.putInt(0);
            exif.position(start + 220);
            for (var number : new int[] {38, 28, 0, 106, 16, 0}) {
                exif.putInt(number).putInt(1);
                if (exif.position() == start + 220 + 24) {
                    exif.position(start + 260);
                }
            }
        }
        return withSegment(jpeg(), 0xE1, exif.array());
    }

    private static void ascii(ByteBuffer exif, int tag, int length, int at) {
        exif.putShort((short) tag).putShort((short) 2).putInt(length).putInt(at);
    }

    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** A PNG with a text chunk that names its author. */
    public static byte[] pngWithAuthor() {
        var png = png();
        var text = "Author\0ZhangSan".getBytes(StandardCharsets.ISO_8859_1);
        var body =
                ByteBuffer.allocate(4 + text.length)
                        .put("tEXt".getBytes(StandardCharsets.US_ASCII))
                        .put(text)
                        .array();
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(png.length + 8 + body.length)
                .put(png, 0, 33)
                .putInt(text.length)
                .put(body)
                .putInt((int) sum.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }
}
