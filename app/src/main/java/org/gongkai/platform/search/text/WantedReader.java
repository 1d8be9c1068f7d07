package org.gongkai.platform.search.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Understands what somebody typed (检索式解析): parts divided by spaces, "exact parts" in quotes of any
 * kind, -parts that must not be there. Everything else is text; nothing is an error.
 */
public final class WantedReader {

    /** What is typed beyond this is not looked for. */
    public static final int LONGEST = 200;

    /** The most parts looked for. */
    public static final int MOST_PARTS = 10;

    private static final String OPENING = "\"“”„「『〝";
    private static final String CLOSING = "\"“”」』〞";

    private final String folded;
    private final List<Wanted.Part> required = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private int at;

    private WantedReader(String folded) {
        this.folded = folded;
    }

    /** What {@code typed} asks for. */
    public static Wanted read(String typed) {
        var reader = new WantedReader(Folding.fold(cut(typed)));
        reader.readAll();
        return new Wanted(reader.required, reader.excluded);
    }

    /** As much of it as is looked for. */
    static String cut(String typed) {
        if (typed.length() <= LONGEST) {
            return typed;
        }
        return typed.substring(
                0, Character.isHighSurrogate(typed.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    private void readAll() {
        while (at < folded.length() && required.size() + excluded.size() < MOST_PARTS) {
            if (space(folded.charAt(at))) {
                at++;
            } else {
                readPart();
            }
        }
    }

    private void readPart() {
        boolean not = minus(folded.charAt(at)) && at + 1 < folded.length();
        if (not) {
            at++;
        }
        int closing = opens(folded.charAt(at)) ? closing(at + 1) : -1;
        boolean exact = closing >= 0;
        String text = exact ? folded.substring(at + 1, closing) : untilSpace();
        at = exact ? closing + 1 : at + text.length();
        String bare = Folding.bare(text);
        if (bare.isEmpty()) {
            return;
        }
        if (not) {
            excluded.add(bare);
        } else {
            required.add(new Wanted.Part(text, bare, exact));
        }
    }

    private String untilSpace() {
        int end = at;
        while (end < folded.length() && !space(folded.charAt(end))) {
            if (end > at && opens(folded.charAt(end)) && closing(end + 1) >= 0) {
                break;
            }
            end++;
        }
        return folded.substring(at, end);
    }

    private int closing(int from) {
        for (int i = from; i < folded.length(); i++) {
            if (CLOSING.indexOf(folded.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether any part may be in quotes. */
    static boolean quotes(String typed) {
        return typed.chars().anyMatch(it -> opens((char) it));
    }

    private static boolean opens(char c) {
        return OPENING.indexOf(c) >= 0;
    }

    private static boolean minus(char c) {
        return c == '-' || c == '−' || c == '–';
    }

    private static boolean space(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
