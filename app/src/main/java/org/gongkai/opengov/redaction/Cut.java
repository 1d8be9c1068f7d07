package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.List;

/**
 * A place that is painted over (涂盖处), in points of the page.
 *
 * @param mark the number of its mark, from 0
 */
record Cut(Box box, int mark) {

    /** Those that do not touch an earlier one of the same mark: the places a reader sees. */
    static List<Cut> apart(List<Cut> all) {
        List<Cut> apart = new ArrayList<>();
        for (var at = 0; at < all.size(); at++) {
            var cut = all.get(at);
            if (all.subList(0, at).stream()
                    .noneMatch(it -> it.mark() == cut.mark() && it.box().touches(cut.box()))) {
                apart.add(cut);
            }
        }
        return apart;
    }
}
