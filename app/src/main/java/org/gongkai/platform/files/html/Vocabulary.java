package org.gongkai.platform.files.html;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The closed list of elements and attributes of a body (正文可用标记). What is not here is unwrapped or
 * dropped; attributes are written in the order given here.
 */
final class Vocabulary {
    static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "dl",
                    "table",
                    "blockquote",
                    "figure",
                    "hr");

    static final Set<String> PARTS =
            Set.of(
                    "li",
                    "dt",
                    "dd",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "figcaption");

    static final Set<String> INLINE = Set.of("strong", "em", "del", "sub", "sup", "a", "br", "img");

    /** Blocks that hold words only, no blocks. */
    static final Set<String> LINES =
            Set.of("p", "h2", "h3", "h4", "h5", "h6", "dt", "caption", "figcaption");

    static final Set<String> EMPTY = Set.of("br", "img", "hr");

    static final Map<String, String> OTHER_NAMES =
            Map.of(
                    "b", "strong", "i", "em", "s", "del", "strike", "del", "h1", "h2", "pre", "p",
                    "div", "p", "center", "p", "address", "p");

    static final Map<String, List<String>> ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("a", List.of("href", "id")),
                    Map.entry("img", List.of("src", "alt", "width", "height")),
                    Map.entry("ol", List.of("start")),
                    Map.entry("th", List.of("class", "scope", "colspan", "rowspan")),
                    Map.entry("td", List.of("class", "colspan", "rowspan")),
                    Map.entry("p", List.of("class", "id")),
                    Map.entry("li", List.of("id")),
                    Map.entry("h2", List.of("class")),
                    Map.entry("h3", List.of("class")),
                    Map.entry("h4", List.of("class")));

    private Vocabulary() {}

    static boolean isAllowed(String name) {
        return BLOCKS.contains(name) || PARTS.contains(name) || INLINE.contains(name);
    }

    static boolean isBlock(String name) {
        return BLOCKS.contains(name) || PARTS.contains(name);
    }
}
