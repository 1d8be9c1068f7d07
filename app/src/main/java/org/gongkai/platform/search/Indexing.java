package org.gongkai.platform.search;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Works through the queue (索引作业): the index first, made durable, then the line is taken out, so
 * that whatever happens between is only done twice.
 *
 * <p>Used by one thread at a time.
 */
final class Indexing {

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);

    static final int BATCH = 200;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final QueueReader queue;
    private final SearchableDocuments documents;
    private final Map<Long, Long> waitUntil = new HashMap<>();

    Indexing(QueueReader queue, SearchableDocuments documents) {
        this.queue = queue;
        this.documents = documents;
    }

    /**
     * Does one batch on the index that serves and, during a rebuild, on the one that will replace
     * it.
     *
     * @return whether there may be more to do at once
     */
    boolean batch(SearchIndex serving, @Nullable SearchIndex replacement) {
        List<QueuedDocument> lines = queue.fresh(BATCH);
        boolean full = lines.size() == BATCH;
        if (!full) {
            lines = new ArrayList<>(lines);
            lines.addAll(dueAgain());
        }
        if (lines.isEmpty()) {
            return false;
        }
        List<Long> done = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (QueuedDocument line : lines) {
            if (seen.contains(line.document()) || look(line, serving, replacement)) {
                seen.add(line.document());
                done.add(line.number());
            }
        }
        serving.makeVisible();
        serving.makeDurable();
        queue.done(done);
        done.forEach(waitUntil::remove);
        return full;
    }

    private List<QueuedDocument> dueAgain() {
        long now = System.nanoTime();
        return queue.failed(BATCH).stream()
                .filter(it -> now - waitUntil.getOrDefault(it.number(), now) >= 0)
                .toList();
    }

    private boolean look(
            QueuedDocument line, SearchIndex serving, @Nullable SearchIndex replacement) {
        try {
            Optional<SearchableDocument> found = documents.find(line.document());
            apply(line.document(), found, serving);
            if (replacement != null && replacement != serving) {
                apply(line.document(), found, replacement);
            }
            return true;
        } catch (UncheckedIOException | DataAccessException notTheDocument) {
            throw notTheDocument;
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Document {} could not be indexed and is tried again", line.document(), failed);
            queue.failed(line.number(), String.valueOf(failed.getMessage()));
            waitUntil.put(line.number(), System.nanoTime() + wait(line.failures()).toNanos());
            return false;
        }
    }

    /** Reads these documents and brings the index in line with them, on all processors. */
    void renew(List<String> ids, SearchIndex index) {
        for (int from = 0; from < ids.size(); from += BATCH) {
            var part = ids.subList(from, Math.min(from + BATCH, ids.size()));
            var found = documents.findAll(part);
            part.parallelStream()
                    .forEach(it -> apply(it, Optional.ofNullable(found.get(it)), index));
        }
    }

    private static void apply(String id, Optional<SearchableDocument> found, SearchIndex index) {
        found.ifPresentOrElse(index::put, () -> index.remove(id));
    }

    /** Twice as long after each failure. */
    static Duration wait(int failures) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
