package org.gongkai.platform.search;

import java.util.List;

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
}
