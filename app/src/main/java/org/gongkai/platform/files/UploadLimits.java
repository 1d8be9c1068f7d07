package org.gongkai.platform.files;

import java.util.EnumSet;
import java.util.Set;

/**
 * What one upload may be (上传限制).
 *
 * @param bytes the largest size, inclusive
 * @param kinds what is taken in
 */
public record UploadLimits(long bytes, Set<MediaKind> kinds) {
    private static final long MEGABYTE = 1024L * 1024;

    /** Attachments of documents (附件): everything on the closed list, up to 100 MB. */
    public static final UploadLimits ATTACHMENT =
            new UploadLimits(100 * MEGABYTE, EnumSet.allOf(MediaKind.class));

    /** Pictures within a text (插图), up to 20 MB. */
    public static final UploadLimits IMAGE =
            new UploadLimits(
                    20 * MEGABYTE,
                    EnumSet.of(MediaKind.PNG, MediaKind.JPEG, MediaKind.GIF, MediaKind.WEBP));

    /** Drafts to import (导入稿件), up to 50 MB. */
    public static final UploadLimits DRAFT =
            new UploadLimits(50 * MEGABYTE, EnumSet.of(MediaKind.DOCX));

    /** Scans of signed forms (签字件扫描), up to 50 MB. */
    public static final UploadLimits SCAN =
            new UploadLimits(
                    50 * MEGABYTE, EnumSet.of(MediaKind.PDF, MediaKind.PNG, MediaKind.JPEG));

    public UploadLimits {
        kinds = Set.copyOf(kinds);
    }

    /** The largest size in whole megabytes, for the reader. */
    public long megabytes() {
        return bytes / MEGABYTE;
    }
}
