package org.gongkai.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.gongkai.platform.search.Inquiry;
import org.gongkai.platform.search.SearchOrder;
import org.gongkai.platform.search.SearchQuery;
import org.gongkai.platform.search.lucene.LuceneIndex;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Words;

/**
 * How fast documents go into the index and are found in it (检索性能), beside plain Lucene asked for
 * the same on the same index, and at the pace the design promises.
 */
public final class SearchBenchmark {

    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int ROUNDS = 6;
    private static final int WARM_ROUNDS = 6;
    private static final Inquiry INQUIRY = Inquiry.shipped();

    private SearchBenchmark() {}

    /**
     * The number of documents, 100,000 if not given; a folder to keep the index in and use again.
     */
    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        if (arguments.length > 1) {
            run(documents, Path.of(arguments[1]));
            return;
        }
        Path folder = Files.createTempDirectory("gongkai-benchmark");
        try {
            run(documents, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void run(int documents, Path folder) throws Exception {
        Dictionary dictionary = Dictionary.shipped();
        var words = new Words(dictionary);
        LuceneIndex index = LuceneIndex.open(folder, dictionary, words);
        if (index.size() == 0) {
            fill(index, documents, folder);
        }
        gather(index, folder);
        System.out.println(Timings.HEADING);
        measure("one word", index, Questions.ONE_WORD);
        measure("several words", index, Questions.SEVERAL_WORDS);
        measure("phrase, number, exclusion", index, Questions.EXACT);
        List<SearchQuery> all = Questions.all();
        measure("all, marks and counts", index, all);
        measure("all, one or two filters", index, Questions.filtered());
        measure(
                "all, newest first",
                index,
                all.stream().map(it -> it.orderedBy(SearchOrder.DATE)).toList());
        beside(folder, words, index);
    }

    /**
     * The peer one at a time, then both at twenty a second; limits: p50 20 ms, p99 100 ms, 1.3
     * times.
     */
    private static void beside(Path folder, Words words, LuceneIndex index) throws Exception {
        List<SearchQuery> mixed = new ArrayList<>(Questions.all());
        mixed.addAll(Questions.filtered());
        try (var plain = new PlainLucene(folder, words)) {
            Timings ours = measure("all and filtered", mixed, it -> search(index, it));
            measure("plain Lucene, words, no marks", mixed, it -> plain.search(it, false));
            measure("plain Lucene, words, its own marks", mixed, it -> plain.search(it, true));
            Timings peer = measure("plain Lucene, the same form", mixed, plain::searchSameForm);
            var offered = new Offered(20, Duration.ofSeconds(60));
            System.out.println(offered.heading());
            System.out.println(
                    offered.row("ours: marks, filters, counts", mixed, it -> search(index, it)));
            System.out.println(
                    offered.row("plain Lucene, the same form", mixed, plain::searchSameForm));
            System.out.printf(
                    Locale.ROOT,
                    "%nOurs / plain Lucene of the same form: p50 %.2f, p99 %.2f, processor time %.2f (limit"
                            + " 1.3). "
                            + "Index %,d MiB, heap used %,d MiB.%n",
                    ours.milliseconds(0.50) / peer.milliseconds(0.50),
                    ours.milliseconds(0.99) / peer.milliseconds(0.99),
                    ours.meanProcessorMilliseconds() / peer.meanProcessorMilliseconds(),
                    Folders.mebibytes(folder),
                    usedHeap());
        }
    }

    private static void fill(LuceneIndex index, int documents, Path folder) throws Exception {
        var corpus = new CorpusGenerator(711);
        long characters =
                corpus.documents(1_000).mapToLong(it -> it.bodyText().length()).sum() / 1_000;
        Duration processor = processor();
        long began = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> parts =
                    IntStream.range(0, THREADS)
                            .<Future<?>>mapToObj(
                                    part ->
                                            threads.submit(
                                                    () -> put(index, corpus, documents, part)))
                            .toList();
            for (Future<?> part : parts) {
                finish(part);
            }
        }
        index.makeDurable();
        index.makeVisible();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d documents of %,d characters on average, indexed in %.0f s by %d threads: "
                        + "%,.0f documents/s, %,.0f for each second of the processor, "
                        + "%,d MiB on disk.%n%n",
                index.size(),
                characters,
                seconds,
                THREADS,
                documents / seconds,
                documents / (processor().minus(processor).toMillis() / 1e3),
                Folders.mebibytes(folder));
    }

    private static void gather(LuceneIndex index, Path folder) throws IOException {
        long began = System.nanoTime();
        index.gather();
        index.makeDurable();
        index.makeVisible();
        System.out.printf(
                Locale.ROOT,
                "Gathered into few segments in %.0f s; %,d MiB on disk.%n%n",
                (System.nanoTime() - began) / 1e9,
                Folders.mebibytes(folder));
    }

    private static void put(LuceneIndex index, CorpusGenerator corpus, int documents, int part) {
        for (int number = part + 1; number <= documents; number += THREADS) {
            index.put(CorpusGenerator.searchable(corpus.document(number)));
        }
    }

    private static void finish(Future<?> part) throws InterruptedException {
        try {
            part.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The index could not be filled", failed.getCause());
        }
    }

    private static void measure(String name, LuceneIndex index, List<SearchQuery> queries) {
        measure(name, queries, it -> search(index, it));
    }

    private static void search(LuceneIndex index, SearchQuery query) {
        INQUIRY.search(index, query, HashSet::new);
    }

    private static Timings measure(
            String name, List<SearchQuery> queries, Consumer<SearchQuery> search) {
        var warm = new Timings(queries.size() * WARM_ROUNDS);
        rounds(queries, search, WARM_ROUNDS, warm);
        var timings = new Timings(queries.size() * ROUNDS);
        rounds(queries, search, ROUNDS, timings);
        System.out.println(timings.row(name));
        return timings;
    }

    private static void rounds(
            List<SearchQuery> queries, Consumer<SearchQuery> search, int rounds, Timings timings) {
        for (int round = 0; round < rounds; round++) {
            for (SearchQuery query : queries) {
                timings.measure(() -> search.accept(query));
            }
        }
    }

    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static long usedHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
    }
}
