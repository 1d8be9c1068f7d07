package org.gongkai.platform.search.text;

import com.hankcs.hanlp.HanLP;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Objects;

/**
 * Makes spellings of one thing the same (字符归一): full width to half width, capitals to small
 * letters, traditional to simplified characters, compatibility forms to plain ones.
 *
 * <p>Each character becomes exactly one character, so that a place in the folded text is the same
 * place in the original.
 */
public final class Folding {

    private static final char[] FOLDED = table();

    private static final boolean[] COUNTS = counting();

    private Folding() {}

    /** The folded text, as long as {@code text}. */
    public static String fold(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = FOLDED[folded[i]];
        }
        return new String(folded);
    }

    /** The folded character. */
    static char fold(char c) {
        return FOLDED[c];
    }

    /** Whether the character counts; half of a rare character does not tell. */
    static boolean counts(char c) {
        return COUNTS[c];
    }

    /** Whether the code point is searched for at all: a letter, a character, a digit, 〇 or Ⅲ. */
    public static boolean counts(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.LETTER_NUMBER;
    }

    /** Folded, and without anything that is not searched for: 〔2021〕1号 becomes 20211号. */
    public static String bare(String text) {
        var bare = new StringBuilder(text.length());
        fold(text).codePoints().filter(Folding::counts).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = plain((char) i);
        }
        addSimplified(table);
        return table;
    }

    private static boolean[] counting() {
        boolean[] counting = new boolean[Character.MAX_VALUE + 1];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = counts(i);
        }
        return counting;
    }

    private static char plain(char c) {
        if (Character.isSurrogate(c)) {
            return c;
        }
        String composed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
        return Character.toLowerCase(composed.length() == 1 ? composed.charAt(0) : c);
    }

    /** HanLP's table of traditional characters, as far as one stands for one. */
    private static void addSimplified(char[] table) {
        var stream = HanLP.class.getResourceAsStream("/data/dictionary/tc/t2s.txt");
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() == 3 && line.charAt(1) == '=') {
                    table[line.charAt(0)] = line.charAt(2);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
