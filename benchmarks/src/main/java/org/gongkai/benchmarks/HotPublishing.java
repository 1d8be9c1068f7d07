package org.gongkai.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Reading at a constant rate while documents are published and withdrawn (边发布边访问). Every
 * publication is looked for on its page, its list, its feed and at home; every withdrawn page is
 * asked for again until the end.
 */
final class HotPublishing {
    private static final int READS_A_SECOND = 2_000;
    private static final int PUBLISHED_A_SECOND = 5;
    private static final Duration TIME =
            Duration.ofSeconds(Integer.getInteger("benchmark.publishing", 30));

    /** Before it the program is a minute old and mostly compiling itself. */
    private static final Duration REHEARSAL = Duration.ofSeconds(30);

    private static final int ONE_WITHDRAWN_OF = 5;
    private static final int CLERKS = 4;
    private static final Pattern NUMBER = Pattern.compile("/d/[^\"/]+/\\d{4}-\\d+");

    private final Program program;
    private final Pages pages;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CorpusGenerator corpus = new CorpusGenerator(System.nanoTime());
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<String> withdrawn = new ConcurrentLinkedQueue<>();
    private final Queue<Long> visible = new ConcurrentLinkedQueue<>();
    private final Queue<Long> gone = new ConcurrentLinkedQueue<>();

    HotPublishing(Program program, Pages pages, int port) {
        this.program = program;
        this.pages = pages;
        this.port = port;
    }

    /** Whether everything held. */
    boolean measure() throws Exception {
        var paths = new ArrayList<String>();
        pages.documents().stream().limit(400).forEach(it -> paths.add(it.getPath()));
        for (int i = 0; i < 20; i++) {
            paths.addAll(i * 20, List.of("/", "/columns"));
            pages.columns("").stream().limit(8).forEach(it -> paths.add(it.getPath()));
        }
        try (var staff = new Staff(program)) {
            List<String> waiting = prepare(staff);
            var load = new SteadyLoad(port, READS_A_SECOND);
            int rehearsed = (int) REHEARSAL.toSeconds() * PUBLISHED_A_SECOND;
            reading(staff, waiting.subList(0, rehearsed), load, paths, REHEARSAL);
            visible.clear();
            gone.clear();
            var before = Counted.of(program);
            var answers =
                    reading(staff, waiting.subList(rehearsed, waiting.size()), load, paths, TIME);
            return print(answers, Counted.of(program).since(before));
        }
    }

    private SteadyLoad.Readings reading(
            Staff staff, List<String> waiting, SteadyLoad load, List<String> paths, Duration time)
            throws Exception {
        var stop = new AtomicBoolean();
        try (var others = Executors.newFixedThreadPool(12)) {
            others.submit(() -> publish(staff, waiting, others, stop));
            others.submit(() -> askForWithdrawn(stop));
            SteadyLoad.Readings answers = load.run(paths, time);
            stop.set(true);
            return answers;
        }
    }

