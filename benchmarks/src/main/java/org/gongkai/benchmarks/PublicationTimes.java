package org.gongkai.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** From the office's click to what readers see (发布生效时间), one by one and many at once. */
final class PublicationTimes {
    private static final int ONE_BY_ONE = 60;
    private static final int AT_ONCE = 200;
    private static final int CLERKS = 4;
    private static final int PUBLISHERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Program program;
    private final Staff staff;
    private final CorpusGenerator corpus = new CorpusGenerator(System.nanoTime());

    PublicationTimes(Program program, Staff staff) {
        this.program = program;
        this.staff = staff;
    }

    /** A document that waits for its publication, with a word that only it has. */
    private record Waiting(String id, String word) {}

    void measure() throws Exception {
        long began = System.nanoTime();
        Duration before = program.processor().plus(program.databaseProcessor());
        List<Waiting> waiting = prepare(ONE_BY_ONE + AT_ONCE);
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration used = program.processor().plus(program.databaseProcessor()).minus(before);
        System.out.printf(
                Locale.ROOT,
                "%n%,d documents drafted, checked, sent and signed at three levels by %d at once: "
                        + "%.1f a second, %.0f ms of the processor for each.%n",
                waiting.size(),
                CLERKS,
                waiting.size() / seconds,
                used.toMillis() / (double) waiting.size());
        try (var reader = Reader.anybody()) {
            oneByOne(waiting.subList(0, ONE_BY_ONE), reader);
            atOnce(waiting.subList(ONE_BY_ONE, waiting.size()), reader);
        }
    }

    private List<Waiting> prepare(int count) throws Exception {
        List<Future<Waiting>> parts = new ArrayList<>();
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (int i = 0; i < count; i++) {
                GeneratedDocument document = corpus.document(i + 1);
                String word = "gk" + Long.toString(System.nanoTime(), 36) + "x" + i;
                parts.add(clerks.submit(() -> prepare(document, word)));
            }
        }
        List<Waiting> waiting = new ArrayList<>();
        for (Future<Waiting> part : parts) {
            waiting.add(part.get());
        }
        return waiting;
    }

    private Waiting prepare(GeneratedDocument document, String word) {
        String body = "<p>编号" + word + "。</p>" + document.bodyHtml();
        return new Waiting(staff.approved(document.title(), body), word);
    }

    private void oneByOne(List<Waiting> waiting, Reader reader) throws Exception {
        var answered = LongStream.builder();
        var page = LongStream.builder();
        var list = LongStream.builder();
        var feed = LongStream.builder();
        var search = LongStream.builder();
        long start = System.nanoTime();
        for (Waiting it : waiting) {
            long began = System.nanoTime();
            String number = staff.publish(it.id());
            answered.add(System.nanoTime() - began);
            page.add(until(reader, "/d/" + number, it.word(), began));
            list.add(until(reader, "/c/notices", "/d/" + number, began));
            feed.add(until(reader, "/c/notices/feed.xml", "/d/" + number, began));
            search.add(until(reader, "/search?q=" + it.word(), "/d/" + number, began));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.print(
                """

                | Published, from the click; hold 1 s for each | documents | a second | p50 ms | p95 ms | p99 ms | max ms |
                |---|---|---|---|---|---|---|
                """);
        print("answered with its index number", answered.build().toArray(), seconds);
        print("its page answers", page.build().toArray(), seconds);
        print("then its column's list shows it", list.build().toArray(), seconds);
        print("then the feed has it", feed.build().toArray(), seconds);
        print("then search finds it", search.build().toArray(), seconds);
    }

    private static void print(String name, long[] times, double seconds) {
        System.out.printf("| %s | %s |%n", name, new Answers(times, 0, seconds).cells());
    }

    /** Nanoseconds since {@code began} when the page shows the text. */
    private long until(Reader reader, String path, String text, long began)
            throws IOException, InterruptedException {
        URI address = program.address(path);
        while (!reader.text(address).contains(text)) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IllegalStateException(path + " never showed " + text);
            }
            Thread.sleep(2);
        }
        return System.nanoTime() - began;
    }

    private void atOnce(List<Waiting> waiting, Reader reader) throws Exception {
        Collection<String> numbers = new ConcurrentLinkedQueue<>();
        long began = System.nanoTime();
        Duration before = program.processor().plus(program.databaseProcessor());
        var times = new long[waiting.size()];
        try (var office = Executors.newFixedThreadPool(PUBLISHERS)) {
            IntStream.range(0, waiting.size())
                    .forEach(
                            i ->
                                    office.submit(
                                            () -> {
                                                long clicked = System.nanoTime();
                                                numbers.add(staff.publish(waiting.get(i).id()));
                                                times[i] = System.nanoTime() - clicked;
                                            }));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Duration used = program.processor().plus(program.databaseProcessor()).minus(before);
        long last = System.nanoTime();
        for (Waiting it : waiting) {
            until(reader, "/search?q=" + it.word(), "/d/", last);
        }
        double found = (System.nanoTime() - last) / 1e9;
        print("%d at once by %d".formatted(AT_ONCE, PUBLISHERS), times, seconds);
        System.out.printf(
                Locale.ROOT,
                "%nAt once: %.1f publications a second, %.0f ms of the processor for each; %s "
                        + "numbers; %.1f s after the last answer search had been asked for all and found them.%n",
                waiting.size() / seconds,
                used.toMillis() / (double) waiting.size(),
                consecutive(numbers) ? "consecutive" : "**not consecutive**",
                found);
    }

    private static boolean consecutive(Collection<String> numbers) {
        var sequences = new TreeSet<Integer>();
        numbers.forEach(it -> sequences.add(Integer.parseInt(it.substring(it.length() - 5))));
        return sequences.size() == AT_ONCE
                && sequences.getLast() - sequences.getFirst() == AT_ONCE - 1;
    }
}
