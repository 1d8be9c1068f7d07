package org.gongkai.platform.letters;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;

/**
 * Where a line of Chinese may end (避头尾): anywhere between characters, but no closing sign at the
 * head of a line, no opening sign at its end, and no cut through a number, a latin word or a dash.
 *
 * <p>GB/T 15834—2011 《标点符号用法》 5.1.
 */
final class ChineseLineBreaks implements FSTextBreaker {

    private static final String NOT_AT_HEAD = "、，。．：；！？）〕］｝》〉」』】〗”’…—～·%％℃‰°,.:;!?)]}>′″々";
    private static final String NOT_AT_END = "（〔［｛《〈「『【〖“‘([{<￥¥$";
    private static final String BREAKS_AFTER = " \u3000-/\u200B\t\n";

    private String text = "";
    private int position;

    @Override
    public void setText(String newText) {
        text = newText;
        position = 0;
    }

    @Override
    public int next() {
        while (position < text.length()) {
            position += Character.charCount(text.codePointAt(position));
            if (position == text.length() || mayBreakBefore(position)) {
                return position;
            }
        }
        return BreakIterator.DONE;
    }

    private boolean mayBreakBefore(int index) {
        int before = text.codePointBefore(index);
        int after = text.codePointAt(index);
        if (NOT_AT_HEAD.indexOf(after) >= 0 || NOT_AT_END.indexOf(before) >= 0) {
            return false;
        }
        if (Character.isWhitespace(after) || before == '/' && after == '/') {
            return false;
        }
        return BREAKS_AFTER.indexOf(before) >= 0 || isWide(before) || isWide(after);
    }

    private static boolean isWide(int sign) {
        return Character.isIdeographic(sign)
                || NOT_AT_HEAD.indexOf(sign) >= 0 && sign > 0x7F
                || NOT_AT_END.indexOf(sign) >= 0 && sign > 0x7F
                || sign >= 0x2460 && sign <= 0x27BF
                || sign >= 0x3000 && sign <= 0x33FF
                || sign >= 0xFF00 && sign <= 0xFFEF;
    }
}
