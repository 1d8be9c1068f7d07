package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index follows the register, whatever the engine. */
abstract class SearchQueueSuite {

    @TempDir Path folder;
    private final TestEngine engine;
    private World world;

    SearchQueueSuite(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void start() {
        TestDatabase database = TestDatabase.fresh();
        World.prepare(database);
        world = World.on(database, engine.shelf(folder));
        world.indexer.start();
        assertThat(Eventually.within(Duration.ofSeconds(20), world.indexer::ready)).isTrue();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void showsWhatIsPublishedWithinASecond() {
        world.publish("warm", "先公开一件", "正文");
        assertThat(Eventually.within(Duration.ofSeconds(20), () -> found("先公开"))).isTrue();

        world.publish("a", "典农河治理通报", "正文");

        assertThat(Eventually.within(Duration.ofSeconds(1), () -> found("典农河治理"))).isTrue();
    }

    private boolean found(String text) {
        return !world.ids(text).isEmpty();
    }

    @Test
    void showsNothingOfATransactionThatWasRolledBack() {
        world.rollBack("a", "未提交的稿件");
        world.indexer.catchUp();

        assertThat(world.ids("未提交")).isEmpty();
        assertThat(world.indexer.progress().waiting()).isZero();
    }

    @Test
    void findsTheNewTextAndNotTheOldAfterAChange() {
        world.publish("a", "通报", "旧词猕猴桃");
        world.indexer.catchUp();
        world.publish("a", "通报", "新词火龙果");
        world.indexer.catchUp();

        assertThat(world.ids("猕猴桃")).isEmpty();
        assertThat(world.ids("火龙果")).containsExactly("a");
        assertThat(world.ids("通报")).containsExactly("a");
    }

    @Test
    void findsNothingOfAWithdrawnDocumentFromTheMomentTheCallReturns() {
        world.publish("a", "猕猴桃甲", "正文");
        world.publish("b", "猕猴桃乙", "正文");
        world.indexer.catchUp();

        world.withdraw("a");

        assertThat(world.ids("猕猴桃")).containsExactly("b");
        assertThat(world.shelf.current().size()).isEqualTo(1);
        assertThat(world.audit.compare().agree()).isTrue();
    }

    @Test
    void neitherShowsNorCountsWhatTheGateKeepsBackThoughItIsStillInTheIndex() {
        for (int i = 0; i < 60; i++) {
            world.publish("d%02d".formatted(i), "猕猴桃通报" + i, "正文");
        }
        world.indexer.catchUp();
        for (int i = 0; i < 60; i += 2) {
            world.close("d%02d".formatted(i));
        }

        SearchResults first = world.search.search(SearchQuery.of("猕猴桃").page(0, 10));
        SearchResults second = world.search.search(SearchQuery.of("猕猴桃").page(10, 10));
        SearchResults third = world.search.search(SearchQuery.of("猕猴桃").page(20, 20));

        assertThat(first.hits()).hasSize(10);
        assertThat(second.hits()).hasSize(10);
        assertThat(third.hits()).hasSize(10);
        assertThat(third.next()).isNull();
        assertThat(List.of(first, second, third))
                .flatExtracting(SearchResults::hits)
                .extracting(SearchHit::id)
                .doesNotHaveDuplicates()
                .allMatch(it -> Integer.parseInt(it.substring(1)) % 2 == 1);
        assertThat(third.total()).isEqualTo(30);
        assertThat(third.facets().kinds()).containsExactly(new FacetCount("一般信息", 30));
    }

    @Test
    void saysNothingOfAHiddenDocumentInTotalFacetsOrSuggestion() {
        world.publish("a", "龟兹玉藏", "正文");
        world.indexer.catchUp();
        world.close("a");

        SearchResults found = world.search.search(SearchQuery.of("龟兹玉藏"));

        assertThat(found).isEqualTo(SearchResults.none(found.complete()));
    }

    @Test
    void keepsTheLineOfADocumentThatCannotBeReadAndGoesOnWithTheOthers() {
        world.poison = "bad";
        world.publish("bad", "坏件", "正文");
        world.publish("good", "好件", "正文");
        world.indexer.catchUp();

        assertThat(world.ids("好件")).containsExactly("good");
        assertThat(world.reader.failed(10))
                .extracting(QueuedDocument::document, QueuedDocument::failures)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("bad", 1));

        world.poison = "";

        assertThat(Eventually.within(Duration.ofSeconds(15), () -> found("坏件"))).isTrue();
        assertThat(
                        Eventually.within(
                                Duration.ofSeconds(5),
                                () -> world.indexer.progress().waiting() == 0))
                .isTrue();
    }

    @Test
    void agreesAfterTwoHundredPublicationsAndWithdrawalsAtOnce() throws Exception {
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 200; i++) {
                String id = "c" + i;
                boolean goesAgain = i % 3 == 0;
                threads.submit(
                        () -> {
                            go.await();
                            world.publish(id, "并发公开" + id, "正文");
                            if (goesAgain) {
                                world.withdraw(id);
                            }
                            return null;
                        });
            }
            go.countDown();
        }

        assertThat(world.audit.compare().agree()).isTrue();
        assertThat(world.shelf.current().size()).isEqualTo(133);
        assertThat(world.ids("并发公开")).hasSize(133);
    }

    @Test
    void findsOnlineWhileTheIndexIsMadeAnew() {
        for (int i = 0; i < 400; i++) {
            world.write("r" + i, "重建件" + i, "正文");
        }
        world.publish("first", "重建之前", "正文");
        world.indexer.catchUp();
        world.indexer.rebuildBecause("asked");
        world.publish("during", "重建之中", "正文");

        assertThat(
                        Eventually.within(
                                Duration.ofSeconds(30),
                                () -> !found("重建之前") || world.indexer.ready()))
                .isTrue();
        assertThat(world.indexer.ready()).isTrue();
        assertThat(world.ids("“重建之前”")).containsExactly("first");
        assertThat(world.ids("“重建之中”")).containsExactly("during");
        assertThat(world.audit.compare().agree()).isTrue();
        assertThat(world.shelf.current().size()).isEqualTo(402);
    }

    @Test
    void offersAnotherSpellingOnlyIfItFindsSomething() {
        world.publish("a", "“双随机、一公开”抽查计划", "正文");
        world.indexer.catchUp();

        assertThat(world.search.search(SearchQuery.of("双随即")).didYouMean()).contains("双随机");
        assertThat(world.search.search(SearchQuery.of("辐射安金许可证")).didYouMean()).isEmpty();
    }
}
