package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cheating tried (作弊尝试): stopped, or exposed. Late nonces, other sources and a refused reveal stand
 * among the rules of the ceremony.
 */
@DemoAgencyTest
@DisplayName("Cheating with a draw (作弊尝试) is stopped or exposed")
class CheatingTests {
    private static final String UNITS =
            "SELECT subject_id FROM inspection_draw_subject WHERE kind = 'UNIT' AND draw_id ="
                    + " (SELECT max(id) FROM inspection_draw)";

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired TestDatabase database;

    private JdbcClient owner;

    @BeforeEach
    void owner() {
        owner = JdbcClient.create(database.owner());
    }

    @Test
    void byFreezingTwiceAndChoosing() {
        var ceremony = DrawCeremony.open(port, clock, 3).announce().freeze();
        var hash = ceremony.read().text("/manifestHash");

        ceremony.step("freeze", Map.of()).expect(409);

        assertThat(ceremony.read().text("/manifestHash")).isEqualTo(hash);
    }

    @Test
    void byChangingPoolClassAndRecusalsAfterTheSource() {
        var honest = DrawCeremony.open(port, clock, 3).announce().freeze().numbers();
        var before = honest.read();
        change(
                "UPDATE inspection_unit SET supervision_class = 'SPECIAL', state = 'CLOSED' WHERE id");
        owner.sql(
                        """
                        INSERT INTO inspection_recusal (agency_id, unit_id, officer_id, reason, since, created_at)
                        SELECT u.agency_id, u.id, o.id, 'GRANTED', '2021-07-29', now()
                        FROM inspection_unit u, inspection_officer o
                        WHERE o.agency_id = u.agency_id AND u.id IN (%s) ON CONFLICT DO NOTHING
                        """
                                .formatted(UNITS))
                .update();
        try {
            honest.draw();
        } finally {
            change("DELETE FROM inspection_recusal WHERE since = '2021-07-29' AND unit_id");
            change(
                    "UPDATE inspection_unit SET supervision_class = 'KEY', state = 'OPERATING'"
                            + " WHERE id");
        }

        var drawn = honest.read();
        assertThat(drawn.text("/manifestHash")).isEqualTo(before.text("/manifestHash"));
        assertThat(drawn.number("/result/visits")).isEqualTo(3);
        assertThat(drawn.number("/result/unfilled")).isZero();
        assertThat(verified(honest).valid()).isTrue();
    }

    @Test
    void bySendingOneOfficerOnly() {
        var alone = DrawCeremony.open(port, clock, 3).with("seats", List.of("")).tryToAnnounce();
        assertThat(alone.expect(422).body()).contains("至少两名");

        var few = DrawCeremony.open(port, clock, 6).with("officerCap", 1).drawn();

        var short7 = few.read();
        assertThat(short7.number("/result/unfilled")).isPositive();
        var visits = few.people().as("keeper").get(few.path("visits")).expect(200);
        assertThat(visits.at("/items").toString()).contains("null");
    }

    @Test
    void bySkippingADrawnUnitWithoutReason() {
        var ceremony = DrawCeremony.open(port, clock, 3).drawn();
        var root = ceremony.read().text("/result/root");

        var none =
                ceremony.step("amend", Map.of("op", "replace_entity", "visit", 0, "words", "他是朋友"));
        assertThat(none.expect(422).body()).contains("没有事由不得更换");
        var asked =
                ceremony.step(
                                "amend",
                                Map.of(
                                        "op", "replace_entity",
                                        "visit", 0,
                                        "reason", "unit-closed",
                                        "words", "已注销"))
                        .expect(201);
        var decision = ceremony.path("amendments/" + asked.number("/id") + "/decision");
        ceremony.people().as("keeper").post(decision, Map.of("consents", true)).expect(403);
        assertThat(ceremony.read().at("/amendments")).isEmpty();
        ceremony.people().as("leader").post(decision, Map.of("consents", true)).expect(200);

        var amended = ceremony.read();
        assertThat(amended.at("/amendments/0/reason").asText()).isEqualTo("unit-closed");
        assertThat(amended.text("/result/root")).isEqualTo(root);
        assertThat(verified(ceremony).valid()).isTrue();
    }

