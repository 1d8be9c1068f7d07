package org.gongkai.platform.search.opensearch;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.search.Facets;
import org.gongkai.platform.search.SearchFilters;
import tools.jackson.databind.JsonNode;

/**
 * The counts of the filters' choices (筛选项计数), counted by the server; what may not be seen is taken
 * out again here.
 */
final class Tally {

    private static final String VALUES = "values";
    private static final String NUMBER = "doc_count";

    /** More values than this one filter does not show. */
    private static final int MOST_VALUES = 5_000;

    private final Map<Dimension, Map<String, Long>> counts = new EnumMap<>(Dimension.class);
    private final SearchFilters filters;
    private long total;

    /** What the server is to count: each filter's choices as if it were not set. */
    static Map<String, Object> asked(SearchFilters filters) {
        Map<String, Object> asked = new LinkedHashMap<>();
        for (Dimension it : Dimension.values()) {
            var passing = Clauses.passing(Dimension.filters(filters, it));
            asked.put(it.name(), Map.of("filter", passing, "aggs", choices(it, filters)));
        }
        return asked;
    }

    private static Map<String, Object> choices(Dimension dimension, SearchFilters filters) {
        if (dimension != Dimension.FORCE) {
            var values = Map.of("field", dimension.field(), "size", MOST_VALUES);
            return Map.of(VALUES, Map.of("terms", values));
        }
        var forces = Force.counted(filters.today());
        return forces.isEmpty()
                ? Map.of()
                : Map.of(VALUES, Map.of("filters", Map.of("filters", forces)));
    }

    Tally(JsonNode answer, SearchFilters filters) {
        this.filters = filters;
        total = answer.path("hits").path("total").path("value").asLong();
        for (Dimension it : Dimension.values()) {
            JsonNode buckets =
                    answer.path("aggregations").path(it.name()).path(VALUES).path("buckets");
            for (var bucket : buckets.properties()) {
                of(it).put(bucket.getKey(), bucket.getValue().path(NUMBER).asLong());
            }
            for (JsonNode bucket : buckets.isArray() ? buckets.values() : List.<JsonNode>of()) {
                of(it).put(bucket.path("key").asString(), bucket.path(NUMBER).asLong());
            }
        }
    }

    /** Takes a counted hit out again, because it may not be seen. */
    void without(JsonNode stored) {
        total--;
        for (Dimension it : Dimension.values()) {
            it.of(stored, filters).forEach(value -> of(it).merge(value, -1L, Long::sum));
        }
    }

    long total() {
        return total;
    }

    Facets facets() {
        return Facets.counted(
                of(Dimension.COLUMN),
                of(Dimension.KIND),
                of(Dimension.YEAR),
                of(Dimension.SECTION),
                of(Dimension.ITEM),
                of(Dimension.FORCE));
    }

    private Map<String, Long> of(Dimension dimension) {
        return counts.computeIfAbsent(dimension, it -> new HashMap<>());
    }
}
