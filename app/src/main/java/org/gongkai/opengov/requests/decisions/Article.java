package org.gongkai.opengov.requests.decisions;

/**
 * A place in 《政府信息公开条例》 (条款项), as letters cite it.
 *
 * @param number the article
 * @param paragraph the paragraph (款), 0 where the article has only one or all of it is meant
 * @param item the item (项), 0 for none
 */
public record Article(int number, int paragraph, int item) {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int LAST = 56;

    public Article {
        if (number < 1 || number > LAST || paragraph < 0 || item < 0) {
            throw new IllegalArgumentException(
                    "No such place: " + number + ", " + paragraph + ", " + item);
        }
    }

    /** A whole article. */
    public static Article of(int number) {
        return new Article(number, 0, 0);
    }

    /** A paragraph of an article: {@code 第十六条第二款}. */
    public static Article paragraph(int number, int paragraph) {
        return new Article(number, paragraph, 0);
    }

    /** An item of an article that has one paragraph with items: {@code 第三十六条第四项}. */
    public static Article item(int number, int item) {
        return new Article(number, 0, item);
    }

    /** As within a sentence that has named the Regulation: {@code 第三十六条第四项}. */
    public String term() {
        return "第"
                + numeral(number)
                + "条"
                + (paragraph == 0 ? "" : "第" + numeral(paragraph) + "款")
                + (item == 0 ? "" : "第" + numeral(item) + "项");
    }

    /** In full: {@code 《中华人民共和国政府信息公开条例》第三十六条第四项}. */
    public String cited() {
        return "《中华人民共和国政府信息公开条例》" + term();
    }

    /** As in tables: {@code 36(4)}, {@code 16 ¶2}. */
    public String brief() {
        return number
                + (paragraph == 0 ? "" : " ¶" + paragraph)
                + (item == 0 ? "" : "(" + item + ")");
    }

    private static String numeral(int value) {
        int tens = value / 10;
        int ones = value % 10;
        return (tens > 1 ? "" + DIGITS.charAt(tens) : "")
                + (tens > 0 ? "十" : "")
                + (ones > 0 ? "" + DIGITS.charAt(ones) : "");
    }
}
