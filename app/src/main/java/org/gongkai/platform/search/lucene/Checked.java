package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.ReferenceManager;

/** Runs work on the index so that its failures come out as {@link UncheckedIOException} (索引读写). */
final class Checked {

    private Checked() {}

    /** Work that changes the index. */
    interface Work {
        void run() throws IOException;
    }

    /** Work that reads one unchanging view of the index. */
    interface Reading<T> {
        T from(DirectoryReader reader) throws IOException;
    }

    static void run(Work work) {
        try {
            work.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static <T> T get(ReferenceManager<DirectoryReader> readers, Reading<T> reading) {
        try {
            DirectoryReader reader = readers.acquire();
            try {
                return reading.from(reader);
            } finally {
                readers.release(reader);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
