package org.gongkai.platform.search.opensearch;

import java.util.List;
import java.util.Map;

/** The server's queries as JSON (检索子句). */
final class Clauses {

    private Clauses() {}

    static Map<String, Object> everything() {
        return Map.of("match_all", Map.of());
    }

    static Map<String, Object> term(String field, String value) {
        return Map.of("term", Map.of(field, value));
    }

    static Map<String, Object> anyOf(String field, List<String> values) {
        return Map.of("terms", Map.of(field, values));
    }

    static Map<String, Object> prefix(String field, String value) {
        return Map.of("prefix", Map.of(field, value));
    }

    /** These tokens, one behind the other. */
    static Map<String, Object> phrase(String field, String tokens) {
        return Map.of("match_phrase", Map.of(field, Map.of("query", tokens, "analyzer", "asked")));
    }

    /** As good as it is, so many times. */
    static Map<String, Object> weighted(Object what, float factor) {
        return Map.of("bool", Map.of("must", List.of(what), "boost", factor));
    }

    /** All of it equally good. */
    static Map<String, Object> constant(Object what, float score) {
        return Map.of("constant_score", Map.of("filter", what, "boost", score));
    }

    /** Every document, so many times as good as its value in this field. */
    static Map<String, Object> value(String field, float factor) {
        return Map.of(
                "function_score",
                Map.of(
                        "query",
                        everything(),
                        "field_value_factor",
                        Map.of("field", field, "factor", factor, "missing", 1),
                        "boost_mode",
                        "replace"));
    }

    /** As good as the best of them, and a little better for each other. */
    static Map<String, Object> best(List<?> ways, float tie) {
        return Map.of("dis_max", Map.of("queries", ways, "tie_breaker", tie));
    }

    static Map<String, Object> all(List<?> required, List<?> welcome, List<?> excluded) {
        return Map.of("bool", Map.of("must", required, "should", welcome, "must_not", excluded));
    }

    static Map<String, Object> some(List<?> ways, int atLeast) {
        return Map.of("bool", Map.of("should", ways, "minimum_should_match", atLeast));
    }

    static Map<String, Object> since(String field, Object least) {
        return Map.of("range", Map.of(field, Map.of("gte", least)));
    }

    static Map<String, Object> until(String field, Object most) {
        return Map.of("range", Map.of(field, Map.of("lte", most)));
    }

    static Map<String, Object> before(String field, Object limit) {
        return Map.of("range", Map.of(field, Map.of("lt", limit)));
    }

    /** What passes, without being better or worse for it. */
    static Map<String, Object> passing(List<?> filters) {
        return Map.of("bool", Map.of("filter", filters));
    }
}
