package org.gongkai.platform.files.recognition;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.PdfFiles;

/** PDF files (PDF 文件检查): they open, without a password, and are nothing else besides. */
final class PdfCheck {
    static final int MOST_PAGES = 5_000;
    private static final int TAIL = 64 * 1024;

    private PdfCheck() {}

    static MediaKind check(Path file, String shown) throws IOException {
        checkTail(file, shown);
        try (var document = PdfFiles.open(file)) {
            if (document.isEncrypted()) {
                throw Refused.ENCRYPTED.naming(shown);
            }
            if (document.getNumberOfPages() < 1 || document.getNumberOfPages() > MOST_PAGES) {
                throw Refused.BROKEN.naming(shown);
            }
        } catch (InvalidPasswordException locked) {
            throw Refused.ENCRYPTED.naming(shown);
        }
        return MediaKind.PDF;
    }

    /** Nothing but white space may follow the last end mark. */
    private static void checkTail(Path file, String shown) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var tail = new byte[(int) Math.min(bytes.length(), TAIL)];
            bytes.seek(bytes.length() - tail.length);
            bytes.readFully(tail);
            var text = new String(tail, StandardCharsets.ISO_8859_1);
            var end = text.lastIndexOf("%%EOF");
            if (end < 0) {
                throw Refused.BROKEN.naming(shown);
            }
            if (!text.substring(end + 5).replace("\u0000", "").isBlank()) {
                throw Refused.POLYGLOT.naming(shown);
            }
        }
    }
}
