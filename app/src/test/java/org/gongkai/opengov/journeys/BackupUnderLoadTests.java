package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.SettingsReader;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code ./run.sh backup} while people publish, {@code ./run.sh restore} where nothing is. */
@DisplayName("A backup made while documents are published")
class BackupUnderLoadTests {
    /** What is only ever added to: a copy holds a beginning of each. */
    private static final List<String> RECORDS =
            List.of(
                    "signature",
                    "revision",
                    "edition",
                    "index_number",
                    "document_step",
                    "audit_entry");

    private static final int WRITERS = 3;

    @TempDir Path folder;

    @Test
    void bringsBackTheSameDocumentsSignaturesFilesAndNextNumberOnAnEmptyMachine() throws Exception {
        var original = RunningProgram.in(folder.resolve("original"));
        Path backup = folder.resolve("backup.zip");
        original.start();
        var people = DemoPeople.at(original.port());
        var attached = publishedWithFile(people);
        var waiting = people.approved(DemoPeople.notice("备份后再发布", "<p>正文。</p>"));
        var before = numbers(people);

        underLoad(people, () -> assertThat(original.run("backup", backup.toString())).isZero());
        original.stop();
        var records = records(original.home());

        var copy = RunningProgram.in(folder.resolve("copy"));
        assertThat(copy.run("restore", backup.toString())).isZero();
        var restored = records(copy.home());
        for (var table : RECORDS) {
            assertThat(records.get(table)).as(table).containsAll(restored.get(table));
        }
        copy.start();
        var there = DemoPeople.at(copy.port());
        var kept = numbers(there);
        assertThat(kept).containsAll(before);
        assertThat(kept).containsExactlyElementsOf(consecutive(kept.size(), kept.getFirst()));
        for (var number : kept) {
            assertThat(there.reader().get("/api/v1/public/documents/" + number).text("/sha256"))
                    .isIn(
                            restored.get("signature").stream()
                                    .map(BackupUnderLoadTests::hashIn)
                                    .toList());
        }
        assertThat(DeskClient.at(copy.port()).download(attached))
                .isEqualTo("随附数据".getBytes(StandardCharsets.UTF_8));
        assertThat(
                        there.step("office", waiting, "publish", Map.of())
                                .expect(200)
                                .text("/indexNumber"))
                .isEqualTo(consecutive(kept.size() + 1, kept.getFirst()).getLast());
        copy.stop();
    }

    /**
     * Writers publish the whole time; the work starts when each has published, and they go on after
     * it.
     */
    private static void underLoad(DemoPeople people, Runnable work) throws Exception {
        var stop = new AtomicBoolean();
        var published = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<java.util.concurrent.Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(
                        threads.submit(
                                () -> {
                                    while (!stop.get()) {
                                        people.published(DemoPeople.notice("备份时发布", "<p>正文。</p>"));
                                        published.incrementAndGet();
                                    }
                                }));
            }
            try {
                Awaitility.await().until(() -> published.get() >= WRITERS);
                work.run();
                int then = published.get();
                Awaitility.await().until(() -> published.get() > then);
            } finally {
                stop.set(true);
            }
            for (var writer : writers) {
                writer.get();
            }
        }
    }

    private static String publishedWithFile(DemoPeople people) {
        var kept =
                people.as("clerk")
                        .upload(
                                "/api/v1/files",
                                "随附.txt",
                                "随附数据".getBytes(StandardCharsets.UTF_8),
                                Map.of())
                        .expect(201);
        var notice = DemoPeople.notice("有附件的通知", "<p>正文。</p>");
        notice.put("attachments", List.of(Map.of("sha256", kept.text("/sha256"))));
        people.published(notice);
        return kept.text("/address");
    }

    /** The public index numbers in their order. */
    private static List<String> numbers(DemoPeople people) {
        return people
                .reader()
                .get("/api/v1/public/documents?limit=200")
                .expect(200)
                .at("/items")
                .findValuesAsString("indexNumber")
                .stream()
                .sorted()
                .toList();
    }

    private static List<String> consecutive(int count, String first) {
        var prefix = first.substring(0, first.length() - 5);
        return IntStream.rangeClosed(1, count)
                .mapToObj(it -> prefix + "%05d".formatted(it))
                .toList();
    }

    private static String hashIn(String signature) {
        return signature.replaceAll(".*,([0-9a-f]{64}),.*", "$1");
    }

    /** Every row of the records, as text. */
    private static Map<String, Set<String>> records(Path home) throws IOException, SQLException {
        var settings = SettingsReader.read(Map.of("GONGKAI_HOME", home.toString())::get);
        try (var database = Database.open(settings, new Secrets(settings.secretsFolder()))) {
            var access = database.access();
            var client =
                    JdbcClient.create(
                            new DriverManagerDataSource(
                                    access.url(),
                                    access.application().role(),
                                    access.application().password()));
            var rows = new LinkedHashMap<String, Set<String>>();
            for (var table : RECORDS) {
                rows.put(
                        table,
                        new HashSet<>(
                                client.sql("SELECT %1$s::text FROM %1$s".formatted(table))
                                        .query(String.class)
                                        .list()));
            }
            return rows;
        }
    }
}
