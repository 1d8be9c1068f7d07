package org.gongkai.platform.files;

import java.util.regex.Pattern;

/**
 * Words without what nobody sees (可见文字): control signs, signs without width, signs that turn the
 * reading direction (CVE-2021-42574), halves of signs. They let a text say one thing to people and
 * another to a machine, and some of them no database keeps.
 */
public final class SeenText {
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}|[\\u00AD\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

    private SeenText() {}

    /** What is seen of {@code typed}. */
    public static String of(String typed) {
        return UNSEEN.matcher(typed).replaceAll("");
    }
}
