package org.gongkai.platform.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The closed list of files that are taken in (可接收的文件种类), told by content, never by name alone.
 *
 * <p>Not on it, and why: archives (what is inside escapes the review), HTML and SVG (they can carry
 * scripts), macro-enabled Office files, programs. See ADR 0031.
 */
public enum MediaKind {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    PDF("application/pdf", "pdf"),
    OFD("application/ofd", "ofd"),
    TXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final List<String> extensions;

    MediaKind(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The media type sent with the file. */
    public String mediaType() {
        return mediaType;
    }

    /** The usual extension, without the dot. */
    public String extension() {
        return extensions.getFirst();
    }

    /** Whether the file is a picture. */
    public boolean isImage() {
        return mediaType.startsWith("image/");
    }

    /** Whether the file is an Office Open XML package. */
    public boolean isOfficePackage() {
        return this == DOCX || this == XLSX || this == PPTX;
    }

    /** Whether a name may end like this. */
    public boolean fits(String extension) {
        return extensions.contains(extension.toLowerCase(Locale.ROOT));
    }

    /** The kind whose files end like this. */
    public static Optional<MediaKind> byExtension(String extension) {
        return Arrays.stream(values()).filter(it -> it.fits(extension)).findFirst();
    }

    /** The kind with this media type. */
    public static Optional<MediaKind> byMediaType(String mediaType) {
        return Arrays.stream(values()).filter(it -> it.mediaType.equals(mediaType)).findFirst();
    }
}
