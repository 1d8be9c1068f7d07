package org.gongkai.platform.api;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.gongkai.platform.refusals.Refusal;

/**
 * Where a list goes on (游标): the sort keys of the last item shown, opaque to the caller.
 *
 * @param keys the sort keys, in the order of the list
 */
public record Cursor(List<String> keys) {
    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    /** The cursor after an item with these sort keys. */
    public static Cursor at(Object... keys) {
        return new Cursor(Arrays.stream(keys).map(Object::toString).toList());
    }

    /** Reads what the caller got as {@code next}; refuses anything else. */
    public static Cursor read(String text, int keys) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            var read = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var parts = List.of(read.toString().split(SEPARATOR, -1));
            if (parts.size() == keys) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    /** A sort key as text. */
    public String text(int at) {
        return keys.get(at);
    }

    /** A sort key as a number. */
    public long number(int at) {
        try {
            return Long.parseLong(keys.get(at));
        } catch (NumberFormatException e) {
            throw unreadable();
        }
    }

    /** A sort key as a place in the list, counted from 0. */
    public int place(int at) {
        long place = number(at);
        if (place < 0 || place > Integer.MAX_VALUE - Paging.MOST) {
            throw unreadable();
        }
        return (int) place;
    }

    /** As the caller gets it. */
    public String written() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal unreadable() {
        return Refusal.invalid("after", "api.paging.after");
    }
}
