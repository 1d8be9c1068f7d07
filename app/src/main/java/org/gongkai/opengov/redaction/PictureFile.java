package org.gongkai.opengov.redaction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.gongkai.platform.files.MediaKind;

/** Writes pictures of pixels alone (图片重编码), and tells whether a file holds nothing else. */
final class PictureFile {
    private static final float QUALITY = 0.9f;
    private static final Set<String> CHUNKS = Set.of("IHDR", "PLTE", "IDAT", "IEND");
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int JFIF = 0xFFE0;
    private static final int FIRST_APPLICATION = 0xFFE1;
    private static final int LAST_APPLICATION = 0xFFEF;
    private static final int COMMENT = 0xFFFE;

    private PictureFile() {}

    static void write(BufferedImage image, MediaKind kind, Path target) throws IOException {
        var writer =
                ImageIO.getImageWritersByFormatName(kind == MediaKind.PNG ? "png" : "jpeg").next();
        try (var out = ImageIO.createImageOutputStream(target.toFile())) {
            var how = writer.getDefaultWriteParam();
            if (kind == MediaKind.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    /**
     * Whether the file has no part but pixels: no Exif, no comment, no text, nothing behind its
     * end.
     */
    static boolean isBare(Path file, MediaKind kind) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            return kind == MediaKind.PNG ? isBarePng(in) : isBareJpeg(in);
        }
    }

    private static boolean isBarePng(RandomAccessFile in) throws IOException {
        in.seek(8);
        while (in.getFilePointer() < in.length()) {
            var length = in.readInt();
            var name = new byte[4];
            in.readFully(name);
            if (!CHUNKS.contains(new String(name, StandardCharsets.US_ASCII)) || length < 0) {
                return false;
            }
            in.seek(in.getFilePointer() + length + 4);
        }
        return true;
    }

    private static boolean isBareJpeg(RandomAccessFile in) throws IOException {
        in.seek(2);
        for (var marker = in.readUnsignedShort();
                marker != START_OF_SCAN;
                marker = in.readUnsignedShort()) {
            var start = in.getFilePointer();
            var length = in.readUnsignedShort();
            boolean speaks =
                    marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION
                            || marker == COMMENT
                            || marker == JFIF && length > 16;
            if (speaks) {
                return false;
            }
            in.seek(start + length);
        }
        in.seek(in.length() - 2);
        return in.readUnsignedShort() == 0xFFD9;
    }
}
