package org.gongkai.platform.pagecache;

import org.jspecify.annotations.Nullable;

/** Whether a reader has this form of a page already ({@code If-None-Match}, RFC 9110, 13.1.2). */
final class EntityTags {
    private EntityTags() {}

    /** By weak comparison: {@code W/"x"} and {@code "x"} are the same. */
    static boolean match(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        var given = ifNoneMatch.strip();
        if (given.equals(tag) || given.equals("*")) {
            return true;
        }
        for (var at = given.indexOf(tag); at >= 0; at = given.indexOf(tag, at + 1)) {
            if (alone(given, at, at + tag.length())) {
                return true;
            }
        }
        return false;
    }

    /** Not a piece of a longer tag: quotes belong to {@code tag} itself. */
    private static boolean alone(String given, int from, int to) {
        var before = given.substring(0, from).stripTrailing();
        var after = given.substring(to).stripLeading();
        return (before.isEmpty() || before.endsWith(",") || before.endsWith("W/"))
                && (after.isEmpty() || after.startsWith(","));
    }
}
