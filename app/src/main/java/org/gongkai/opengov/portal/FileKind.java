package org.gongkai.opengov.portal;

import java.util.Locale;
import org.gongkai.opengov.disclosures.AttachedFile;

/** How an attachment is announced (附件类型与大小), so that nobody opens 80 MB unawares. */
final class FileKind {
    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;

    private FileKind() {}

    /** The ending in capitals: PDF, DOCX. */
    static String of(AttachedFile file) {
        return ending(file).toUpperCase(Locale.ROOT);
    }

    /** The size with its unit. */
    static String size(AttachedFile file) {
        if (file.size() >= MIB) {
            return String.format(Locale.ROOT, "%.1f MB", (double) file.size() / MIB);
        }
        return Math.max(1, Math.round((double) file.size() / KIB)) + " KB";
    }

    /** Where it is read. */
    static String address(AttachedFile file) {
        return "/files/" + file.sha256() + "." + ending(file).toLowerCase(Locale.ROOT);
    }

    private static String ending(AttachedFile file) {
        var dot = file.name().lastIndexOf('.');
        return dot < 0
                ? file.mediaType().replaceAll("^.*[/.+-]", "")
                : file.name().substring(dot + 1);
    }
}
