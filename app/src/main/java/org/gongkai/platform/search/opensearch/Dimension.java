package org.gongkai.platform.search.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.search.SearchFilters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A property that hits can be narrowed by (筛选维度). */
enum Dimension {
    COLUMN(Names.COLUMN),
    KIND(Names.KIND),
    YEAR(Names.YEAR),
    SECTION(Names.SECTION),
    ITEM(Names.ITEM),
    FORCE("");

    private final String field;

    Dimension(String field) {
        this.field = field;
    }

    /** The field that holds its values. */
    String field() {
        return field;
    }

    /** The values for which a hit with this stored entry counts. */
    List<String> of(JsonNode stored, SearchFilters filters) {
        return this == FORCE ? Force.of(stored, filters.today()) : of(stored);
    }

    private List<String> of(JsonNode stored) {
        List<String> values = new ArrayList<>();
        JsonNode value = stored.path(field);
        if (value.isArray()) {
            value.forEach(it -> values.add(it.asString()));
        } else if (!value.isMissingNode()) {
            values.add(value.asString());
        }
        return values;
    }

    private @Nullable String wanted(SearchFilters filters) {
        return switch (this) {
            case COLUMN -> filters.column();
            case KIND -> filters.kind();
            case YEAR -> filters.year() == null ? null : filters.year().toString();
            case SECTION -> filters.section();
            case ITEM -> filters.item();
            case FORCE -> null;
        };
    }

    /** The filters but for those on {@code left}, which may be null. */
    static List<Map<String, Object>> filters(SearchFilters filters, @Nullable Dimension left) {
        List<Map<String, Object>> clauses = new ArrayList<>();
        for (Dimension it : values()) {
            String wanted = it.wanted(filters);
            if (it != left && wanted != null) {
                clauses.add(Clauses.anyOf(it.field, List.of(wanted)));
            }
        }
        if (left != FORCE && filters.force() != null && filters.today() != null) {
            clauses.add(Force.clause(filters.force(), filters.today()));
        }
        return clauses;
    }
}
