package org.gongkai.platform.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a list (分页): first, last and the neighbours of the one shown, with gaps between.
 *
 * @param number the page shown, from 1
 * @param count how many there are
 */
public record Pages(int number, int count, List<Page> around) {

    /** One page, or a gap where there is no address. */
    public record Page(int number, @Nullable String address, boolean here) {}

    /** The pages of {@code total} lines, {@code perPage} each. */
    public static Pages of(int number, long total, int perPage, IntFunction<String> address) {
        var count = (int) Math.max(1, (total + perPage - 1) / perPage);
        var shown = Math.clamp(number, 1, count);
        var around = new ArrayList<Page>();
        var last = 0;
        for (var it = 1; it <= count; it++) {
            if (it == 1 || it == count || Math.abs(it - shown) <= 2) {
                if (it - last > 1) {
                    around.add(new Page(0, null, false));
                }
                around.add(new Page(it, address.apply(it), it == shown));
                last = it;
            }
        }
        return new Pages(shown, count, List.copyOf(around));
    }

    /** Address of the page before; null on the first. */
    public @Nullable String previous() {
        return addressOf(number - 1);
    }

    /** Address of the page after; null on the last. */
    public @Nullable String next() {
        return addressOf(number + 1);
    }

    private @Nullable String addressOf(int wanted) {
        return around.stream()
                .filter(it -> it.number() == wanted)
                .findFirst()
                .map(Page::address)
                .orElse(null);
    }
}
