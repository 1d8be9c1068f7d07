package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.search.lucene.LuceneIndex;
import org.gongkai.platform.search.lucene.LuceneShelf;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The index in the data folder is made anew when its files are damaged")
class DamagedFilesTests {

    @TempDir Path folder;
    private TestDatabase database;

    @BeforeEach
    void prepare() {
        database = TestDatabase.fresh();
        World.prepare(database);
    }

    @Test
    void doesAgainWhatWasNotDurable() {
        var lost = World.on(database, new LuceneShelf(folder));
        lost.shelf.open();
        lost.shelf.beginReplacement();
        lost.shelf.finishReplacement();
        lost.publish("a", "猕猴桃", "正文");
        lost.shelf.current().put(lost.find("a").orElseThrow());
        lost.shelf.current().makeVisible();
        assertThat(lost.ids("猕猴桃")).containsExactly("a");
        ((LuceneIndex) lost.shelf.current()).abandon();

        try (var world = World.on(database, new LuceneShelf(folder))) {
            world.shelf.open();
            assertThat(world.ids("猕猴桃")).isEmpty();
            world.indexer.catchUp();
            assertThat(world.ids("猕猴桃")).containsExactly("a");
        }
    }

    @Test
    void makesADamagedIndexAnew() throws Exception {
        fill(120);
        startAgainAndExpect(120);
        for (Path file : files(".cfs", ".doc", ".pos", ".fdt")) {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);
        }

        startAgainAndExpect(120);
    }

    @Test
    void makesAnIndexAnewWhoseFilesAreGone() throws Exception {
        fill(120);
        startAgainAndExpect(120);
        for (Path file : files("segments_", ".cfs", ".fdt")) {
            Files.delete(file);
        }

        startAgainAndExpect(120);
    }

    private void fill(int number) {
        try (var world = World.on(database, new LuceneShelf(folder))) {
            for (int i = 0; i < number; i++) {
                world.write("m" + i, "公开件" + i, "正文");
            }
        }
    }

    private void startAgainAndExpect(int number) {
        try (var world = World.on(database, new LuceneShelf(folder))) {
            world.indexer.start();
            assertThat(Eventually.within(Duration.ofSeconds(30), world.indexer::ready)).isTrue();
            assertThat(world.audit.compare().agree()).isTrue();
            assertThat(world.shelf.current().size()).isEqualTo(number);
            assertThat(world.shelf.complete()).isTrue();
        }
    }

    private List<Path> files(String... parts) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(
                            it ->
                                    Stream.of(parts)
                                            .anyMatch(
                                                    part ->
                                                            it.getFileName()
                                                                    .toString()
                                                                    .contains(part)))
                    .toList();
        }
    }
}
