package org.gongkai.platform.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.gongkai.platform.database.Database;
import org.gongkai.platform.settings.Settings;
import org.gongkai.testing.ModuleTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@DisplayName("A change told on one node")
class OtherNodesModuleTests {
    @Autowired Database database;
    @Autowired JdbcClient sql;
    @Autowired PageMemory memory;
    @Autowired Settings settings;
    @Autowired TestClock clock;
    @Autowired KeptPages here;
    @Autowired PageChanges changes;
    @Autowired TransactionTemplate transaction;

    private KeptPages there;
    private OtherNodes listening;

    @BeforeEach
    void start() {
        there = new KeptPages(memory, clock);
        listening = new OtherNodes(database, there, new Nodes(), settings);
        listening.start();
        soon(() -> keep(there, "/ready"));
    }

    @AfterEach
    void stop() {
        listening.stop();
        here.forget(Set.of("of-this-test", "not-told"));
    }

    private static boolean keep(KeptPages pages, String address, String... sources) {
        var turn = pages.begin(address);
        List.of(sources).forEach(turn.rendering()::note);
        pages.end(
                turn.rendering(),
                PageBytes.of(turn.rendering(), 200, List.of(), "page".getBytes()));
        return pages.find(address) != null;
    }

    private static void soon(BooleanSupplier done) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.yield();
        }
    }

    private void kept(String address, String source) {
        assertThat(keep(here, address, source)).isTrue();
        assertThat(keep(there, address, source)).isTrue();
    }

    @Test
    void endsItsPagesThereTooAndAtOnceHere() {
        kept("/told", "of-this-test");
        kept("/untold", "not-told");

        transaction.executeWithoutResult(
                status -> {
                    changes.tell("of-this-test");
                    assertThat(here.find("/told")).as("not before it is so").isNotNull();
                });

        assertThat(here.find("/told")).isNull();
        soon(() -> there.find("/told") == null);
        assertThat(here.find("/untold")).isNotNull();
        assertThat(there.find("/untold")).isNotNull();
    }

    /**
     * An addition is told as one: whoever makes the page there lets others have the previous one.
     */
    @Test
    void isToldAsAnAdditionThereToo() {
        kept("/added", "of-this-test");
        transaction.executeWithoutResult(status -> changes.tellAdded(Set.of("of-this-test")));

        assertThat(here.find("/added")).isNull();
        soon(() -> there.find("/added") == null);
        for (var pages : List.of(here, there)) {
            var turn = pages.begin("/added");
            assertThat(pages.find("/added")).isNotNull();
            pages.end(turn.rendering(), null);
            assertThat(pages.find("/added")).isNull();
        }
    }

    @Test
    void isNothingWhenItWasTakenBack() {
        kept("/taken-back", "of-this-test");
        transaction.executeWithoutResult(
                status -> {
                    changes.tell("of-this-test");
                    status.setRollbackOnly();
                });
        kept("/sentinel", "not-told");
        transaction.executeWithoutResult(status -> changes.tell("not-told"));
        soon(() -> there.find("/sentinel") == null);

        assertThat(here.find("/taken-back")).isNotNull();
        assertThat(there.find("/taken-back")).isNotNull();
    }

    @Test
    void hasToBeToldWhereItIsMade() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> changes.tell("of-this-test"))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void isToldInSeveralPiecesWhenThereIsMuch() {
        kept("/many", "of-this-test");
        var many =
                new java.util.HashSet<>(
                        java.util.stream.IntStream.range(0, 2_000)
                                .mapToObj(it -> "something-long-and-of-no-concern/" + it)
                                .toList());
        many.add("of-this-test");
        transaction.executeWithoutResult(status -> changes.tell(many));
        soon(() -> there.find("/many") == null);
    }

    /** What was withdrawn while nobody listened could be among the pages in memory. */
    @Test
    void isNotMissedWhileTheDatabaseWasNotHeard() {
        kept("/unheard", "of-this-test");
        sql.sql(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE application_name = 'gongkai-pages'"
                                + " AND datname = current_database()")
                .query(row -> {});

        soon(() -> there.find("/unheard") == null);
        soon(() -> here.find("/unheard") == null);
        soon(() -> keep(there, "/heard-again", "of-this-test"));
        soon(() -> keep(here, "/heard-again", "of-this-test"));
    }
}
