package org.gongkai.platform.search;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The place in a document that answers the question best (摘要): one unbroken stretch of its text.
 *
 * @param startsMidway whether text was left out before
 * @param endsMidway whether text was left out after
 */
public record Snippet(List<MarkedText> pieces, boolean startsMidway, boolean endsMidway) {
    public Snippet {
        pieces = List.copyOf(pieces);
    }

    /** The stretch without marks. */
    public String text() {
        return pieces.stream().map(MarkedText::text).collect(Collectors.joining());
    }
}
