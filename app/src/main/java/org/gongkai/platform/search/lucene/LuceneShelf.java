package org.gongkai.platform.search.lucene;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.gongkai.platform.search.IndexShelf;
import org.gongkai.platform.search.SearchIndex;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of indexes (索引目录): one folder for each generation, the highest complete one serves.
 *
 * <p>A replacement says in its own last durable state that it is complete; this one write is the
 * change-over, and no crash can leave it half done.
 */
public final class LuceneShelf implements IndexShelf {

    private static final Logger LOG = LoggerFactory.getLogger(LuceneShelf.class);
    private static final String PREFIX = "generation-";

    private final Path folder;
    private final Dictionary dictionary = Dictionary.shipped();
    private final Words words = new Words(dictionary);
    private volatile @Nullable LuceneIndex current;
    private @Nullable LuceneIndex replacement;

    /** Indexes in this folder. */
    public LuceneShelf(Path folder) {
        this.folder = folder;
    }

    @Override
    public void open() {
        try {
            Files.createDirectories(folder);
            LuceneIndex best = null;
            for (Path generation : generations()) {
                LuceneIndex index = tryOpen(generation);
                if (index != null && better(index, best)) {
                    discard(best);
                    best = index;
                } else {
                    discard(index);
                }
            }
            current = best == null ? LuceneIndex.open(next(), dictionary, words) : best;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A complete one before an incomplete one, then the later one; they come in order. */
    private static boolean better(LuceneIndex index, @Nullable LuceneIndex best) {
        return best == null || index.complete() || !best.complete();
    }

    private @Nullable LuceneIndex tryOpen(Path generation) throws IOException {
        try {
            return LuceneIndex.open(generation, dictionary, words);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | FileNotFoundException
                | NoSuchFileException
                | EOFException
                | IllegalArgumentException unreadable) {
            LOG.warn(
                    "The search index in {} cannot be read and is made again",
                    generation,
                    unreadable);
            delete(generation);
            return null;
        }
    }

    @Override
    public SearchIndex current() {
        return serving();
    }

    private LuceneIndex serving() {
        return Objects.requireNonNull(current, "The shelf of indexes is not open");
    }

    @Override
    public boolean needsRebuild() {
        return !serving().complete() || serving().outdated();
    }

    @Override
    public boolean complete() {
        return serving().complete();
    }

    @Override
    public SearchIndex beginReplacement() {
        dropReplacement();
        if (!serving().complete() && !serving().outdated()) {
            return serving();
        }
        try {
            replacement = LuceneIndex.open(next(), dictionary, words);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return replacement;
    }

    @Override
    public void finishReplacement() {
        LuceneIndex old = serving();
        LuceneIndex fresh = replacement == null ? old : replacement;
        fresh.gather();
        fresh.completed();
        fresh.makeDurable();
        fresh.makeVisible();
        current = fresh;
        replacement = null;
        if (fresh != old) {
            discard(old);
        }
    }

    @Override
    public boolean intact() {
        return serving().intact();
    }

    @Override
    public void close() {
        dropReplacement();
        if (current != null) {
            current.close();
            current = null;
        }
    }

    private void dropReplacement() {
        discard(replacement);
        replacement = null;
    }

    private void discard(@Nullable LuceneIndex index) {
        if (index != null) {
            index.abandon();
            delete(index.folder());
        }
    }

    private List<Path> generations() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(it -> it.getFileName().toString().startsWith(PREFIX))
                    .sorted(Comparator.comparingInt(LuceneShelf::number))
                    .toList();
        }
    }

    private Path next() throws IOException {
        int last = generations().stream().mapToInt(LuceneShelf::number).max().orElse(0);
        return folder.resolve(PREFIX + (last + 1));
    }

    private static int number(Path generation) {
        String digits = generation.getFileName().toString().substring(PREFIX.length());
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private static void delete(Path generation) {
        try (Stream<Path> files = Files.walk(generation)) {
            for (Path it : new ArrayList<>(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(it);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
