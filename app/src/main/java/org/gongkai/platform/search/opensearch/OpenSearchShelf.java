package org.gongkai.platform.search.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.platform.search.IndexShelf;
import org.gongkai.platform.search.SearchIndex;
import org.gongkai.platform.search.SearchUnavailable;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our indexes on the search server (索引存放处): {@code gongkai-1}, {@code gongkai-2} and so on, and the
 * name {@code gongkai} for the one that serves.
 *
 * <p>A replacement says of itself that it is complete; this one write is the change-over. The name
 * follows, and the old one is deleted; a crash between the two is mended when the shelf is opened.
 */
public final class OpenSearchShelf implements IndexShelf {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchShelf.class);

    /** Changes when entries are made otherwise. */
    private static final String FORMAT = "2";

    private static final String PROGRAM = "gongkai";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Server server;
    private final String prefix;
    private final Dictionary dictionary = Dictionary.shipped();
    private final Words words = new Words(dictionary);
    private volatile @Nullable Generation current;
    private @Nullable Generation replacement;

    /** On the server of these settings; nothing is asked of it before {@link #open()}. */
    public OpenSearchShelf(OpenSearchSettings settings) {
        server = new Server(settings);
        prefix = settings.index();
    }

    /** An index and what it says about itself. */
    private record Generation(OpenSearchIndex index, int number, String madeBy, boolean complete) {}

    @Override
    public void open() {
        Generation best = null;
        for (Generation generation : generations()) {
            if (best == null || generation.complete || !best.complete) {
                discard(best);
                best = generation;
            } else {
                discard(generation);
            }
        }
        if (best == null) {
            best = create(1);
        }
        serve(best);
        current = best;
    }

    /** Ours only, lowest number first. */
    private List<Generation> generations() {
        var ours = Pattern.compile(Pattern.quote(prefix) + "-(\\d{1,9})");
        List<Generation> generations = new ArrayList<>();
        for (var each :
                server.get("/" + prefix + "-*/_mapping?expand_wildcards=open").properties()) {
            var number = ours.matcher(each.getKey());
            JsonNode said = each.getValue().path("mappings").path("_meta");
            if (number.matches() && said.path("program").asString("").equals(PROGRAM)) {
                generations.add(
                        new Generation(
                                index(each.getKey()),
                                Integer.parseInt(number.group(1)),
                                said.path("reading").asString(""),
                                said.path("complete").asBoolean()));
            }
        }
        generations.sort(Comparator.comparingInt(Generation::number));
        return generations;
    }

    private OpenSearchIndex index(String name) {
        return new OpenSearchIndex(server, name, words);
    }

    private Generation create(int number) {
        String name = prefix + "-" + number;
        Map<String, Object> asked = new LinkedHashMap<>(shape());
        asked.put("aliases", Map.of(OpenSearchIndex.entries(name), Map.of()));
        server.put("/" + name, asked);
        var made = new Generation(index(name), number, reading(), false);
        describe(made);
        return made;
    }

    private static Map<String, Object> shape() {
        try (var stream =
                OpenSearchShelf.class.getResourceAsStream("/search/opensearch-index.json")) {
            JsonNode shape = JSON.readTree(Objects.requireNonNull(stream));
            return Map.of("settings", shape.path("settings"), "mappings", shape.path("mappings"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void describe(Generation it) {
        var said = Map.of("program", PROGRAM, "reading", it.madeBy, "complete", it.complete);
        server.put("/" + it.index.name() + "/_mapping", Map.of("_meta", said));
    }

    /** How text is read now; an index that was made otherwise finds less. */
    private String reading() {
        return FORMAT + "-" + dictionary.fingerprint();
    }

    /** Gives it the name that serves, in one step with taking that from any other. */
    private void serve(Generation it) {
        var taken = Map.of("index", prefix + "-*", "alias", prefix, "must_exist", false);
        var given = Map.of("index", it.index.name(), "alias", prefix);
        server.post(
                "/_aliases",
                Map.of("actions", List.of(Map.of("remove", taken), Map.of("add", given))));
    }

    private Generation serving() {
        Generation it = current;
        if (it == null) {
            throw new SearchUnavailable("The search server has not been reached yet");
        }
        return it;
    }

    @Override
    public SearchIndex current() {
        return serving().index;
    }

    @Override
    public boolean needsRebuild() {
        return !serving().complete || outdated(serving());
    }

    private boolean outdated(Generation it) {
        return !it.madeBy.equals(reading());
    }

    @Override
    public boolean complete() {
        return serving().complete;
    }

    @Override
    public SearchIndex beginReplacement() {
        discard(replacement);
        replacement = null;
        Generation now = serving();
        if (!now.complete && !outdated(now)) {
            return now.index;
        }
        Generation made = create(now.number + 1);
        replacement = made;
        return made.index;
    }

    @Override
    public void finishReplacement() {
        Generation old = serving();
        Generation fresh = replacement == null ? old : replacement;
        fresh.index.makeDurable();
        fresh.index.makeVisible();
        var complete = new Generation(fresh.index, fresh.number, fresh.madeBy, true);
        describe(complete);
        current = complete;
        replacement = null;
        if (fresh != old) {
            serve(complete);
            discard(old);
        }
    }

    /** Whether all of it is on the server, waiting a while for a server that has just started. */
    @Override
    public boolean intact() {
        JsonNode health =
                server.get(
                        "/_cluster/health/"
                                + serving().index.name()
                                + "?wait_for_status=yellow&timeout=8s");
        return !health.path("status").asString("").equals("red");
    }

    @Override
    public void close() {
        try {
            discard(replacement);
        } catch (UncheckedIOException away) {
            LOG.warn("An unfinished index stays on the search server until the next start", away);
        }
        replacement = null;
        current = null;
    }

    private void discard(@Nullable Generation it) {
        if (it != null) {
            server.delete("/" + it.index.name());
        }
    }
}
