package org.gongkai.platform.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What the hits can be narrowed to (筛选项): most hits first, years newest first.
 *
 * <p>Each list counts as if its own filter were not set, so that another choice can be seen and
 * made. A column counts its descendants.
 *
 * @param items by number of the item of 条例 art. 20
 * @param forces by {@link LegalForce#slug()}, of normative documents
 */
public record Facets(
        List<FacetCount> columns,
        List<FacetCount> kinds,
        List<FacetCount> years,
        List<FacetCount> sections,
        List<FacetCount> items,
        List<FacetCount> forces) {

    /** Nothing to narrow. */
    public static final Facets NONE =
            new Facets(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Facets {
        columns = List.copyOf(columns);
        kinds = List.copyOf(kinds);
        years = List.copyOf(years);
        sections = List.copyOf(sections);
        items = List.copyOf(items);
        forces = List.copyOf(forces);
    }

    /** In the order in which they are shown; what nothing is left of is not. */
    public static Facets counted(
            Map<String, Long> columns,
            Map<String, Long> kinds,
            Map<String, Long> years,
            Map<String, Long> sections,
            Map<String, Long> items,
            Map<String, Long> forces) {
        Comparator<FacetCount> most =
                Comparator.comparingLong(FacetCount::count)
                        .reversed()
                        .thenComparing(FacetCount::value);
        return new Facets(
                sorted(columns, most),
                sorted(kinds, most),
                sorted(years, Comparator.comparing(FacetCount::value).reversed()),
                sorted(sections, most),
                sorted(items, most),
                sorted(forces, most));
    }

    private static List<FacetCount> sorted(Map<String, Long> counts, Comparator<FacetCount> order) {
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(it -> new FacetCount(it.getKey(), it.getValue()))
                .sorted(order)
                .toList();
    }
}
