package org.gongkai.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Public pages from memory (页面缓存性能), beside nginx with {@code gzip_static} on the same page: as
 * fast as they are answered, page by page and 304 by 304; then 2,000 requests a second at a
 * constant rate while five documents a second are published, with a checker that fails loudly.
 */
public final class HotBenchmark {
    private static final int PORT = Integer.getInteger("benchmark.port", 8107);
    private static final int PAGE = 20_000;

    /** 0 leaves nginx out. */
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);

    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(5);

    /** Lines of head that nginx writes in its own way. */
    private static final Set<String> BY_NGINX =
            Set.of(
                    "connection",
                    "content-encoding",
                    "content-length",
                    "content-type",
                    "date",
                    "etag",
                    "keep-alive",
                    "vary");

    private static final String GZIP = "Accept-Encoding: gzip";

    private HotBenchmark() {}

    /** How many documents, 100,000 if not given; the folder that keeps them for the next time. */
    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path home = Path.of(arguments.length > 1 ? arguments[1] : ".build/benchmark-" + documents);
        Wrk.needed();
        if (!Files.exists(home.resolve("filled"))) {
            PagesBenchmark.fill(home, documents);
        }
        System.out.printf(
                Locale.ROOT,
                "%n%,d documents, %s, %d processors, load %s before.%n",
                documents,
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.getRuntime().availableProcessors(),
                Processes.load());
        boolean held;
        try (Program program = Program.start(home, PORT);
                Pages pages = Pages.of(program)) {
            program.waitForSearch();
            held = ROUNDS == 0 || besideNginx(program, pages);
            held &= new HotPublishing(program, pages, PORT).measure();
            figures(program);
        }
        System.out.printf("%nLoad %s after.%n", Processes.load());
        if (!held) {
            System.out.println("NOT HELD: see the lines marked so.");
            System.exit(1);
        }
    }

    private static boolean besideNginx(Program program, Pages pages) throws Exception {
        URI page = nearest(pages.documents());
        var plain = get(page);
        var gzip = get(page, "Accept-Encoding", "gzip");
        var peer =
                Nginx.serving(plain.body(), gzip.body(), lines(gzip))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "nginx is missing: apt-get install nginx-light"));
        try (peer) {
            String ours = "If-None-Match: " + tag(gzip);
            String theirs = "If-None-Match: " + tag(get(peer.address(), "Accept-Encoding", "gzip"));
            Wrk.run(page, WARM, GZIP);
            Wrk.run(page, WARM, GZIP, ours);
            Wrk.run(peer.address(), Duration.ofSeconds(2), GZIP);
            Wrk.run(peer.addressWithLines(), Duration.ofSeconds(2), GZIP);
            System.out.printf(
                    Locale.ROOT,
                    """

                    One page of %,d bytes, %,d gzipped; wrk, %d thread(s), 64 connections, in turn, %d rounds of %d s; median
                    | | a second | hold | CPU us | ours / this | hold | p99 ms |
                    |---|---|---|---|---|---|---|
                    """,
                    plain.body().length,
                    gzip.body().length,
                    Wrk.THREADS,
                    ROUNDS,
                    ROUND.toSeconds());
            boolean held =
                    rows(
                            "page, 200",
                            new Side(peer.address(), peer::processor, GZIP),
                            new Side(peer.addressWithLines(), peer::processor, GZIP),
                            new Side(page, program::processor, GZIP));
            return held
                    & rows(
                            "known already, 304",
                            new Side(peer.address(), peer::processor, GZIP, theirs),
                            new Side(peer.addressWithLines(), peer::processor, GZIP, theirs),
                            new Side(page, program::processor, GZIP, ours));
        }
    }

    /** Who is asked for what. */
    private record Side(URI address, Supplier<Duration> processor, List<String> head) {
        Side(URI address, Supplier<Duration> processor, String... head) {
            this(address, processor, List.of(head));
        }

        Round round() throws IOException, InterruptedException {
            Duration before = processor.get();
            var result = Wrk.run(address, ROUND, head.toArray(String[]::new));
            double micros = processor.get().minus(before).toNanos() / 1e3 / result.requests();
            return new Round(result.perSecond(), micros, result.p99());
        }
    }

    /** One round: answers a second, microseconds of the processor for each, p99 in milliseconds. */
    private record Round(double perSecond, double micros, double p99) {}

    /**
     * The three in turn. The promise is for the same answer, so against nginx with the same lines
     * of head: whoever reads them pays for them on the same processors.
     */
    private static boolean rows(String name, Side bare, Side nginx, Side ours) throws Exception {
        var bareRounds = new ArrayList<Round>();
        var theirRounds = new ArrayList<Round>();
        var ourRounds = new ArrayList<Round>();
        for (int i = 0; i < ROUNDS; i++) {
            bareRounds.add(bare.round());
            theirRounds.add(nginx.round());
            ourRounds.add(ours.round());
        }
        var without = median(bareRounds);
        var they = median(theirRounds);
        var we = median(ourRounds);
        boolean asMany = we.perSecond() >= they.perSecond();
        boolean asCheap = we.micros() <= 1.5 * they.micros();
        row(name + ", ours", we, we, "", "");
        row(name + ", nginx", they, we, "≥ nginx: " + word(asMany), "≤ 1.5: " + word(asCheap));
        row(name + ", nginx without our lines of head", without, we, "", "");
        return asMany && asCheap;
    }

    private static void row(String name, Round it, Round ours, String asMany, String asCheap) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %s | %.1f | %.2f | %s | %.1f |%n",
                name,
                it.perSecond(),
                asMany,
                it.micros(),
                ours.micros() / it.micros(),
                asCheap,
                it.p99());
    }

    /** What an answer of ours says besides what nginx says of itself. */
    private static Map<String, String> lines(HttpResponse<byte[]> answer) {
        var lines = new TreeMap<String, String>();
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (!BY_NGINX.contains(name.toLowerCase(Locale.ROOT))) {
                                lines.put(name, values.getFirst());
                            }
                        });
        return lines;
    }

    static String word(boolean held) {
        return held ? "held" : "NOT HELD";
    }

    private static Round median(List<Round> rounds) {
        return new Round(
                middle(rounds.stream().map(Round::perSecond).toList()),
                middle(rounds.stream().map(Round::micros).toList()),
                middle(rounds.stream().map(Round::p99).toList()));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Of these pages the one whose length is nearest to that of the promise. */
    private static URI nearest(List<URI> addresses) {
        return addresses.stream()
                .limit(200)
                .min(Comparator.comparingInt(it -> Math.abs(get(it).body().length - PAGE)))
                .orElseThrow();
    }

    private static String tag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<byte[]> get(URI address, String... head) {
        try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(address);
            if (head.length > 0) {
                request.headers(head);
            }
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private static void figures(Program program) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%nPages kept: %,.0f in %,.1f MiB; %,.0f answers from memory, %,.0f of them by the previous page, %,.0f pages made, %,.0f ended by"
                        + " changes. Resident: program %,d MiB, database %,d MiB.%n",
                program.figure("gongkai_pages_kept"),
                program.figure("gongkai_pages_bytes") / (1 << 20),
                program.figure("gongkai_pages_hits_total"),
                program.figure("gongkai_pages_bridged_total"),
                program.figure("gongkai_pages_misses_total"),
                program.figure("gongkai_pages_evictions_total"),
                program.memory(),
                program.databaseMemory());
    }
}
