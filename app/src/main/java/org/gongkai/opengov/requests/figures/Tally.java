package org.gongkai.opengov.requests.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts cases at their places (计数). */
final class Tally<P> {
    private final Map<P, List<String>> cases = new HashMap<>();

    void add(P place, String number) {
        cases.computeIfAbsent(place, it -> new ArrayList<>()).add(number);
    }

    Figure at(P place) {
        var counted = cases.getOrDefault(place, List.of());
        return new Figure(counted.size(), counted);
    }

    Map<P, Figure> figures() {
        var figures = new HashMap<P, Figure>();
        cases.keySet().forEach(it -> figures.put(it, at(it)));
        return figures;
    }
}
