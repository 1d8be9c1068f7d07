package org.gongkai.platform.files.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The few attributes that are kept (可留属性), each with its own rule. */
final class AllowedAttributes {
    private static final Pattern ALIGNED = Pattern.compile("(?i)text-align\\s*:\\s*(center|right)");
    private static final Pattern FOOTNOTE = Pattern.compile("fn(ref)?-[1-9][0-9]{0,3}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Set<String> ALIGNABLE = Set.of("p", "h2", "h3", "h4", "td", "th");
    private static final int TINY = 3;

    private AllowedAttributes() {}

    static void copy(Element source, Element copy) {
        var name = copy.normalName();
        if (ALIGNABLE.contains(name)) {
            copyAlignment(source, copy);
        }
        switch (name) {
            case "td", "th" -> copyCell(source, copy);
            case "ol" -> copyNumber(source, copy, "start");
            case "li", "p" -> copyFootnoteId(source, copy);
            default -> {}
        }
    }

    private static void copyAlignment(Element source, Element copy) {
        var style = ALIGNED.matcher(source.attr("style"));
        var align = style.find() ? style.group(1) : source.attr("align");
        align = align.toLowerCase(Locale.ROOT).strip();
        if (align.equals("center")
                || source.hasClass("text-center")
                || source.normalName().equals("center")) {
            copy.attr("class", "text-center");
        } else if (align.equals("right") || source.hasClass("text-right")) {
            copy.attr("class", "text-right");
        }
    }

    private static void copyCell(Element source, Element copy) {
        copyNumber(source, copy, "colspan");
        copyNumber(source, copy, "rowspan");
        var scope = source.attr("scope").toLowerCase(Locale.ROOT).strip();
        if (copy.normalName().equals("th")
                && Set.of("col", "row", "colgroup", "rowgroup").contains(scope)) {
            copy.attr("scope", scope);
        }
    }

    private static void copyNumber(Element source, Element copy, String name) {
        var value = source.attr(name).strip();
        if (NUMBER.matcher(value).matches() && !value.equals("1")) {
            copy.attr(name, value);
        }
    }

    static void copyFootnoteId(Element source, Element copy) {
        var id = source.id().strip();
        if (FOOTNOTE.matcher(id).matches()) {
            copy.attr("id", id);
        }
    }

    static void copySize(Element source, Element copy) {
        copyNumber(source, copy, "width");
        copyNumber(source, copy, "height");
    }

    /** A tracking pixel: drawn smaller than anyone can see. */
    static boolean isTiny(Element image) {
        return isTiny(image.attr("width")) || isTiny(image.attr("height"));
    }

    private static boolean isTiny(String size) {
        var digits = size.strip().replaceAll("(?i)px$", "");
        return digits.matches("[0-9]{1,4}") && Integer.parseInt(digits) < TINY;
    }
}
