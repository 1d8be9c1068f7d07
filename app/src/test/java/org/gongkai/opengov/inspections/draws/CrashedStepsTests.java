package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.RevealSource;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("A step of the ceremony without its leaf (环节中断): done or not done, never half")
class CrashedStepsTests {
    private static final String ALL =
            "SELECT count(*) || ':' || coalesce(sum(n), 0) FROM (SELECT 1 AS n FROM inspection_draw"
                    + " UNION ALL SELECT 10 FROM inspection_draw_event UNION ALL SELECT 100 FROM"
                    + " inspection_draw_entity UNION ALL SELECT 1000 FROM inspection_draw_manifest"
                    + " UNION ALL SELECT 10000 FROM inspection_draw_escrow UNION ALL SELECT 100000 FROM"
                    + " inspection_draw_disclosure UNION ALL SELECT 1000000 FROM inspection_draw_visit"
                    + " UNION ALL SELECT 7 FROM inspection_draw_amendment_decision UNION ALL SELECT 3"
                    + " FROM inspection_draw_secret ) x";

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired TestDatabase database;

    private JdbcClient owner;

    @Test
    void leavesNothingBehindAndIsDoneAgain() {
        owner = JdbcClient.create(database.owner());
        Holders.take(DemoPeople.at(port).as("keeper"));
        var ceremony = DrawCeremony.sealed(port, clock, 3).with("witnesses", List.of("银川市司法局"));
        crash(ceremony::tryToAnnounce);
        ceremony.announce();
        var code = ceremony.step("witnesses/witness-1/link", Map.of()).text("/code");
        var bound =
                RevealSource.commit(
                        Suite.SM3, ceremony.read().text("/draw"), "witness-1", new byte[32]);
        ceremony.step("nonce", Map.of("code", code, "commitment", HexFormat.of().formatHex(bound)))
                .expect(200);
        again(() -> ceremony.step("freeze", Map.of()), "frozen", ceremony);
        again(
                () -> ceremony.step("nonce", Map.of("code", code, "nonce", "00".repeat(32))),
                "nonces-in",
                ceremony);
        ceremony.at("2021-07-30T21:40:00+08:00");
        ceremony.type("keeper", DrawCeremony.ISSUE, DrawCeremony.numbersFrom(1)).expect(200);
        again(
                () -> ceremony.type("office", DrawCeremony.ISSUE, DrawCeremony.numbersFrom(1)),
                "sources-in",
                ceremony);
        crash(() -> ceremony.step("draw", Map.of()));
        clock.set("2021-07-30T21:50:00+08:00");
        ceremony.draw();
        assertThat(ceremony.read().text("/state")).isEqualTo("drawn");
        var asked =
                ceremony.step(
                                "amend",
                                Map.of(
                                        "op", "replace_officer",
                                        "visit", 0,
                                        "seat", 0,
                                        "reason", "ill",
                                        "words", "生病"))
                        .expect(201);
        var decision = ceremony.path("amendments/" + asked.number("/id") + "/decision");
        again(
                () -> ceremony.people().as("leader").post(decision, Map.of("consents", true)),
                "drawn",
                ceremony);
        ceremony.at("2021-08-20T17:00:00+08:00");
        assertThat(ceremony.step("reveal", Map.of()).expect(409).text("/detail"))
                .contains("还有3户既没有检查");
        ceremony.at("2021-08-31T09:00:00+08:00");
        again(() -> ceremony.step("reveal", Map.of()), "revealed", ceremony);
    }

    private void again(Supplier<ApiAnswer> step, String state, DrawCeremony ceremony) {
        crash(step);
        step.get().expect(200);
        assertThat(ceremony.read().text("/state")).isEqualTo(state);
    }

    private void crash(Supplier<ApiAnswer> step) {
        var before = owner.sql(ALL).query(String.class).single();
        LogTrouble.begin(owner);
        try {
            step.get().expect(500);
        } finally {
            LogTrouble.end(owner);
        }
        assertThat(owner.sql(ALL).query(String.class).single()).isEqualTo(before);
    }
}
