package org.gongkai.platform.files.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The title at the head of a draft (标题): by its style; else the large or bold centred lines that
 * come first, as GB/T 9704-2012 7.3.1 sets them; not the red head and not the document number.
 */
final class TitleFinder {
    private static final int HEAD = 12;
    private static final int LARGE = 32;
    private static final Pattern NOT_A_TITLE =
            Pattern.compile(
                    ".*文件|.*[〔\\[（(【](?:19|20)\\d{2}[〕\\]）)】].{0,8}[号號]|(?:[12]\\d{3}|二〇..)年.*日|[（(].{1,20}[）)]|.*[。；：:]");

    private final Styles styles;

    TitleFinder(Styles styles) {
        this.styles = styles;
    }

    /** The paragraphs that make up the title, none if there is none. */
    List<Element> find(List<Element> paragraphs) {
        List<Element> title = new ArrayList<>();
        var looked = 0;
        for (var paragraph : paragraphs) {
            var words = words(paragraph);
            if (words.isEmpty()) {
                continue;
            }
            if (++looked > HEAD) {
                break;
            }
            if (isTitle(paragraph, words)) {
                title.add(paragraph);
            } else if (!title.isEmpty()) {
                break;
            }
        }
        return title;
    }

    private boolean isTitle(Element paragraph, String words) {
        if (styles.isTitle(paragraph)) {
            return true;
        }
        var centred = Xml.value(paragraph, "pPr", "jc").equals("center");
        return centred
                && words.length() <= 80
                && !NOT_A_TITLE.matcher(words).matches()
                && (isLarge(paragraph) || isBold(paragraph) || styles.level(paragraph) == 1);
    }

    private static boolean isLarge(Element paragraph) {
        return Xml.at(paragraph, "r", "rPr", "sz").stream()
                .map(it -> Xml.attribute(it, "val"))
                .anyMatch(it -> it.matches("\\d{1,3}") && Integer.parseInt(it) > LARGE);
    }

    private static boolean isBold(Element paragraph) {
        var runs =
                Xml.children(paragraph, "r").stream()
                        .filter(it -> !it.getTextContent().isBlank())
                        .toList();
        return !runs.isEmpty() && runs.stream().allMatch(it -> Xml.isOn(it, "rPr", "b"));
    }

    /** What is read in a paragraph: without what is deleted or hidden. */
    static String words(Element paragraph) {
        var words = new StringBuilder();
        for (var text : Xml.all(paragraph, "t")) {
            var run = (Element) text.getParentNode();
            if (!Xml.isOn(run, "rPr", "vanish")) {
                words.append(text.getTextContent());
            }
        }
        return words.toString().replaceAll("[\\s\\u3000]+", " ").strip();
    }
}
