package org.gongkai.platform.transparencylog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.testing.ModuleTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@DisplayName("Leaves are written in the transaction of their event (日志条目)")
class AppendModuleTests {
    private static final LogEvent EVENT =
            DrawEvents.of("inspections", "640100/2021-7", 7).announced("sealed");

    @Autowired TransparencyLog log;
    @Autowired PlatformTransactionManager transactions;
    @Autowired TestDatabase database;
    @Autowired TestClock clock;

    private TransactionTemplate transaction;

    @BeforeEach
    void prepare() {
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void beginWithOneThatNamesTheLogAndItsKeys() {
        log.beginIfNew();
        log.beginIfNew();

        var genesis = log.at(0).orElseThrow();
        assertThat(genesis.kind()).isEqualTo(LeafKind.LOG_GENESIS);
        assertThat(genesis.leaf())
                .contains("\"origin\":\"127.0.0.1/log\"")
                .contains("\"127.0.0.1/log+");
    }

    @Test
    void sayWhatHappenedInCanonicalJson() {
        clock.set("2021-08-02T09:30:15.750+08:00");
        var entry = append(EVENT);

        assertThat(entry.leaf())
                .isEqualTo(
                        "{\"draw\":\"640100/2021-7\",\"k\":\"draw.announce\",\"mode\":\"sealed\","
                                + "\"seq\":7,\"t\":\"2021-08-02T09:30:15+08:00\",\"v\":\"govlog/1\"}");
        assertThat(log.at(entry.index())).contains(entry);
    }

    @Test
    void bindAnAmendmentWithItsReason() {
        var amendment = Map.of("op", "replace_entity", "t", 3, "reason", "closed");
        var draw = DrawEvents.of("inspections", "d", 1).frozenAs("ab".repeat(32));

        assertThat(append(draw.amended(1, amendment, "closed", 10, "cd".repeat(32))).leaf())
                .contains("\"amendment\":{\"op\":\"replace_entity\",\"reason\":\"closed\",\"t\":3}")
                .contains("\"mh\":\"abab")
                .contains("\"root\":\"cdcd");
        assertThatThrownBy(() -> draw.amended(1, amendment, "ill", 10, "cd".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areNumberedWithoutGapsWhateverIsRolledBackMeanwhile() throws Exception {
        log.beginIfNew();
        var before = append(EVENT).index();
        var work = new ArrayList<Callable<Long>>();
        for (var each = 0; each < 160; each++) {
            var fails = each % 3 == 0;
            work.add(() -> fails ? appendAndRollBack() : append(EVENT).index());
        }
        List<Long> indices = new ArrayList<>();
        try (var people = Executors.newFixedThreadPool(16)) {
            for (var each : people.invokeAll(work)) {
                if (each.get() >= 0) {
                    indices.add(each.get());
                }
            }
        }

        assertThat(indices.stream().sorted().toList())
                .isEqualTo(
                        LongStream.rangeClosed(before + 1, before + indices.size())
                                .boxed()
                                .toList());
        assertThat(log.at(before + indices.size() + 1)).isEmpty();
    }

    @Test
    void areNeverDatedBeforeTheLast() {
        clock.set("2021-08-02T09:30:00+08:00");
        var last = append(EVENT);
        clock.advance(Duration.ofSeconds(-60));
        assertThat(append(EVENT).declared()).isEqualTo(last.declared());
        clock.advance(Duration.ofSeconds(-1));
        assertThatThrownBy(() -> append(EVENT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("clock-runs-backwards");
    }

    @Test
    void needATransactionToBePartOf() {
        assertThatThrownBy(() -> log.append(EVENT))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void showNothingOfARequestAndAreOpenedUntilThatIsErased() {
        var content =
                SaltedContent.of(
                        SaltedContent.CLOCK,
                        Map.of("req", "2021-0042", "event", "received", "prev", ""));
        var entry = append(LogEvent.ofRequest(LeafKind.REQ_RECEIVED, "requests", content));

        assertThat(entry.leaf()).doesNotContain("2021-0042").contains(content.commitment());
        assertThat(erase(entry.index())).isTrue();
        assertThat(erase(entry.index())).isFalse();
        assertThat(log.at(entry.index())).contains(entry);
        assertThatThrownBy(
                        () ->
                                LogEvent.of(
                                        LeafKind.REQ_RECEIVED, "requests", "c", "00", "name", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void areNotLongerThanABundleCanHold() {
        var note = "x".repeat(TransparencyLog.LONGEST - overhead());

        assertThat(append(policy(note)).leaf()).hasSize(TransparencyLog.LONGEST);
        assertThatThrownBy(() -> append(policy(note + "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE log_entry SET writer = 'other'",
                "DELETE FROM log_entry",
                "TRUNCATE log_entry CASCADE",
                "UPDATE log_key SET name = 'other'",
                "INSERT INTO log_entry SELECT size + 1, leaf, 'draw.announce', now(), 'x'"
                        + " FROM log_head, log_entry WHERE leaf_index = 1",
                "INSERT INTO log_entry SELECT size, leaf, kind, log_entry.declared, writer"
                        + " FROM log_head, log_entry WHERE leaf_index = 0",
                "INSERT INTO log_entry SELECT size, '{\"v\":\"govlog/1\",\"k\":\"req.closed\","
                        + "\"t\":\"2031-07-30T09:00:00+08:00\",\"c\":\"0\",\"name\":\"x\"}',"
                        + " 'req.closed', '2031-07-30T09:00:00+08:00', 'x' FROM log_head"
            })
    void cannotBeChangedByTheOwnerOfTheTables(String sql) {
        append(EVENT);

        assertThatThrownBy(() -> JdbcClient.create(database.owner()).sql(sql).update())
                .hasMessageMatching("(?s).*(append-only|leaf-|genesis-).*");
    }

    private static LogEvent policy(String note) {
        return LogEvent.of(LeafKind.LOG_POLICY, "transparencylog", "note", note);
    }

    private static int overhead() {
        return CanonicalJson.write(
                        CanonicalJson.object(
                                "k", "log.policy",
                                "note", "",
                                "t", "2021-07-30T09:00:00+08:00",
                                "v", "govlog/1"))
                .length;
    }

    private Logged append(LogEvent event) {
        return transaction.execute(status -> log.append(event));
    }

    private boolean erase(long index) {
        return Boolean.TRUE.equals(transaction.execute(status -> log.eraseOpening(index)));
    }

    private long appendAndRollBack() {
        transaction.executeWithoutResult(
                status -> {
                    log.append(EVENT);
                    status.setRollbackOnly();
                });
        return -1;
    }
}
