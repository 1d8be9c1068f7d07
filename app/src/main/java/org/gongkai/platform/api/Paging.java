package org.gongkai.platform.api;

import java.util.Optional;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for (分页): {@code ?after=<cursor>&limit=1..200}. An argument of any
 * API method.
 */
public record Paging(@Nullable String after, int limit) {
    /** The most items of one answer. */
    public static final int MOST = 200;

    /** Items of one answer unless asked otherwise. */
    public static final int USUAL = 50;

    /** Reads the two parameters; refuses what is no cursor and what is out of range. */
    public static Paging read(@Nullable String after, @Nullable String limit) {
        String from = after == null || after.isBlank() ? null : after;
        if (limit == null || limit.isBlank()) {
            return new Paging(from, USUAL);
        }
        if (!limit.matches("[0-9]{1,3}")) {
            throw Refusal.invalid("limit", "api.paging.limit", MOST);
        }
        int asked = Integer.parseInt(limit);
        if (asked < 1 || asked > MOST) {
            throw Refusal.invalid("limit", "api.paging.limit", MOST);
        }
        return new Paging(from, asked);
    }

    /** Where to go on, by a list with this many sort keys; empty for its beginning. */
    public Optional<Cursor> cursor(int keys) {
        return Optional.ofNullable(after).map(it -> Cursor.read(it, keys));
    }

    /** How many items lie before this part, in a list that goes on by place. */
    public int skip() {
        return cursor(1).map(it -> it.place(0)).orElse(0);
    }

    /** How many rows to fetch: one more than asked for tells whether there is a next part. */
    public int fetch() {
        return limit + 1;
    }
}
