package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.gongkai.platform.search.MarkedText;
import org.gongkai.platform.search.Snippet;

/**
 * Marks in a text what was looked for (标红), and picks the stretch that shows most of it (摘要).
 *
 * <p>Finds the searched words in the folded text without its punctuation, as the index does, and
 * gives back the original text only.
 */
public final class Marker {

    /** How long a snippet is. */
    static final int SNIPPET = 120;

    private static final int LEAD = 20;

    /** Beyond this a text is not looked through for its snippet. */
    private static final int FARTHEST = 200_000;

    private final List<String> needles;

    /**
     * Marks these.
     *
     * @param needles bare texts, more than one character each unless that is all there is
     */
    public Marker(Collection<String> needles) {
        this.needles = needles.stream().filter(it -> !it.isEmpty()).distinct().toList();
    }

    /** The whole text. */
    public List<MarkedText> whole(String text) {
        return pieces(text, new Bare(text).marks(needles), 0, text.length());
    }

    /** Whether anything that is looked for is in the text. */
    public boolean finds(String text) {
        var bare = new Bare(start(text));
        return needles.stream().anyMatch(it -> bare.text.indexOf(it) >= 0);
    }

    /** The stretch that shows most; the beginning if nothing is found. */
    public Snippet snippet(String text) {
        BitSet marks = new Bare(start(text)).marks(needles);
        int from = marks.isEmpty() ? 0 : best(text, marks);
        int to = whole(text, Math.min(text.length(), from + SNIPPET));
        return new Snippet(pieces(text, marks, from, to), from > 0, to < text.length());
    }

    private static String start(String text) {
        return text.length() <= FARTHEST ? text : text.substring(0, whole(text, FARTHEST));
    }

    /** Of all stretches that begin a little before a mark, the one with most marked characters. */
    private static int best(String text, BitSet marks) {
        int best = 0;
        int most = -1;
        for (int mark = marks.nextSetBit(0); mark >= 0; mark = next(marks, mark)) {
            int shown = marks.get(mark, mark + SNIPPET - LEAD).cardinality();
            if (shown > most) {
                most = shown;
                best = mark;
            }
        }
        return whole(text, lead(text, best));
    }

    private static int next(BitSet marks, int mark) {
        return marks.nextSetBit(marks.nextClearBit(mark));
    }

    /** Begins at the start of the sentence if that is near. */
    private static int lead(String text, int mark) {
        for (int i = mark; i > mark - LEAD; i--) {
            if (i == 0 || "。！？；\n\r\u001e".indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return mark - LEAD;
    }

    /** Not between the two halves of one character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at))
                ? at - 1
                : at;
    }

    private static List<MarkedText> pieces(String text, BitSet marks, int from, int to) {
        List<MarkedText> pieces = new ArrayList<>();
        int at = from;
        while (at < to) {
            boolean marked = marks.get(at);
            int end = marked ? marks.nextClearBit(at) : marks.nextSetBit(at);
            end = end < 0 ? to : Math.min(end, to);
            pieces.add(new MarkedText(text.substring(at, end), marked));
            at = end;
        }
        return pieces;
    }

    /** A text without what does not count, and where each of its characters stood. */
    private static final class Bare {
        private final String text;
        private final int[] places;

        Bare(String original) {
            char[] bare = new char[original.length()];
            int[] where = new int[original.length()];
            int length = 0;
            for (int i = 0; i < original.length(); i++) {
                char folded = Folding.fold(original.charAt(i));
                if (Folding.counts(folded) || countsInPair(original, i)) {
                    where[length] = i;
                    bare[length++] = folded;
                }
            }
            text = new String(bare, 0, length);
            places = where;
        }

        private static boolean countsInPair(String text, int at) {
            if (!Character.isSurrogate(text.charAt(at))) {
                return false;
            }
            int whole =
                    Character.isHighSurrogate(text.charAt(at)) || at == 0
                            ? text.codePointAt(at)
                            : text.codePointBefore(at + 1);
            return Folding.counts(whole);
        }

        BitSet marks(List<String> needles) {
            var marks = new BitSet();
            for (String needle : needles) {
                for (int at = text.indexOf(needle);
                        at >= 0;
                        at = text.indexOf(needle, at + needle.length())) {
                    marks.set(places[at], places[at + needle.length() - 1] + 1);
                }
            }
            return marks;
        }
    }
}
