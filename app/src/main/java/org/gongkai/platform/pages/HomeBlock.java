package org.gongkai.platform.pages;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a work area puts on the home page (首页板块): a heading, a sentence, a few lines, and where all
 * of it is.
 *
 * @param key names the block in the page
 */
public record HomeBlock(
        String key, String heading, String sentence, String address, String all, List<Line> lines) {
    public HomeBlock {
        lines = List.copyOf(lines);
    }

    /**
     * One of its lines.
     *
     * @param state a state in a word, and its look ({@code components/tag})
     */
    public record Line(String name, String address, String state, @Nullable String look) {}

    /** Offers a block; pages that show it note what it is made from. */
    public interface Source {
        /** The block now; empty while there is nothing to show. */
        Optional<HomeBlock> homeBlock();
    }
}
