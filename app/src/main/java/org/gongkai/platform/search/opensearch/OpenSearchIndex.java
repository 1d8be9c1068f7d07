package org.gongkai.platform.search.opensearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.gongkai.platform.search.IndexDifference;
import org.gongkai.platform.search.SearchIndex;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.SearchResults;
import org.gongkai.platform.search.SearchUnavailable;
import org.gongkai.platform.search.SearchableDocument;
import org.gongkai.platform.search.VisibilityGate;
import org.gongkai.platform.search.text.Question;
import org.gongkai.platform.search.text.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One index on the search server (索引). What is put or removed is gathered and sent in one piece, in
 * the order in which it came.
 */
final class OpenSearchIndex implements SearchIndex {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSearchIndex.class);

    /** Sent at the latest when this many bytes have gathered. */
    private static final int FULL = 4 * 1024 * 1024;

    private static final Duration TO_EXPUNGE = Duration.ofSeconds(45);
    private static final Duration BETWEEN_MERGES = Duration.ofSeconds(2);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Server server;
    private final String name;
    private final Words words;
    private final ReentrantLock sending = new ReentrantLock();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

    OpenSearchIndex(Server server, String name, Words words) {
        this.server = server;
        this.name = name;
        this.words = words;
    }

    String name() {
        return name;
    }

    /**
     * The second name under which it is written to: a server that makes an index of any unknown
     * name does not do so under this one.
     */
    static String entries(String name) {
        return name + "-entries";
    }

    @Override
    public void put(SearchableDocument document) {
        byte[] entry = JSON.writeValueAsBytes(Entry.of(document, words));
        gather(Map.of("index", Map.of("_id", document.id())), entry);
    }

    @Override
    public void remove(String id) {
        gather(Map.of("delete", Map.of("_id", id)), new byte[0]);
    }

    private void gather(Map<String, ?> what, byte[] entry) {
        sending.lock();
        try {
            gathered.write(JSON.writeValueAsBytes(what));
            gathered.write('\n');
            if (entry.length > 0) {
                gathered.write(entry);
                gathered.write('\n');
            }
            if (gathered.size() >= FULL) {
                send();
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        } finally {
            sending.unlock();
        }
    }

    /**
     * What could not be sent is dropped: the queue still knows of it, and a rebuild begins anew.
     */
    private void send() {
        sending.lock();
        try {
            byte[] lines = gathered.toByteArray();
            gathered.reset();
            if (lines.length > 0) {
                check(server.send("/" + entries(name) + "/_bulk?require_alias=true", lines));
            }
        } finally {
            sending.unlock();
        }
    }

    /** A document that the server refuses must not hold up the others. */
    private void check(JsonNode answer) {
        if (!answer.path("errors").asBoolean()) {
            return;
        }
        for (JsonNode each : answer.path("items")) {
            JsonNode item = each.iterator().next();
            int status = item.path("status").asInt();
            String reason = item.path("error").toString();
            if (reason.contains("index_not_found")) {
                throw new IndexGone(name);
            }
            if (status == TOO_MANY_REQUESTS || status >= 500) {
                throw new SearchUnavailable("The search server cannot write now: " + reason);
            }
            if (status >= 400 && status != NOT_FOUND) {
                LOG.error("Document {} cannot be indexed: {}", item.path("_id").asString(), reason);
            }
        }
    }

    @Override
    public void makeVisible() {
        send();
        server.post("/" + name + "/_refresh");
    }

    /** The server writes each piece to disk before it answers. */
    @Override
    public void makeDurable() {
        send();
    }

    /**
     * The server keeps what was removed until all copies of the index have reported, twice a
     * minute; before that a merge does not let go of it.
     */
    @Override
    public void expunge() {
        makeVisible();
        long latest = System.nanoTime() + TO_EXPUNGE.toNanos();
        while (!expunged()) {
            if (System.nanoTime() > latest) {
                throw new SearchUnavailable("The search server has not let go of what was removed");
            }
            pause();
        }
    }

    private boolean expunged() {
        server.longRunning("/" + name + "/_forcemerge?only_expunge_deletes=true");
        server.longRunning("/" + name + "/_flush?force=true&wait_if_ongoing=true");
        makeVisible();
        JsonNode docs =
                server.get("/" + name + "/_stats/docs").path("_all").path("total").path("docs");
        return docs.path("deleted").asLong() == 0;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_MERGES);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable("Interrupted while the search server was waited for");
        }
    }

    @Override
    public SearchResults search(Question question, SearchQuery query, VisibilityGate gate) {
        return new Lookup(server, name, question, query, gate).results();
    }

    @Override
    public IndexDifference compare(Stream<String> publicIds) {
        return Comparison.between(server, name, size(), publicIds);
    }

    @Override
    public long size() {
        return server.get("/" + name + "/_count").path("count").asLong();
    }
}
