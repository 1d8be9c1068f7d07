package org.gongkai.opengov.drinkingwater.reports;

import java.util.List;

/**
 * What people write into a report (报告文字): the rest is made from the figures.
 *
 * @param introduction before the first chapter, a paragraph a line; may be empty
 * @param remark after the results, a paragraph a line; may be empty
 */
public record ReportWords(String introduction, String remark) {
    /** Nothing. */
    public static final ReportWords NONE = new ReportWords("", "");

    public ReportWords {
        introduction = plain(introduction);
        remark = plain(remark);
    }

    private static String plain(String typed) {
        return String.join("\n", paragraphs(typed));
    }

    /** The paragraphs, without what is empty. */
    static List<String> paragraphs(String text) {
        return text.lines()
                .map(it -> it.replaceAll("\\s+", " ").strip())
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
