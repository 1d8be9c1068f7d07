package org.gongkai.opengov.redaction;

/**
 * The words that the program itself puts into a released copy (公开件用语).
 *
 * @param title of the document; never that of the original
 * @param withheld read aloud where something was withheld, with the number of the mark as {@code
 *     {0}}: 〔不予公开1〕
 * @param pictureOfPage what stands for a page without text, with the page's number as {@code {0}}
 */
public record ReleaseWords(String title, String withheld, String pictureOfPage) {

    /** What stands for a page without text. */
    String pictureOfPage(int number) {
        return pictureOfPage.replace("{0}", Integer.toString(number));
    }

    /** What is read aloud for a mark, counted from 1. */
    String withheld(int mark) {
        return withheld.replace("{0}", Integer.toString(mark));
    }
}
