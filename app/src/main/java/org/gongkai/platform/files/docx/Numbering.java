package org.gongkai.platform.files.docx;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Automatic numbers of paragraphs (自动编号). Lists of Arabic numbers and of bullets become lists;
 * numbers such as 一、 and （一） are part of the words of a paper and are written out.
 */
final class Numbering {
    private static final String DIGITS = "〇一二三四五六七八九";

    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, Element> abstracts = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /**
     * One paragraph's number.
     *
     * @param list whether it is an item of a list rather than words
     * @param bullet whether the list is without numbers
     * @param level depth, from 0
     * @param number its number
     * @param words the number as written
     */
    record Item(boolean list, boolean bullet, String id, int level, int number, String words) {}

    Numbering(WordFile file) throws IOException {
        var part = file.part("word/numbering.xml");
        if (part.isPresent()) {
            for (var each : Xml.children(part.get(), "abstractNum")) {
                abstracts.put(Xml.attribute(each, "abstractNumId"), each);
            }
            for (var each : Xml.children(part.get(), "num")) {
                kinds.put(Xml.attribute(each, "numId"), Xml.value(each, "abstractNumId"));
            }
        }
    }

    /** The number of a paragraph, or of the style that numbers it; counts on. */
    Optional<Item> next(Element numbered) {
        var id = Xml.value(numbered, "pPr", "numPr", "numId");
        var depth = Xml.value(numbered, "pPr", "numPr", "ilvl");
        var level = depth.matches("[0-8]") ? Integer.parseInt(depth) : 0;
        var definition = abstracts.get(kinds.getOrDefault(id, ""));
        if (id.isEmpty() || id.equals("0") || definition == null) {
            return Optional.empty();
        }
        var key = kinds.getOrDefault(id, "");
        var levels = Xml.children(definition, "lvl");
        if (level >= levels.size()) {
            return Optional.empty();
        }
        var number = count(key, level, levels.get(level));
        var format = Xml.value(levels.get(level), "numFmt");
        var pattern = Xml.value(levels.get(level), "lvlText");
        var bullet = format.equals("bullet");
        var plain = format.equals("decimal") && pattern.matches("%[1-9][.、)）．]?");
        return Optional.of(
                new Item(bullet || plain, bullet, id, level, number, words(key, levels, pattern)));
    }

    private int count(String key, int level, Element definition) {
        var start = Xml.value(definition, "start");
        var first = start.matches("[0-9]{1,4}") ? Integer.parseInt(start) : 1;
        for (var deeper = level + 1; deeper < 9; deeper++) {
            counts.remove(key + "/" + deeper);
        }
        return counts.merge(key + "/" + level, first, (now, ignored) -> now + 1);
    }

    private String words(String key, java.util.List<Element> levels, String pattern) {
        var words = pattern;
        for (var level = 0; level < levels.size(); level++) {
            var number = counts.getOrDefault(key + "/" + level, 1);
            words =
                    words.replace(
                            "%" + (level + 1),
                            written(number, Xml.value(levels.get(level), "numFmt")));
        }
        return words;
    }

    static String written(int number, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "ideographDigital",
                    "japaneseCounting",
                    "taiwaneseCountingThousand" ->
                    chinese(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                    number <= 20
                            ? String.valueOf((char) ('①' + number - 1))
                            : Integer.toString(number);
            case "lowerLetter" -> letter(number, 'a');
            case "upperLetter" -> letter(number, 'A');
            default -> Integer.toString(number);
        };
    }

    private static String letter(int number, char first) {
        return String.valueOf((char) (first + (number - 1) % 26));
    }

    private static String chinese(int number) {
        if (number < 10) {
            return String.valueOf(DIGITS.charAt(number));
        }
        if (number < 20) {
            return "十" + (number == 10 ? "" : DIGITS.charAt(number - 10));
        }
        if (number < 100) {
            var ones = number % 10;
            return DIGITS.charAt(number / 10) + "十" + (ones == 0 ? "" : DIGITS.charAt(ones));
        }
        return Integer.toString(number);
    }
}
