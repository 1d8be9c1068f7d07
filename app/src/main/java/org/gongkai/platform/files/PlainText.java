package org.gongkai.platform.files;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a clean text (纯文本): blocks on lines of their own, cells parted by tabs, inline marks
 * gone without a trace, so that a number cut by {@code <strong>} is one number again.
 */
public final class PlainText {
    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "li",
                    "tr",
                    "caption",
                    "blockquote",
                    "ul",
                    "ol",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "figure",
                    "figcaption",
                    "hr",
                    "pre",
                    "br");

    private PlainText() {}

    /** The words of {@code html}. */
    public static String of(String html) {
        var text = new StringBuilder();
        Jsoup.parse(html).body().traverse(new Words(text));
        return text.toString().strip();
    }

    private record Words(StringBuilder text) implements NodeVisitor {
        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case TextNode words -> add(words.getWholeText());
                case Element element when BLOCKS.contains(element.normalName()) -> newLine();
                default -> {}
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (BLOCKS.contains(element.normalName())) {
                    newLine();
                } else if (Set.of("td", "th").contains(element.normalName())
                        && element.nextElementSibling() != null) {
                    endCell();
                }
            }
        }

        private void add(String words) {
            var betweenBlocks = words.isBlank() && words.indexOf('\n') >= 0;
            if (!betweenBlocks) {
                text.append(words.replace('\n', ' '));
            }
        }

        private void newLine() {
            if (!text.isEmpty() && !endsWith('\n')) {
                text.append('\n');
            }
        }

        private void endCell() {
            if (endsWith('\n')) {
                text.setLength(text.length() - 1);
            }
            text.append('\t');
        }

        private boolean endsWith(char sign) {
            return !text.isEmpty() && text.charAt(text.length() - 1) == sign;
        }
    }
}
