package org.gongkai.platform.files.recognition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.gongkai.platform.files.MediaKind;
import org.jspecify.annotations.Nullable;

/**
 * Pictures (图片检查): they can be read, are not larger than a machine can hold, and nothing else hides
 * before, in or behind them.
 */
final class ImageCheck {
    static final long MOST_PIXELS = 100_000_000L;

    private ImageCheck() {}

    static @Nullable MediaKind kindOf(byte[] head) {
        if (FileRecognition.startsWith(head, "\u0089PNG\r\n\u001A\n")) {
            return MediaKind.PNG;
        }
        if (FileRecognition.startsWith(head, "\u00FF\u00D8\u00FF")) {
            return MediaKind.JPEG;
        }
        if (FileRecognition.startsWith(head, "GIF87a")
                || FileRecognition.startsWith(head, "GIF89a")) {
            return MediaKind.GIF;
        }
        var webp =
                head.length > 12
                        && FileRecognition.startsWith(head, "RIFF")
                        && new String(head, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
        return webp ? MediaKind.WEBP : null;
    }

    static void check(Path file, MediaKind kind, String shown) throws IOException {
        var bytes = Files.readAllBytes(file);
        var end = ImageEnd.of(kind, bytes);
        if (end < 0) {
            throw Refused.BROKEN.naming(shown);
        }
        if (hasSomethingBehind(bytes, end) || carriesMarkup(bytes)) {
            throw Refused.POLYGLOT.naming(shown);
        }
        if (kind != MediaKind.WEBP) {
            checkPixels(file, shown);
        }
    }

    /** Up to a few filler bytes are common behind a picture; more is a second file. */
    private static boolean hasSomethingBehind(byte[] bytes, int end) {
        for (var at = end; at < bytes.length; at++) {
            if (bytes[at] != 0 && !Character.isWhitespace(bytes[at])) {
                return true;
            }
        }
        return false;
    }

    private static boolean carriesMarkup(byte[] bytes) {
        return FileRecognition.mentions(bytes, "<script")
                || FileRecognition.mentions(bytes, "<html")
                || FileRecognition.mentions(bytes, "<?php");
    }

    private static void checkPixels(Path file, String shown) throws IOException {
        try (var input = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw Refused.BROKEN.naming(shown);
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_PIXELS) {
                    throw Refused.TOO_MANY_PIXELS.naming(shown);
                }
            } finally {
                reader.dispose();
            }
        }
    }
}
