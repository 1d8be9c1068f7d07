package org.gongkai.platform.files.html;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Writes a tidy tree in one fixed way (规范写法), independent of any library's taste: attributes in the
 * order of the vocabulary, one block a line, five characters escaped.
 */
public final class CanonicalHtml {
    private static final Set<String> HOLDERS =
            Set.of(
                    "ul",
                    "ol",
                    "dl",
                    "table",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "blockquote",
                    "figure");

    private final StringBuilder out = new StringBuilder();

    private CanonicalHtml() {}

    /** The text under {@code root}. */
    public static String write(Element root) {
        var writer = new CanonicalHtml();
        writer.children(root, true);
        return writer.out.toString();
    }

    private void children(Element parent, boolean lines) {
        for (Node child : parent.childNodes()) {
            switch (child) {
                case TextNode words -> text(words.getWholeText());
                case Element element -> {
                    element(element);
                    if (lines) {
                        out.append('\n');
                    }
                }
                default -> {}
            }
        }
    }

    private void element(Element element) {
        var name = element.normalName();
        out.append('<').append(name);
        for (var attribute : Vocabulary.ATTRIBUTES.getOrDefault(name, List.of())) {
            if (element.hasAttr(attribute)) {
                out.append(' ').append(attribute).append("=\"");
                value(element.attr(attribute));
                out.append('"');
            }
        }
        out.append('>');
        if (Vocabulary.EMPTY.contains(name)) {
            return;
        }
        var holder = HOLDERS.contains(name);
        if (holder) {
            out.append('\n');
        }
        children(element, holder);
        out.append("</").append(name).append('>');
    }

    private void text(String words) {
        for (var sign : words.toCharArray()) {
            switch (sign) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(sign);
            }
        }
    }

    private void value(String words) {
        for (var sign : words.toCharArray()) {
            switch (sign) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(sign);
            }
        }
    }
}
