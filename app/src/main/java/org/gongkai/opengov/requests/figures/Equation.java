package org.gongkai.opengov.requests.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two sums of figures that must be the same (等式): in numbers, and case by case. */
record Equation(Identity identity, String place, List<Figure> left, List<Figure> right) {

    /** How it fails; empty if it holds. A figure without cases is compared by its number alone. */
    Optional<BrokenIdentity> broken() {
        long one = sum(left);
        long other = sum(right);
        var uneven = uneven();
        return one == other && uneven.isEmpty()
                ? Optional.empty()
                : Optional.of(new BrokenIdentity(identity, place, one, other, uneven));
    }

    private List<String> uneven() {
        if (!knowsCases(left) || !knowsCases(right)) {
            return List.of();
        }
        Map<String, Integer> balance = new HashMap<>();
        left.forEach(it -> it.cases().forEach(number -> balance.merge(number, 1, Integer::sum)));
        right.forEach(it -> it.cases().forEach(number -> balance.merge(number, -1, Integer::sum)));
        return balance.entrySet().stream()
                .filter(it -> it.getValue() != 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static boolean knowsCases(List<Figure> figures) {
        return figures.stream().allMatch(it -> it.count() == it.cases().size());
    }

    private static long sum(List<Figure> figures) {
        return figures.stream().mapToLong(Figure::count).sum();
    }
}
