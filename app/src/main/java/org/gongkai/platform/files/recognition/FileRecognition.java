package org.gongkai.platform.files.recognition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.SafeName;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/**
 * Tells what a received file really is (文件识别): by its bytes, against the closed list, and only then
 * compares with the name.
 */
public final class FileRecognition {
    private static final int HEAD = 8192;

    private FileRecognition() {}

    /** The kind of the file, or a refusal that names the problem. */
    public static MediaKind recognise(Path file, SafeName name) throws IOException {
        var head = head(file);
        if (head.length == 0) {
            throw Refused.EMPTY.naming(name.value());
        }
        var kind = byContent(file, head, name);
        if (!kind.fits(name.extension())) {
            throw Refusal.of(
                    RefusalKind.UNSUPPORTED,
                    "files.refused.kind-differs",
                    name.value(),
                    kind.extension());
        }
        return kind;
    }

    private static MediaKind byContent(Path file, byte[] head, SafeName name) throws IOException {
        var shown = name.value();
        if (isProgram(head)) {
            throw Refused.EXECUTABLE.naming(shown);
        }
        if (startsWith(head, "PK\u0003\u0004") || startsWith(head, "PK\u0005\u0006")) {
            return PackageCheck.check(file, head, shown);
        }
        if (startsWith(head, "\u00D0\u00CF\u0011\u00E0")) {
            return OldOfficeCheck.check(file, shown);
        }
        if (startsWith(head, "%PDF-")) {
            return PdfCheck.check(file, shown);
        }
        var image = ImageCheck.kindOf(head);
        if (image != null) {
            ImageCheck.check(file, image, shown);
            return image;
        }
        if (isArchive(head)) {
            throw Refused.ARCHIVE.naming(shown);
        }
        return TextFileCheck.check(file, head, name);
    }

    /** The kind of a picture by its first bytes; empty for what browsers do not show. */
    public static Optional<MediaKind> picture(byte[] bytes) {
        return Optional.ofNullable(ImageCheck.kindOf(bytes));
    }

    private static boolean isProgram(byte[] head) {
        return startsWith(head, "MZ")
                || startsWith(head, "\u007FELF")
                || startsWith(head, "\u00CA\u00FE\u00BA\u00BE")
                || startsWith(head, "\u00FE\u00ED\u00FA\u00CE")
                || startsWith(head, "\u00FE\u00ED\u00FA\u00CF")
                || startsWith(head, "\u00CE\u00FA\u00ED\u00FE")
                || startsWith(head, "\u00CF\u00FA\u00ED\u00FE")
                || startsWith(head, "#!")
                || startsWith(head, "L\u0000\u0000\u0000\u0001\u0014\u0002\u0000");
    }

    private static boolean isArchive(byte[] head) {
        return startsWith(head, "Rar!")
                || startsWith(head, "7z\u00BC\u00AF")
                || startsWith(head, "\u001F\u008B")
                || startsWith(head, "BZh")
                || startsWith(head, "\u00FD7zXZ")
                || startsWith(head, "MSCF");
    }

    static boolean startsWith(byte[] bytes, String latin1) {
        return bytes.length >= latin1.length()
                && new String(bytes, 0, latin1.length(), StandardCharsets.ISO_8859_1)
                        .equals(latin1);
    }

    /** Whether the bytes, read as Latin text without regard to case, contain this word. */
    static boolean mentions(byte[] bytes, String word) {
        // Without a copy: a picture may have a hundred million bytes.
        for (var at = 0; at <= bytes.length - word.length(); at++) {
            var same = 0;
            while (same < word.length() && lower(bytes[at + same]) == word.charAt(same)) {
                same++;
            }
            if (same == word.length()) {
                return true;
            }
        }
        return false;
    }

    private static int lower(byte sign) {
        return sign >= 'A' && sign <= 'Z' ? sign + 32 : sign;
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }
}