    private List<String> prepare(Staff staff) throws Exception {
        int count = (int) TIME.plus(REHEARSAL).toSeconds() * PUBLISHED_A_SECOND;
        var ids = new ConcurrentLinkedQueue<String>();
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (int i = 0; i < count; i++) {
                var document = corpus.document(i + 1);
                clerks.submit(() -> ids.add(staff.approved(document.title(), document.bodyHtml())));
            }
        }
        return List.copyOf(ids);
    }

    private void publish(
            Staff staff,
            List<String> waiting,
            java.util.concurrent.ExecutorService others,
            AtomicBoolean stop) {
        long began = System.nanoTime();
        for (int i = 0; i < waiting.size() && !stop.get(); i++) {
            long due = began + i * 1_000_000_000L / PUBLISHED_A_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int which = i;
            others.submit(() -> publish(staff, waiting.get(which), which));
        }
    }

    private void publish(Staff staff, String id, int which) {
        try {
            String number = staff.publish(id);
            long answered = System.nanoTime();
            String path = "/d/" + number;
            for (var channel : List.of(path, "/c/notices", "/c/notices/feed.xml", "/")) {
                boolean shown = seen(channel, path);
                while (!shown && System.nanoTime() - answered < 3_000_000_000L) {
                    LockSupport.parkNanos(5_000_000L);
                    shown = seen(channel, path);
                }
                if (!shown) {
                    wrong.add(path + " not seen on " + channel);
                }
            }
            visible.add(System.nanoTime() - answered);
            if (which % ONE_WITHDRAWN_OF == 0) {
                staff.withdraw(id);
                long done = System.nanoTime();
                expectGone(path);
                gone.add(System.nanoTime() - done);
                withdrawn.add(path);
                for (var channel : List.of("/c/notices", "/c/notices/feed.xml", "/")) {
                    if (shows(channel, path)) {
                        wrong.add(path + " still on " + channel + " after its withdrawal");
                    }
                }
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            wrong.add("failed: " + failed);
        }
    }

    private void askForWithdrawn(AtomicBoolean stop) {
        try {
            while (!stop.get()) {
                for (var path : withdrawn) {
                    expectGone(path);
                }
                LockSupport.parkNanos(100_000_000L);
            }
        } catch (IOException | InterruptedException failed) {
            wrong.add("failed: " + failed);
        }
    }

    private void expectGone(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(program.address(path)).build();
        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 410) {
            wrong.add(path + " was withdrawn and answers " + status);
        }
    }

    /**
     * Whether it is shown there, or as many later ones as the page has room for: at five a second
     * it stays at home for two seconds.
     */
    private boolean seen(String channel, String path) throws IOException, InterruptedException {
        var body = body(channel);
        return body.contains(path) || channel.equals("/") && onlyLater(body, path);
    }

    private static boolean onlyLater(String home, String path) {
        int newest = home.indexOf("id=\"newest\"");
        var shown =
                NUMBER.matcher(home.substring(newest, home.indexOf("</section>", newest)))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        return !shown.isEmpty() && shown.stream().allMatch(it -> it.compareTo(path) > 0);
    }

    private boolean shows(String channel, String path) throws IOException, InterruptedException {
        return body(channel).contains(path);
    }

    private String body(String channel) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(program.address(channel)).build();
        var answer = http.send(request, BodyHandlers.ofString());
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    /** What the program has counted; seconds of the processor. */
    private record Counted(
            double program,
            double database,
            double hits,
            double bridged,
            double misses,
            double evictions) {

        static Counted of(Program program) {
            return new Counted(
                    program.processor().toNanos() / 1e9,
                    program.databaseProcessor().toNanos() / 1e9,
                    program.figure("gongkai_pages_hits_total"),
                    program.figure("gongkai_pages_bridged_total"),
                    program.figure("gongkai_pages_misses_total"),
                    program.figure("gongkai_pages_evictions_total"));
        }

        Counted since(Counted before) {
            return new Counted(
                    program - before.program,
                    database - before.database,
                    hits - before.hits,
                    bridged - before.bridged,
                    misses - before.misses,
                    evictions - before.evictions);
        }
    }

    private boolean print(SteadyLoad.Readings answers, Counted counted) {
        double p99 = answers.cached().milliseconds(0.99);
        double latest = visible.stream().mapToLong(it -> it).max().orElse(0) / 1e6;
        System.out.printf(
                Locale.ROOT,
                """

                | %,d requests a second offered, %d published a second | requests | a second | p50 ms | p95 ms | p99 ms | max ms | hold |
                |---|---|---|---|---|---|---|---|
                | documents, columns, home: all | %s | |
                | of these, from memory | %s | p99 25 ms: %s |
                | the others: made, or waited for | %s | |

                %d failures; %.2f ms of the processor for each request of program and %.2f ms of database, publications included.
                Of these and the looking %,.0f were answered from memory, %,.0f of them by the previous page; %,.0f pages were made, %,.0f ended by a change.
                %d published: page, list, feed and home asked after the answer, the last was read %.0f ms later at the latest (1 s: %s).
                %d withdrawn: 410 %.1f ms after the answer at the latest, asked for again until the end.
                """,
                READS_A_SECOND,
                PUBLISHED_A_SECOND,
                answers.all().cells(),
                answers.cached().cells(),
                HotBenchmark.word(p99 <= 25),
                answers.made().cells(),
                answers.all().failures(),
                counted.program() * 1e3 / answers.all().nanos().length,
                counted.database() * 1e3 / answers.all().nanos().length,
                counted.hits(),
                counted.bridged(),
                counted.misses(),
                counted.evictions(),
                visible.size(),
                latest,
                HotBenchmark.word(latest <= 1_000),
                withdrawn.size(),
                LongStream.concat(LongStream.of(0), gone.stream().mapToLong(it -> it))
                                .max()
                                .orElse(0)
                        / 1e6);
        wrong.stream().limit(20).forEach(it -> System.out.println("STALE OR MISSING: " + it));
        System.out.println(
                wrong.isEmpty()
                        ? "Nothing stale, nothing missing."
                        : wrong.size() + " wrong answers: NOT HELD");
        return wrong.isEmpty() && answers.all().failures() == 0 && p99 <= 25 && latest <= 1_000;
    }
}