    @Test
    void byEditingTheDatabaseBetweenFreezeAndDraw() {
        var ceremony = DrawCeremony.open(port, clock, 3).announce().freeze().numbers();
        assertThatThrownBy(
                        () ->
                                owner.sql(
                                                "UPDATE inspection_draw_entity SET stratum = 'key'"
                                                        + " WHERE place = 0")
                                        .update())
                .hasMessageContaining("never changed");

        withoutTriggers("entity", "need = 'x' WHERE place = 0");
        ceremony.step("draw", Map.of()).expect(200);

        var refused = ceremony.read();
        assertThat(refused.text("/state")).isEqualTo("sources-in");
        assertThat(refused.text("/run/state")).isEqualTo("refused");
        assertThat(refused.text("/run/problem")).contains("/manifest/entities/root");

        withoutTriggers("entity", "need = NULL WHERE place = 0");
        withoutTriggers("disclosure", "value = replace(value, '[1,', '[21,') WHERE true");
        ceremony.step("draw", Map.of()).expect(200);
        assertThat(ceremony.read().text("/run/problem")).contains("/disclosures/kl8-1");

        withoutTriggers("disclosure", "value = replace(value, '[21,', '[1,') WHERE true");
        ceremony.draw();
        assertThat(ceremony.read().text("/state")).isEqualTo("drawn");
    }

    @Test
    void byTypingOtherNumbersThanTheSecondPerson() {
        var ceremony =
                DrawCeremony.open(port, clock, 3)
                        .announce()
                        .freeze()
                        .at("2021-07-30T21:40:00+08:00");
        ceremony.type("keeper", DrawCeremony.ISSUE, DrawCeremony.numbersFrom(1)).expect(200);
        ceremony.type("keeper", DrawCeremony.ISSUE, DrawCeremony.numbersFrom(1)).expect(200);
        assertThat(ceremony.read().text("/state")).isEqualTo("nonces-in");

        var differs = ceremony.type("office", DrawCeremony.ISSUE, DrawCeremony.numbersFrom(2));

        assertThat(differs.expect(200).text("/outcome")).isEqualTo("differs");
        assertThat(ceremony.read().text("/state")).isEqualTo("nonces-in");
        assertThat(
                        ceremony.type("office", DrawCeremony.ISSUE, DrawCeremony.numbersFrom(1))
                                .text("/outcome"))
                .isEqualTo("taken");
    }

    @Test
    void byLookingAtASealedListWithoutARight() {
        Holders.take(DemoPeople.at(port).as("keeper"));
        var ceremony = DrawCeremony.sealed(port, clock, 3).drawn();

        for (var who : List.of("officer", "office", "auditor", "clerk")) {
            ceremony.people().as(who).get(ceremony.path("visits")).expect(403);
        }
        ceremony.people().reader().get(ceremony.bundlePath()).expect(404);
        ceremony.people().as("keeper").get(ceremony.path("visits")).expect(200);
        assertThat(
                        owner.sql(
                                        "SELECT count(*) FROM audit_entry WHERE action ="
                                                + " 'inspections.draw-visits-read' AND subject = 'draw:'"
                                                + " || (SELECT max(id) FROM inspection_draw)")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    /** Of the units in the lists of the last draw. */
    private void change(String sql) {
        owner.sql(sql + " IN (" + UNITS + ")").update();
    }

    private DrawVerification verified(DrawCeremony ceremony) {
        return DrawVerification.of(
                ceremony.people()
                        .reader()
                        .get(ceremony.bundlePath())
                        .expect(200)
                        .body()
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** As whoever owns the tables could. */
    private void withoutTriggers(String table, String change) {
        var name = "inspection_draw_" + table;
        owner.sql("ALTER TABLE " + name + " DISABLE TRIGGER USER").update();
        try {
            assertThat(
                            owner.sql(
                                            "UPDATE "
                                                    + name
                                                    + " SET "
                                                    + change
                                                    + " AND draw_id = (SELECT max(id) FROM"
                                                    + " inspection_draw)")
                                    .update())
                    .isPositive();
        } finally {
            owner.sql("ALTER TABLE " + name + " ENABLE TRIGGER USER").update();
        }
    }
}
