package org.gongkai.platform.files.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of a printed page as paragraphs (按行还原段落): a paragraph ends where the next is indented,
 * and at a line that is clearly shorter than the others. Chinese lines are joined without a blank,
 * others with one.
 */
final class PrintedLines {
    /** A line of this part of the longest one's width goes on in the next. */
    private static final double FULL = 0.8;

    private PrintedLines() {}

    /** The paragraphs; {@code mark} stands before each one that is set apart. */
    static List<String> paragraphs(String text, String mark) {
        var longest = Arrays.stream(text.split("\n")).mapToInt(PrintedLines::width).max().orElse(0);
        var paragraphs = new ArrayList<String>();
        for (var apart : text.split(mark)) {
            var words = new StringBuilder();
            for (var line : apart.split("\n")) {
                if (line.isBlank()) {
                    continue;
                }
                join(words, line.strip());
                if (width(line) < FULL * longest) {
                    paragraphs.add(words.toString());
                    words.setLength(0);
                }
            }
            if (!words.isEmpty()) {
                paragraphs.add(words.toString());
            }
        }
        return paragraphs;
    }

    private static void join(StringBuilder words, String line) {
        if (!words.isEmpty()
                && !isWide(words.charAt(words.length() - 1))
                && !isWide(line.charAt(0))) {
            words.append(' ');
        }
        words.append(line);
    }

    /** In halves of a Chinese sign. */
    private static int width(String line) {
        return line.strip().chars().map(it -> isWide((char) it) ? 2 : 1).sum();
    }

    private static boolean isWide(char sign) {
        return sign >= '\u2E80';
    }
}
