package org.gongkai.platform.search.opensearch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.search.Facets;
import org.gongkai.platform.search.SearchHit;
import org.gongkai.platform.search.SearchOrder;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.SearchResults;
import org.gongkai.platform.search.VisibilityGate;
import org.gongkai.platform.search.text.Excerpt;
import org.gongkai.platform.search.text.Marker;
import org.gongkai.platform.search.text.Question;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One search (一次检索). The server is asked for keys and counts first; texts are fetched only of what
 * the gate has let through.
 */
final class Lookup {

    /** Fetched beyond the page, so that hits the gate keeps back are made up for. */
    private static final int SPARE = 20;

    private static final int MOST_AT_ONCE = 1_000;
    private static final String TIME_LIMIT = "2s";

    private static final List<String> KEYS =
            List.of(
                    Names.ID,
                    Names.COLUMN,
                    Names.COLUMN_KEY,
                    Names.KIND,
                    Names.YEAR,
                    Names.SECTION,
                    Names.ITEM,
                    Names.EFFECTIVE_ON,
                    Names.EXPIRES_ON,
                    Names.REPEALED_ON,
                    Names.PUBLISHED,
                    Names.DOCUMENT_NUMBER,
                    Names.INDEX_NUMBER);

    private final Server server;
    private final String index;
    private final SearchQuery search;
    private final VisibilityGate gate;
    private final Question question;
    private final SearchOrder order;
    private boolean cutOff;

    Lookup(
            Server server,
            String index,
            Question question,
            SearchQuery search,
            VisibilityGate gate) {
        this.server = server;
        this.index = index;
        this.search = search;
        this.gate = gate;
        this.question = question;
        order = question.ranked() ? search.order() : SearchOrder.DATE;
    }

    SearchResults results() {
        if (!question.possible()) {
            return SearchResults.none(true);
        }
        List<Object> after = Cursor.read(search.after(), order);
        int needed = search.offset() + search.limit() + 1;
        List<JsonNode> visible = new ArrayList<>();
        Tally tally = null;
        while (visible.size() < needed) {
            int number = Math.min(needed - visible.size() + SPARE, MOST_AT_ONCE);
            JsonNode answer = fetch(after, number, tally == null);
            tally = tally == null ? new Tally(answer, search.filters()) : tally;
            List<JsonNode> found = List.copyOf(answer.path("hits").path("hits").values());
            letThrough(found, tally, visible);
            if (found.size() < number) {
                break;
            }
            after = values(found.getLast().path("sort"));
        }
        int from = Math.min(search.offset(), visible.size());
        List<JsonNode> page = visible.subList(from, Math.min(visible.size(), needed));
        boolean more = page.size() > search.limit();
        List<SearchHit> hits = show(more ? page.subList(0, search.limit()) : page);
        return new SearchResults(
                tally == null ? 0 : tally.total(),
                hits,
                tally == null ? Facets.NONE : tally.facets(),
                more ? hits.getLast().cursor() : null,
                !cutOff);
    }

