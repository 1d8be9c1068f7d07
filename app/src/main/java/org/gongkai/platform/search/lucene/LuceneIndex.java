package org.gongkai.platform.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.gongkai.platform.search.IndexDifference;
import org.gongkai.platform.search.SearchIndex;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.SearchResults;
import org.gongkai.platform.search.SearchableDocument;
import org.gongkai.platform.search.VisibilityGate;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Question;
import org.gongkai.platform.search.text.Words;

/** One index in one folder (索引). */
public final class LuceneIndex implements SearchIndex {

    private static final double BUFFER_MIB = 32;
    private static final int FEW_SEGMENTS = 4;
    private static final String READING = "reading";
    private static final String COMPLETE = "complete";

    private final Path folder;
    private final Dictionary dictionary;
    private final Words words;
    private final Directory directory;
    private final IndexWriter writer;
    private final ReferenceManager<DirectoryReader> readers;
    private final String madeBy;
    private final Choices choices = new Choices();
    private final ExecutorService threads = threads();
    private volatile boolean complete;

    private LuceneIndex(Path folder, Dictionary dictionary, Words words) throws IOException {
        this.folder = folder;
        this.dictionary = dictionary;
        this.words = words;
        directory = FSDirectory.open(folder);
        IndexWriter opened = null;
        try {
            opened =
                    new IndexWriter(
                            directory,
                            new IndexWriterConfig()
                                    .setRAMBufferSizeMB(BUFFER_MIB)
                                    .setMergePolicy(merging()));
            writer = opened;
            readers = new ReaderManager(writer);
        } catch (IOException | RuntimeException unusable) {
            if (opened != null) {
                opened.rollback();
            }
            directory.close();
            throw unusable;
        }
        Map<String, String> written = Written.of(writer);
        madeBy = written.getOrDefault(READING, reading(dictionary));
        complete = Boolean.parseBoolean(written.get(COMPLETE));
    }

    /** Opens the index in this folder, an empty one if there is none. */
    public static LuceneIndex open(Path folder, Dictionary dictionary, Words words)
            throws IOException {
        return new LuceneIndex(folder, dictionary, words);
    }

    /**
     * When it is told to expunge, one removed document is reason enough to write a segment anew.
     */
    private static MergePolicy merging() {
        return new TieredMergePolicy().setForceMergeDeletesPctAllowed(0);
    }

    /** One search is divided among all processors: its segments are looked through at once. */
    private static ExecutorService threads() {
        return Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("search-", 0).daemon().factory());
    }

    /** How text is read now; an index that was made otherwise finds less. */
    private static String reading(Dictionary dictionary) {
        return "4-" + org.apache.lucene.util.Version.LATEST.major + "-" + dictionary.fingerprint();
    }

    /** Whether it was made by another way of reading text than today's. */
    boolean outdated() {
        return !madeBy.equals(reading(dictionary));
    }

    /**
     * Writes what was filled in one go into few segments: each segment costs a search about half a
     * millisecond of looking words up.
     */
    public void gather() {
        Checked.run(() -> writer.forceMerge(FEW_SEGMENTS));
    }

    /** Whether it was once filled to the end. */
    boolean complete() {
        return complete;
    }

    /** From the next {@link #makeDurable()} on it counts as filled. */
    void completed() {
        complete = true;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void put(SearchableDocument document) {
        Checked.run(
                () ->
                        writer.updateDocument(
                                new Term(Names.ID, document.id()), Entry.of(document, words)));
    }

    @Override
    public void remove(String id) {
        Checked.run(() -> writer.deleteDocuments(new Term(Names.ID, id)));
    }

    @Override
    public void makeVisible() {
        Checked.run(readers::maybeRefreshBlocking);
    }

    @Override
    public void expunge() {
        Checked.run(() -> writer.forceMergeDeletes(true));
        makeVisible();
        makeDurable();
        Checked.run(writer::deleteUnusedFiles);
    }

    @Override
    public void makeDurable() {
        Checked.run(
                () -> {
                    var data = Map.of(READING, madeBy, COMPLETE, Boolean.toString(complete));
                    writer.setLiveCommitData(data.entrySet());
                    writer.commit();
                });
    }

    @Override
    public SearchResults search(Question question, SearchQuery query, VisibilityGate gate) {
        return Checked.get(
                readers, it -> new Lookup(it, threads, choices, question, query, gate).results());
    }

    @Override
    public IndexDifference compare(Stream<String> publicIds) {
        return Checked.get(readers, it -> Comparison.between(it, publicIds));
    }

    @Override
    public long size() {
        return Checked.get(readers, it -> (long) it.numDocs());
    }

    /** Reads every file against its checksum. */
    boolean intact() {
        try {
            return Checked.get(
                    readers,
                    it -> {
                        for (LeafReaderContext leaf : it.leaves()) {
                            ((CodecReader) leaf.reader()).checkIntegrity();
                        }
                        return true;
                    });
        } catch (UncheckedIOException damaged) {
            return false;
        }
    }

    /** Closes it, durable. */
    void close() {
        Checked.run(
                () -> {
                    try (directory) {
                        threads.shutdown();
                        readers.close();
                        writer.close();
                    }
                });
    }

    /** Closes it as a crash would: what was not made durable is lost. */
    public void abandon() {
        Checked.run(
                () -> {
                    try (directory) {
                        threads.shutdown();
                        readers.close();
                        writer.rollback();
                    }
                });
    }
}
