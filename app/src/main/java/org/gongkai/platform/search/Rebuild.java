package org.gongkai.platform.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;

/**
 * A new index made from the database (索引重建), a few documents at a time, while the old one serves.
 *
 * <p>The ids are set down in a file first, so that no transaction stays open and no memory fills.
 */
final class Rebuild {

    private final String reason;
    private final SearchIndex index;
    private final Path list;
    private final BufferedReader ids;
    private final long total;
    private volatile long done;

    private Rebuild(String reason, SearchIndex index, Path list, long total) throws IOException {
        this.reason = reason;
        this.index = index;
        this.list = list;
        this.total = total;
        ids = Files.newBufferedReader(list);
    }

    static Rebuild begin(String reason, SearchIndex index, SearchableDocuments documents) {
        try {
            Path list = Files.createTempFile("gongkai-search-", ".ids");
            long[] total = {0};
            try (Stream<String> all = documents.allIds()) {
                Stream<String> counted = all.peek(it -> total[0]++);
                Files.write(list, (Iterable<String>) counted::iterator);
            }
            return new Rebuild(reason, index, list, total[0]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Takes in the next documents.
     *
     * @return whether any are left
     */
    boolean step(int size, Indexing indexing) {
        try {
            var next = new ArrayList<String>();
            for (String id = ""; id != null && next.size() < size; ) {
                id = ids.readLine();
                if (id != null) {
                    next.add(id);
                }
            }
            indexing.renew(next, index);
            done += next.size();
            return next.size() == size;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts its list away. */
    void end() {
        try (ids) {
            Files.deleteIfExists(list);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    SearchIndex index() {
        return index;
    }

    IndexProgress progress(long waiting) {
        return new IndexProgress(reason, done, total, waiting);
    }
}
