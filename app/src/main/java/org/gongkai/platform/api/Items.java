package org.gongkai.platform.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One part of a list (列表片段): {@code {"items":[…],"next":"cursor"|null}}.
 *
 * @param next the cursor to continue with, null at the end
 */
public record Items<T>(List<T> items, @Nullable String next) {
    public Items {
        items = List.copyOf(items);
    }

    /**
     * A part from {@link Paging#fetch()} rows, of which the last only tells that there are more.
     */
    public static <T> Items<T> of(List<T> fetched, Paging paging, Function<T, Cursor> cursor) {
        if (fetched.size() <= paging.limit()) {
            return new Items<>(fetched, null);
        }
        var shown = fetched.subList(0, paging.limit());
        return new Items<>(shown, cursor.apply(shown.getLast()).written());
    }

    /** A list that is short by nature and comes whole. */
    public static <T> Items<T> whole(List<T> items) {
        return new Items<>(items, null);
    }

    /** The same part with each item in another form. */
    public <R> Items<R> map(Function<? super T, ? extends R> form) {
        return new Items<>(items.stream().<R>map(form).toList(), next);
    }
}
