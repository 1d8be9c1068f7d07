package org.gongkai.platform.textcheck.attachments;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Pictures without their metadata (清除图片信息); no pixel is touched, and the way up is kept. */
final class ImageCopy {
    private static final Set<String> PNG_KEPT =
            Set.of(
                    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sRGB", "sBIT",
                    "pHYs", "bKGD", "acTL", "fcTL", "fdAT");
    private static final Set<String> WEBP_DROPPED = Set.of("EXIF", "XMP ");

    private ImageCopy() {}

    /** Without EXIF, XMP, IPTC and comments; colour profile and orientation stay. */
    static byte[] jpeg(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 2);
        var orientation = orientation(bytes);
        if (orientation > 1) {
            out.writeBytes(orientationSegment(orientation));
        }
        var at = 2;
        while (at + 4 <= bytes.length) {
            var marker = bytes[at + 1] & 0xFF;
            if (marker == 0xDA) {
                out.write(bytes, at, bytes.length - at);
                return out.toByteArray();
            }
            var length = 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
            if (isKept(bytes, at, marker)) {
                out.write(bytes, at, length);
            }
            at += length;
        }
        throw new IOException("no start of scan");
    }

    /**
     * APP0 (JFIF), APP2 with a colour profile and APP14 (Adobe) say how to show it; others tell
     * tales.
     */
    private static boolean isKept(byte[] bytes, int at, int marker) {
        if (marker == 0xE2) {
            return new String(bytes, at + 4, 11, StandardCharsets.ISO_8859_1).equals("ICC_PROFILE");
        }
        var application = marker >= 0xE1 && marker <= 0xEF && marker != 0xEE;
        return !application && marker != 0xFE;
    }

    private static int orientation(byte[] bytes) throws IOException {
        try {
            var exif =
                    ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes))
                            .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? 1
                    : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException unreadable) {
            return 1;
        }
    }

    private static byte[] orientationSegment(int orientation) {
        return ByteBuffer.allocate(36)
                .putShort((short) 0xFFE1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** Only the chunks that are drawn. */
    static byte[] png(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 8);
        var in = ByteBuffer.wrap(bytes);
        for (var at = 8; at + 12 <= bytes.length; ) {
            var length = in.getInt(at) + 12;
            if (PNG_KEPT.contains(new String(bytes, at + 4, 4, StandardCharsets.US_ASCII))) {
                out.write(bytes, at, length);
            }
            at += length;
        }
        return out.toByteArray();
    }

    static byte[] webp(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length);
        var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.write(bytes, 0, 12);
        for (var at = 12; at + 8 <= bytes.length; ) {
            var size = in.getInt(at + 4);
            var length = Math.min(8 + size + (size & 1), bytes.length - at);
            var name = new String(bytes, at, 4, StandardCharsets.US_ASCII);
            if (!WEBP_DROPPED.contains(name)) {
                out.write(bytes, at, length);
            }
            at += length;
        }
        var copy = out.toByteArray();
        var buffer =
                ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN).putInt(4, copy.length - 8);
        if (copy.length > 20 && new String(copy, 12, 4, StandardCharsets.US_ASCII).equals("VP8X")) {
            buffer.put(20, (byte) (copy[20] & ~0x0C));
        }
        return copy;
    }
}
