package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a crash the index agrees with the database again, whatever the engine. */
abstract class CrashSuite {

    @TempDir Path folder;
    private final TestEngine engine;
    private TestDatabase database;

    CrashSuite(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void prepare() {
        database = TestDatabase.fresh();
        World.prepare(database);
    }

    @Test
    void agreesAfterTheIndexerIsKilledAtFiveMoments() throws Exception {
        var random = new Random(9);
        try (var writer = World.on(database, engine.shelf(folder.resolve("unused")))) {
            for (int round = 0; round < 5; round++) {
                Process child = startIndexer();
                int killedAfter = 20 + random.nextInt(200);
                for (int i = 0; i < 250; i++) {
                    if (i == killedAfter) {
                        child.destroyForcibly();
                    }
                    writer.publish("k" + i % 90, "第" + round + "轮", "词条" + i + "轮次" + round);
                }
                assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
                assertAgrees(round);
            }
        }
    }

    private void assertAgrees(int round) {
        try (var world = World.on(database, engine.shelf(folder))) {
            world.indexer.start();
            assertThat(Eventually.within(Duration.ofSeconds(30), world.indexer::ready)).isTrue();
            assertThat(world.audit.compare().agree()).isTrue();
            assertThat(world.indexer.progress().waiting()).isZero();
            assertThat(world.shelf.current().size()).isEqualTo(90);
            for (int i = 160; i < 250; i++) {
                assertThat(world.ids("\"词条" + i + "轮次" + round + "\""))
                        .containsExactly("k" + i % 90);
            }
        }
    }

    private Process startIndexer() throws IOException {
        var login = database.access().application();
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-Dfile.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                IndexerProcess.class.getName(),
                                database.access().url(),
                                login.role(),
                                login.password(),
                                engine.name(),
                                folder.toString(),
                                engine.server())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var said = new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8);
        assertThat(said.read()).isEqualTo('s');
        return child;
    }

    @Test
    void makesAMissingIndexAnew() {
        fill(120);
        startAgainAndExpect(120);
    }

    @Test
    void mendsAnIndexOfAnotherDatabase() {
        fill(120);
        startAgainAndExpect(120);
        TestDatabase other = TestDatabase.fresh();
        World.prepare(other);
        database = other;
        try (var world = World.on(database, engine.shelf(folder))) {
            world.write("other", "别处的件", "正文");
        }

        startAgainAndExpect(1);
    }

    private void fill(int number) {
        try (var world = World.on(database, engine.shelf(folder))) {
            for (int i = 0; i < number; i++) {
                world.write("m" + i, "公开件" + i, "正文");
            }
        }
    }

    private void startAgainAndExpect(int number) {
        try (var world = World.on(database, engine.shelf(folder))) {
            world.indexer.start();
            assertThat(Eventually.within(Duration.ofSeconds(30), world.indexer::ready)).isTrue();
            assertThat(world.audit.compare().agree()).isTrue();
            assertThat(world.shelf.current().size()).isEqualTo(number);
            assertThat(world.shelf.complete()).isTrue();
        }
    }
}
