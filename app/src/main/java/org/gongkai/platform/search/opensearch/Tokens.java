package org.gongkai.platform.search.opensearch;

import java.util.StringJoiner;
import org.gongkai.platform.search.text.Folding;
import org.gongkai.platform.search.text.Words;

/** Text as tokens between spaces (分词后的文本), which the server takes as they are. */
final class Tokens {

    /** Stands for a token that is left out of a phrase; the server drops it and keeps its place. */
    static final String GAP = "_";

    private Tokens() {}

    /** The words of the text and the words inside them. */
    static String words(String text, Words words) {
        var tokens = new StringJoiner(" ");
        words.eachWithParts(Folding.fold(text), it -> tokens.add(it.text()));
        return tokens.toString();
    }

    /** The pairs of neighbouring characters of the text, the last character alone. */
    static String pairs(String text) {
        int[] characters = Folding.bare(text).codePoints().toArray();
        var tokens = new StringBuilder(characters.length * 3);
        for (int i = 0; i < characters.length; i++) {
            tokens.appendCodePoint(characters[i]);
            if (i + 1 < characters.length) {
                tokens.appendCodePoint(characters[i + 1]).append(' ');
            }
        }
        return tokens.toString();
    }

    /** Characters that follow each other, as a phrase; every second pair is enough to be sure. */
    static String together(int[] characters) {
        var tokens = new StringJoiner(" ");
        for (int i = 0; i < characters.length - 1; i++) {
            boolean needed = i % 2 == 0 || i == characters.length - 2;
            tokens.add(needed ? new String(characters, i, 2) : GAP);
        }
        return tokens.toString();
    }
}