    private JsonNode fetch(@Nullable List<Object> after, int number, boolean counted) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("query", inTime(Translation.of(question.sought())));
        asked.put("post_filter", Clauses.passing(Dimension.filters(search.filters(), null)));
        asked.put("sort", Cursor.sort(order));
        asked.put("size", number);
        asked.put("timeout", TIME_LIMIT);
        asked.put("_source", KEYS);
        asked.put("track_total_hits", counted);
        if (counted) {
            asked.put("aggs", Tally.asked(search.filters()));
        }
        if (after != null) {
            asked.put("search_after", after);
        }
        JsonNode answer = server.ask("/" + index + "/_search", asked);
        cutOff |= answer.path("timed_out").asBoolean();
        return answer;
    }

    /** Only what was published in the time asked; nothing is counted outside of it. */
    private Map<String, Object> inTime(Map<String, Object> query) {
        Long from = search.filters().sinceMillisecond();
        Long before = search.filters().untilMillisecond();
        List<Object> limits = new ArrayList<>();
        if (from != null) {
            limits.add(Clauses.since(Names.PUBLISHED, from));
        }
        if (before != null) {
            limits.add(Clauses.before(Names.PUBLISHED, before));
        }
        return limits.isEmpty()
                ? query
                : Map.of("bool", Map.of("must", List.of(query), "filter", limits));
    }

    private static List<Object> values(JsonNode sort) {
        List<Object> values = new ArrayList<>();
        sort.forEach(it -> values.add(it.isNumber() ? it.numberValue() : it.asString()));
        return values;
    }

    private void letThrough(List<JsonNode> found, Tally tally, List<JsonNode> visible) {
        Set<String> ids = new LinkedHashSet<>();
        found.forEach(it -> ids.add(id(it)));
        Set<String> open = ids.isEmpty() ? Set.of() : gate.publicAmong(ids);
        for (JsonNode it : found) {
            if (open.contains(id(it))) {
                visible.add(it);
            } else {
                tally.without(it.path("_source"));
            }
        }
    }

    private static String id(JsonNode hit) {
        return hit.path("_source").path(Names.ID).asString();
    }

    private List<SearchHit> show(List<JsonNode> page) {
        List<String> ids = page.stream().map(Lookup::id).toList();
        Map<String, JsonNode> texts = texts(ids);
        var marker = new Marker(question.needles());
        List<SearchHit> hits = new ArrayList<>();
        for (JsonNode it : page) {
            JsonNode text = texts.get(id(it));
            if (text != null) {
                hits.add(hit(it, text, marker));
            }
        }
        return hits;
    }

    private Map<String, JsonNode> texts(List<String> ids) {
        Map<String, JsonNode> texts = new HashMap<>();
        if (ids.isEmpty()) {
            return texts;
        }
        Map<String, Object> asked =
                Map.of(
                        "query",
                        Clauses.passing(List.of(Clauses.anyOf(Names.ID, ids))),
                        "size",
                        ids.size(),
                        "_source",
                        List.of(Names.ID, Names.TITLE, Names.BODY, Names.FIELDS));
        for (JsonNode it : server.ask("/" + index + "/_search", asked).path("hits").path("hits")) {
            texts.put(id(it), it.path("_source"));
        }
        return texts;
    }

    private SearchHit hit(JsonNode hit, JsonNode texts, Marker marker) {
        JsonNode keys = hit.path("_source");
        var excerpt =
                Excerpt.of(
                        marker,
                        texts.path(Names.BODY).asString(),
                        () -> strings(texts.path(Names.FIELDS)),
                        () -> attachments(id(hit)));
        return new SearchHit(
                id(hit),
                marker.whole(texts.path(Names.TITLE).asString()),
                excerpt.snippet(),
                excerpt.attachment(),
                keys.path(Names.COLUMN_KEY).asString(),
                keys.path(Names.KIND).asString(),
                Integer.parseInt(keys.path(Names.YEAR).asString()),
                keys.path(Names.SECTION).asString(),
                Instant.ofEpochMilli(keys.path(Names.PUBLISHED).asLong()),
                keys.path(Names.DOCUMENT_NUMBER).asString(null),
                keys.path(Names.INDEX_NUMBER).asString(null),
                Cursor.of(hit.path("sort"), order));
    }

    /** Attachments can be long, so they are asked for only where they are shown from. */
    private List<String> attachments(String id) {
        Map<String, Object> asked =
                Map.of(
                        "query",
                        Clauses.passing(List.of(Clauses.anyOf(Names.ID, List.of(id)))),
                        "_source",
                        List.of(Names.ATTACHMENTS));
        JsonNode found = server.ask("/" + index + "/_search", asked).path("hits").path("hits");
        return found.isEmpty()
                ? List.of()
                : strings(found.get(0).path("_source").path(Names.ATTACHMENTS));
    }

    private static List<String> strings(JsonNode values) {
        List<String> strings = new ArrayList<>();
        values.forEach(it -> strings.add(it.asString()));
        return strings;
    }
}
