package org.gongkai.platform.search.lucene;

import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.gongkai.platform.search.text.Folding;

/**
 * The pairs of neighbouring characters of a text (二元切分), punctuation left out: the safety net that
 * finds any two characters that stand together, however the text divides into words.
 *
 * <p>The last character stands alone at its own place, so that each character begins a pair.
 */
public final class Pairs extends TokenStream {

    /** Divides values: no pair reaches over it. */
    static final char BREAK = '\u001e';

    private static final int GAP = 10;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment =
            addAttribute(PositionIncrementAttribute.class);
    private final String folded;
    private int at;
    private int gap;

    /** The pairs of this text. */
    public Pairs(String text) {
        folded = Folding.fold(text);
    }

    /** The pairs of these texts, none reaching from one into the next. */
    static Pairs ofAll(List<String> texts) {
        return new Pairs(String.join(String.valueOf(BREAK), texts));
    }

    @Override
    public boolean incrementToken() {
        int first = next(at, true);
        if (first < 0) {
            return false;
        }
        clearAttributes();
        int afterFirst = first + Character.charCount(folded.codePointAt(first));
        int second = next(afterFirst, false);
        term.append(folded, first, afterFirst);
        if (second >= 0) {
            term.append(folded, second, second + Character.charCount(folded.codePointAt(second)));
        }
        increment.setPositionIncrement(1 + gap);
        gap = 0;
        at = afterFirst;
        return true;
    }

    /** The next place that counts; over a break only if {@code beyond}. */
    private int next(int from, boolean beyond) {
        for (int i = from; i < folded.length(); ) {
            int codePoint = folded.codePointAt(i);
            if (Folding.counts(codePoint)) {
                return i;
            }
            if (codePoint == BREAK) {
                if (!beyond) {
                    return -1;
                }
                gap = GAP;
            }
            i += Character.charCount(codePoint);
        }
        return -1;
    }

    @Override
    public void reset() {
        at = 0;
        gap = 0;
    }
}
