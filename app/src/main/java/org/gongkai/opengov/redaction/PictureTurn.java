package org.gongkai.opengov.redaction;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a camera held a picture (照片方向): the Exif orientation of a JPEG, 1 to 8. Marks are made on the
 * upright picture, and the released one is upright without the entry.
 */
record PictureTurn(int orientation) {
    static final PictureTurn NONE = new PictureTurn(1);

    private static final int START_OF_SCAN = 0xFFDA;
    private static final int EXIF = 0xFFE1;
    private static final int ORIENTATION = 0x0112;

    static PictureTurn of(Path jpeg) throws IOException {
        try (var in =
                new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(jpeg)))) {
            in.readUnsignedShort();
            for (var marker = in.readUnsignedShort();
                    marker != START_OF_SCAN && marker >= 0xFF00;
                    marker = in.readUnsignedShort()) {
                var segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - 2));
                if (marker == EXIF && segment.length > 14 && segment[0] == 'E') {
                    return orientation(segment);
                }
            }
            return NONE;
        } catch (java.io.EOFException cutShort) {
            return NONE;
        }
    }

    private static PictureTurn orientation(byte[] exif) {
        var tiff = ByteBuffer.wrap(exif, 6, exif.length - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 0 || directory > tiff.capacity() - 2) {
            return NONE;
        }
        var entries = tiff.getShort(directory);
        for (var at = directory + 2;
                at < directory + 2 + entries * 12 && at <= tiff.capacity() - 12;
                at += 12) {
            if (tiff.getShort(at) == ORIENTATION) {
                var value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? new PictureTurn(value) : NONE;
            }
        }
        return NONE;
    }

    BufferedImage upright(BufferedImage image) {
        if (orientation == 1) {
            return image;
        }
        double width = image.getWidth();
        double height = image.getHeight();
        var turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    default -> new AffineTransform(0, -1, 1, 0, 0, width);
                };
        boolean lies = orientation >= 5;
        var upright =
                new BufferedImage(
                        lies ? image.getHeight() : image.getWidth(),
                        lies ? image.getWidth() : image.getHeight(),
                        BufferedImage.TYPE_INT_RGB);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR)
                .filter(image, upright);
    }
}
