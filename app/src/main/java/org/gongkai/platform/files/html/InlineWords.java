package org.gongkai.platform.files.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The words within one block (行内文字): one blank for many, none at the ends, no first-line indent
 * made of blanks (the page indents official papers itself), neighbours of one kind joined.
 */
final class InlineWords {
    private static final Set<String> JOINED = Set.of("strong", "em", "del", "sub", "sup");

    private InlineWords() {}

    static void tidy(Element element) {
        join(element);
        var run = new Run();
        collect(element, run);
        run.end();
    }

    /** Walks in reading order; each block begins a new run. */
    private static void collect(Element element, Run run) {
        for (Node child : List.copyOf(element.childNodes())) {
            switch (child) {
                case TextNode words -> run.add(words);
                case Element picture when picture.normalName().equals("img") -> run.picture();
                case Element end when end.normalName().equals("br") -> run.lineBreak(end);
                case Element block when Vocabulary.isBlock(block.normalName()) -> {
                    run.end();
                    collect(block, run);
                    run.end();
                }
                case Element inline -> collect(inline, run);
                default -> {}
            }
        }
    }

    private static void join(Element element) {
        for (Element child : List.copyOf(element.children())) {
            join(child);
            if (!JOINED.contains(child.normalName())) {
                continue;
            }
            var parent = child.parent();
            if (parent != null && parent.normalName().equals(child.normalName())) {
                child.unwrap();
            } else if (child.previousSibling() instanceof Element before
                    && before.normalName().equals(child.normalName())) {
                List.copyOf(child.childNodes()).forEach(before::appendChild);
                child.remove();
            }
        }
    }

    /** The words between two block borders. */
    private static final class Run {
        private final List<TextNode> words = new ArrayList<>();
        private boolean atStart = true;
        private boolean afterBlank = true;
        private final List<Element> breaks = new ArrayList<>();

        void add(TextNode node) {
            var kept = new StringBuilder();
            for (var sign : node.getWholeText().toCharArray()) {
                var blank =
                        sign == ' '
                                || sign == '\t'
                                || sign == '\n'
                                || sign == '\r'
                                || sign == '\f'
                                || sign == '\u00A0'
                                || sign == '\u2028'
                                || sign == '\u2029';
                var indent = sign == '\u3000' && afterBlank;
                if (blank || indent) {
                    if (!afterBlank) {
                        kept.append(' ');
                    }
                    afterBlank = true;
                } else {
                    kept.append(sign);
                    afterBlank = false;
                    atStart = false;
                    breaks.clear();
                }
            }
            node.text(kept.toString());
            words.add(node);
        }

        void picture() {
            afterBlank = false;
            atStart = false;
            breaks.clear();
        }

        void lineBreak(Element node) {
            trimEnd();
            if (atStart || !breaks.isEmpty()) {
                node.remove();
            } else {
                breaks.add(node);
            }
            afterBlank = true;
        }

        void end() {
            trimEnd();
            breaks.forEach(Node::remove);
            words.stream().filter(it -> it.getWholeText().isEmpty()).forEach(Node::remove);
            words.clear();
            breaks.clear();
            atStart = true;
            afterBlank = true;
        }

        private void trimEnd() {
            for (var at = words.size() - 1; at >= 0; at--) {
                var trimmed = trimmedEnd(words.get(at).getWholeText());
                words.get(at).text(trimmed);
                if (!trimmed.isEmpty()) {
                    return;
                }
            }
        }

        private static String trimmedEnd(String text) {
            var end = text.length();
            while (end > 0 && " \u3000".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            return text.substring(0, end);
        }
    }
}
