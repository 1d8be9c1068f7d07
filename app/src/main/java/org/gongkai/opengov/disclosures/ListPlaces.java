package org.gongkai.opengov.disclosures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.gongkai.opengov.disclosures.PublicRegister.Order;
import org.gongkai.opengov.disclosures.PublicRegister.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the pages of a list end (列表翻页位置), so that whoever exports all of them one after the other
 * does not count through the list for each. The program that serves keeps none; see {@link
 * PublicCounts}.
 */
@Component
class ListPlaces {
    private static final int LISTS = 200;

    private final @Nullable Cache<Listed, NavigableMap<Integer, Place>> lists;

    ListPlaces(@Value("${gongkai.counts-kept:0s}") Duration kept) {
        lists =
                kept.isZero()
                        ? null
                        : Caffeine.newBuilder().expireAfterWrite(kept).maximumSize(LISTS).build();
    }

    /** A list: what it holds, and in which order. */
    record Listed(String where, Map<String, Object> parameters, Order order) {}

    /** Behind so many lines of a list this is the last that was shown. */
    record Known(int lines, Place last) {}

    /** The nearest place known before the line that is asked for. */
    Optional<Known> before(Listed list, int skip) {
        return lists == null
                ? Optional.empty()
                : Optional.ofNullable(lists.getIfPresent(list))
                        .map(it -> it.floorEntry(skip))
                        .map(it -> new Known(it.getKey(), it.getValue()));
    }

    /** Remembers what the last of so many lines is. */
    void know(Listed list, int lines, Place last) {
        if (lists != null) {
            lists.get(list, _ -> new ConcurrentSkipListMap<>()).put(lines, last);
        }
    }
}
