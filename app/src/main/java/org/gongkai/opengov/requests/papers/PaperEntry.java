package org.gongkai.opengov.requests.papers;

import org.jspecify.annotations.Nullable;

/**
 * A paper as it was sent (材料录入).
 *
 * @param proof as {@code search-record}
 * @param words a record in words; for {@code earlier-answer} the number of the earlier request
 * @param sha256 of a file that is kept already
 * @param redaction the job of partial disclosure
 */
public record PaperEntry(
        @Nullable String proof,
        @Nullable String words,
        @Nullable String sha256,
        @Nullable String fileName,
        @Nullable Long redaction) {}
