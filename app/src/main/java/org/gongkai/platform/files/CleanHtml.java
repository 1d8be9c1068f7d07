package org.gongkai.platform.files;

import java.util.List;

/**
 * A text after cleaning (清理后的正文), in the one form in which it is stored, signed and published.
 *
 * @param html canonical: the same text always has the same bytes
 * @param text the words alone, blocks on lines of their own, cells parted by tabs
 * @param removals what was taken out
 */
public record CleanHtml(String html, String text, List<Removal> removals) {
    public CleanHtml {
        removals = List.copyOf(removals);
    }
}
