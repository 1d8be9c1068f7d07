package org.gongkai.platform.files.docx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What the paragraph styles of a draft mean (段落样式): headings, title, table of contents. */
final class Styles {
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题)\\s*([1-9])");
    private static final int DEEPEST_CHAIN = 12;

    private final Map<String, Element> styles = new HashMap<>();

    Styles(WordFile file) throws IOException {
        var part = file.part("word/styles.xml");
        if (part.isPresent()) {
            for (var style : Xml.children(part.get(), "style")) {
                styles.put(Xml.attribute(style, "styleId"), style);
            }
        }
    }

    /** The heading level of a paragraph by its style or outline, 0 for none. */
    int level(Element paragraph) {
        var outline = Xml.value(paragraph, "pPr", "outlineLvl");
        if (outline.matches("[0-8]")) {
            return Integer.parseInt(outline) + 1;
        }
        var id = styleOf(paragraph);
        for (var count = 0; count < DEEPEST_CHAIN && !id.isEmpty(); count++) {
            var style = styles.get(id);
            if (style == null) {
                return 0;
            }
            var heading = HEADING.matcher(nameOf(style));
            if (heading.matches()) {
                return Integer.parseInt(heading.group(1));
            }
            var level = Xml.value(style, "pPr", "outlineLvl");
            if (level.matches("[0-8]")) {
                return Integer.parseInt(level) + 1;
            }
            id = Xml.value(style, "basedOn");
        }
        return 0;
    }

    boolean isTitle(Element paragraph) {
        var style = styles.get(styleOf(paragraph));
        return style != null && (nameOf(style).equals("title") || nameOf(style).equals("标题"));
    }

    boolean isContents(Element paragraph) {
        var style = styles.get(styleOf(paragraph));
        return style != null && nameOf(style).matches("(?:toc|目录)\\s*[0-9].*");
    }

    /** The numbering that a style brings along. */
    Element numbered(Element paragraph) {
        var style = styles.get(styleOf(paragraph));
        return Xml.has(paragraph, "pPr", "numPr") || style == null ? paragraph : style;
    }

    private static String styleOf(Element paragraph) {
        return Xml.value(paragraph, "pPr", "pStyle");
    }

    private static String nameOf(Element style) {
        return Xml.value(style, "name").toLowerCase(Locale.ROOT).strip();
    }
}
