package org.gongkai.platform.search;

import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild of the index has come (索引重建进度).
 *
 * @param reason why it is being rebuilt, null when it is not
 */
public record IndexProgress(@Nullable String reason, long done, long total, long waiting) {

    /** Whether a rebuild is under way. */
    public boolean rebuilding() {
        return reason != null;
    }
}
