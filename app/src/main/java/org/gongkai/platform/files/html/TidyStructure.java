package org.gongkai.platform.files.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Puts words into paragraphs, blocks into their places, and takes out what is empty (段落整理). */
public final class TidyStructure {
    private static final Set<String> FLOWS =
            Set.of("body", "blockquote", "li", "dd", "td", "th", "figure");
    private static final Set<String> HOLDERS =
            Set.of("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr");

    private TidyStructure() {}

    /** Tidies the tree in place. */
    public static void apply(Element root) {
        placeBlocks(root);
        InlineWords.tidy(root);
        dropEmpty(root);
        wrapWords(root);
        InlineWords.tidy(root);
        dropEmpty(root);
        Tables.tidy(root);
        Headings.order(root);
    }

    /**
     * Blocks leave the inline elements and lines that they are in; strangers leave lists and
     * tables.
     */
    private static void placeBlocks(Element element) {
        for (Element child : List.copyOf(element.children())) {
            placeBlocks(child);
        }
        var name = element.normalName();
        if (Vocabulary.LINES.contains(name) && hasBlock(element)) {
            splitLine(element);
        } else if (Vocabulary.INLINE.contains(name) && hasBlock(element)) {
            element.unwrap();
        } else if (HOLDERS.contains(name)) {
            dropStrayWords(element);
        } else if (Vocabulary.PARTS.contains(name) && !isPlaced(element)) {
            element.unwrap();
        }
    }

    /** {@code <p>a<table/>b</p>} becomes three blocks. */
    private static void splitLine(Element line) {
        var current = line.shallowClone();
        for (Node child : List.copyOf(line.childNodes())) {
            if (child instanceof Element block && Vocabulary.isBlock(block.normalName())) {
                if (current.childNodeSize() > 0) {
                    line.before(current);
                    current = line.shallowClone();
                    current.removeAttr("id");
                }
                line.before(block);
            } else {
                current.appendChild(child);
            }
        }
        if (current.childNodeSize() > 0) {
            line.before(current);
        }
        line.remove();
    }

    private static boolean hasBlock(Element element) {
        return element.children().stream().anyMatch(it -> Vocabulary.isBlock(it.normalName()));
    }

    private static void dropStrayWords(Element holder) {
        for (Node child : List.copyOf(holder.childNodes())) {
            if (child instanceof TextNode words && words.isBlank()) {
                child.remove();
            } else if (!(child instanceof Element part && isPlaced(part))) {
                if (Set.of("ul", "ol").contains(holder.normalName())) {
                    child.wrap("<li></li>");
                } else {
                    holder.before(child);
                }
            }
        }
    }

    private static boolean isPlaced(Element part) {
        var parent = part.parent();
        if (parent == null) {
            return false;
        }
        var within = parent.normalName();
        return switch (part.normalName()) {
            case "li" -> Set.of("ul", "ol").contains(within);
            case "dt", "dd" -> within.equals("dl");
            case "caption", "thead", "tbody", "tfoot" -> within.equals("table");
            case "tr" -> Set.of("thead", "tbody", "tfoot").contains(within);
            case "td", "th" -> within.equals("tr");
            case "figcaption" -> within.equals("figure");
            default -> false;
        };
    }

    private static void wrapWords(Element element) {
        for (Element child : List.copyOf(element.children())) {
            wrapWords(child);
        }
        var name = element.normalName();
        var always = name.equals("body") || name.equals("blockquote");
        if (!FLOWS.contains(name) || !(always || hasBlock(element))) {
            return;
        }
        List<Node> run = new ArrayList<>();
        for (Node child : List.copyOf(element.childNodes())) {
            if (child instanceof Element block && Vocabulary.isBlock(block.normalName())) {
                wrap(run);
                run.clear();
            } else {
                run.add(child);
            }
        }
        wrap(run);
    }

    private static void wrap(List<Node> run) {
        if (run.isEmpty()) {
            return;
        }
        var paragraph = new Element("p");
        run.getFirst().before(paragraph);
        run.forEach(paragraph::appendChild);
    }

    private static void dropEmpty(Element element) {
        for (Element child : List.copyOf(element.children())) {
            dropEmpty(child);
        }
        var name = element.normalName();
        var keeps = Vocabulary.EMPTY.contains(name) || Set.of("body", "td", "th").contains(name);
        if (!keeps && element.childNodeSize() == 0 && element.parent() != null) {
            element.remove();
        }
    }
}
