package org.gongkai.platform.search;

import java.util.List;

/**
 * What the hits can be narrowed to (筛选项): most hits first, years newest first.
 *
 * <p>Each list counts as if its own filter were not set, so that another choice can be seen and
 * made. A column counts its descendants.
 */
public record Facets(
        List<FacetCount> columns,
        List<FacetCount> kinds,
        List<FacetCount> years,
        List<FacetCount> sections) {

    /** Nothing to narrow. */
    public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

    public Facets {
        columns = List.copyOf(columns);
        kinds = List.copyOf(kinds);
        years = List.copyOf(years);
        sections = List.copyOf(sections);
    }
}
