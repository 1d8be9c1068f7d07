package org.gongkai.platform.search.opensearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.platform.search.IndexDifference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Holds the ids of the index against those of the database (核对), in eight bytes for each document.
 *
 * <p>The database's ids come in any order and are looked up a thousand at a time; only when the
 * index holds more than was found are all its ids read.
 */
final class Comparison {

    private static final int PART = 1_000;

    private final Server server;
    private final String index;
    private final List<String> missing = new ArrayList<>();
    private long[] wanted = new long[PART];
    private int number;
    private long found;

    private Comparison(Server server, String index) {
        this.server = server;
        this.index = index;
    }

    static IndexDifference between(
            Server server, String index, long size, Stream<String> publicIds) {
        var comparison = new Comparison(server, index);
        List<String> part = new ArrayList<>(PART);
        for (var ids = publicIds.iterator(); ids.hasNext(); ) {
            part.add(ids.next());
            if (part.size() == PART || !ids.hasNext()) {
                comparison.look(part);
                part.clear();
            }
        }
        var surplus = comparison.found == size ? List.<String>of() : comparison.surplus();
        return new IndexDifference(comparison.missing, surplus);
    }

    private void look(List<String> part) {
        Set<String> there = new HashSet<>(ids(Clauses.anyOf(Names.ID, part), null));
        found += there.size();
        for (String id : part) {
            remember(id);
            if (!there.contains(id)) {
                missing.add(id);
            }
        }
    }

    private void remember(String id) {
        if (number == wanted.length) {
            wanted = Arrays.copyOf(wanted, number * 2);
        }
        wanted[number++] = mark(id);
    }

    private List<String> surplus() {
        Arrays.sort(wanted, 0, number);
        List<String> surplus = new ArrayList<>();
        List<String> part = ids(Clauses.everything(), null);
        while (!part.isEmpty()) {
            for (String id : part) {
                if (Arrays.binarySearch(wanted, 0, number, mark(id)) < 0) {
                    surplus.add(id);
                }
            }
            part = ids(Clauses.everything(), part.getLast());
        }
        return surplus;
    }

    private List<String> ids(Map<String, Object> query, @Nullable String after) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("query", Clauses.passing(List.of(query)));
        asked.put("sort", List.of(Map.of(Names.ID, "asc")));
        asked.put("size", PART);
        asked.put("_source", false);
        if (after != null) {
            asked.put("search_after", List.of(after));
        }
        List<String> ids = new ArrayList<>();
        for (JsonNode it : server.ask("/" + index + "/_search", asked).path("hits").path("hits")) {
            ids.add(it.path("sort").get(0).asString());
        }
        return ids;
    }

    /** Sixty-four bits of the id: two of a million ids share them once in thirty million times. */
    private static long mark(String id) {
        long mark = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            mark = (mark ^ id.charAt(i)) * 0x100000001b3L;
        }
        return mark ^ (mark >>> 32);
    }
}
