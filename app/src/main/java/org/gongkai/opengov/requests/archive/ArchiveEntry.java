package org.gongkai.opengov.requests.archive;

import org.jspecify.annotations.Nullable;

/**
 * How a case file is to leave (归档导出选项), as typed.
 *
 * @param identity {@code left-out} or {@code sealed}
 * @param word with {@code sealed}: the word to which the sealed part opens; kept nowhere
 * @param reason with {@code sealed}: why who asks is needed in the archive
 */
public record ArchiveEntry(
        @Nullable String identity, @Nullable String word, @Nullable String reason) {
    @Override
    public String toString() {
        return "ArchiveEntry";
    }
}
