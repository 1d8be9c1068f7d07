package org.gongkai.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.commitments.Commitment;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.Directories;
import org.gongkai.platform.draw.Draw;
import org.gongkai.platform.draw.DrawBundle;
import org.gongkai.platform.draw.DrawManifest;
import org.gongkai.platform.draw.DrawMode;
import org.gongkai.platform.draw.DrawProgress;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.platform.draw.Entity;
import org.gongkai.platform.draw.NumbersSource;
import org.gongkai.platform.draw.Officer;
import org.gongkai.platform.draw.Quota;
import org.gongkai.platform.draw.Recusal;
import org.gongkai.platform.draw.Stratum;

/**
 * A draw of the nation's size (抽取性能): 1,000,000 entities, 10,000 officers with 100,000 recusals,
 * 10,000 visits of two, beside nothing but computing and sorting the same tickets.
 */
public final class DrawBenchmark {
    private static final int ENTITIES = 1_000_000;
    private static final int OFFICERS = 10_000;
    private static final int RECUSALS = 100_000;
    private static final int DRAWN = 10_000;

    private DrawBenchmark() {}

    /** No arguments. */
    public static void main(String[] arguments) throws Exception {
        for (var suite : Suite.values()) {
            measure(suite);
        }
        System.out.printf("most memory of the program: %d MiB%n", mostMemory());
    }

    /** A mark for each tenth of a stage. */
    private static void tell(DrawProgress.Stage stage, long done, long of) {
        if (of > 0 && (done == of || done * 10 / of > (done - Math.min(done, 8192)) * 10 / of)) {
            System.err.printf("\r  %-8s %3d %%  ", stage, done * 100 / of);
        }
    }

    private static void measure(Suite suite) throws Exception {
        System.out.println(suite.slug());
        var directories = timed("directories made", DrawBenchmark::directories);
        var manifest = timed("frozen: roots and manifest", () -> manifest(suite, directories));
        var disclosures =
                Map.<String, Object>of(
                        "快乐8", Map.of("groups", List.of(List.of(3L, 14L, 15L, 9L, 26L, 5L))));
        var draw =
                timed(
                        "drawn, all told",
                        () ->
                                Draw.of(
                                        manifest,
                                        directories,
                                        disclosures,
                                        null,
                                        DrawBenchmark::tell));
        System.out.printf(
                "  %d visits, %d seats empty, root %s%n",
                draw.visits().size(), draw.unfilled(), draw.root().substring(0, 16));
        if (suite == Suite.SHA256) {
            timed("plain: the same tickets, one thread", () -> tickets(draw));
            var tickets = tickets(draw);
            timed("plain: sorted", () -> sorted(tickets));
        }
        var bundle =
                timed(
                        "bundle written",
                        () -> {
                            var text = new ByteArrayOutputStream();
                            DrawBundle.of(draw, disclosures, null, List.of()).write(text);
                            return text.toByteArray();
                        });
        System.out.printf("  bundle of %d MiB%n", bundle.length >> 20);
        var verification = timed("bundle read and drawn again", () -> DrawVerification.of(bundle));
        if (!verification.valid() || !draw.root().equals(verification.resultRoot())) {
            throw new IllegalStateException(verification.toString());
        }
    }

    private static Directories directories() {
        var random = new Random(118);
        var entities = new ArrayList<Entity>(ENTITIES);
        for (var at = 0; at < ENTITIES; at++) {
            var weight = random.nextInt(10) == 0 ? (Integer) (2 + random.nextInt(2)) : null;
            var need = random.nextInt(20) == 0 ? "辐射" : null;
            entities.add(new Entity("91640100MA%07d".formatted(at), stratum(at), weight, need));
        }
        var officers = new ArrayList<Officer>(OFFICERS);
        for (var at = 0; at < OFFICERS; at++) {
            var tags = new ArrayList<>(List.of(at % 3 == 0 ? "lead" : "组员"));
            if (at % 7 == 0) {
                tags.add("辐射");
            }
            officers.add(new Officer("6401%06d".formatted(at), tags, null, random.nextInt(3)));
        }
        return new Directories(entities, officers, recusals(entities, officers, random));
    }

    private static List<Recusal> recusals(
            List<Entity> entities, List<Officer> officers, Random random) {
        return random.longs(0, (long) ENTITIES * OFFICERS)
                .distinct()
                .limit(RECUSALS)
                .sorted()
                .mapToObj(
                        it ->
                                new Recusal(
                                        entities.get((int) (it / OFFICERS)).id(),
                                        officers.get((int) (it % OFFICERS)).id()))
                .toList();
    }

    private static String stratum(int at) {
        return at % 50 == 0 ? "重点" : "一般";
    }

    private static DrawManifest manifest(Suite suite, Directories directories) {
        return new DrawManifest(
                suite,
                "benchmark",
                1,
                DrawMode.OPEN,
                "一百万户抽一万户",
                Commitment.to(suite, directories.entities()),
                Commitment.to(suite, directories.officers()),
                Commitment.to(suite, directories.recusals()),
                List.of(
                        new Stratum("重点", new Quota.Ratio(1, 4, null)),
                        new Stratum("一般", new Quota.Count(DRAWN - 5_000))),
                List.of("lead", ""),
                4,
                List.of(
                        new NumbersSource(
                                "快乐8",
                                "快乐8",
                                "2021318",
                                "2021-11-26T21:30:00+08:00",
                                List.of(new NumbersSource.Group(6, 1, 80, false)))),
                null);
    }

    /** What any program has to do: a code for each, by the Java library. */
    private static byte[][] tickets(Draw draw) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(draw.prk()), "HmacSHA256"));
        var tickets = new ArrayList<byte[]>();
        for (var entity : draw.directories().entities()) {
            var id = entity.id().getBytes(StandardCharsets.UTF_8);
            var least = ticket(mac, id, 0);
            for (var number = 1; entity.w() != null && number < entity.w(); number++) {
                var other = ticket(mac, id, number);
                least = Arrays.compareUnsigned(other, least) < 0 ? other : least;
            }
            tickets.add(least);
        }
        return tickets.toArray(byte[][]::new);
    }

    private static byte[] ticket(Mac mac, byte[] id, int number) {
        var label = "vdraw/1/entity".getBytes(StandardCharsets.UTF_8);
        var text = ByteBuffer.allocate(label.length + id.length + 17);
        text.putInt(label.length).put(label).putInt(id.length).put(id);
        text.putInt(4).putInt(number).put((byte) 1);
        return mac.doFinal(text.array());
    }

    private static byte[][] sorted(byte[][] tickets) {
        Arrays.sort(tickets, Arrays::compareUnsigned);
        return tickets;
    }

    private static <T> T timed(String what, Callable<T> doing) throws Exception {
        var from = System.nanoTime();
        var done = doing.call();
        System.out.printf("  %-38s %6.2f s%n", what, (System.nanoTime() - from) / 1e9);
        return done;
    }

    private static long mostMemory() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return 0;
    }
}
