package org.gongkai.platform.search.text;

/** A word in folded text (词) and where it starts. */
public record Word(String text, int start) {

    /** Where the word ends. */
    public int end() {
        return start + text.length();
    }
}
