package org.gongkai.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("The audit trail")
@DemoAgencyTest
class AuditModuleTests {
    private static final String PASSWORD = "gongkai-demo-2021";

    @LocalServerPort int port;
    @Autowired AuditTrail trail;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void keepsPlainValuesAndOnlyHashesOfPersonalOnes() {
        var before = new HashMap<String, Object>();
        before.put("phone", Personal.of("13995100001"));
        before.put("until", null);
        record(
                "test.kept",
                before,
                Map.of("phone", Personal.of("13995100002"), "from", LocalDate.of(2021, 8, 2)));

        var line = auditor().get("/api/v1/audit?action=test.kept").expect(200);

        assertThat(line.text("/items/0/before/phone/hash")).hasSize(64);
        assertThat(line.text("/items/0/before/phone/hash"))
                .isNotEqualTo(line.text("/items/0/after/phone/hash"));
        assertThat(line.text("/items/0/after/from")).isEqualTo("2021-08-02");
        assertThat(line.at("/items/0/before/until").isNull()).isTrue();
        assertThat(line.body()).doesNotContain("1399510");
    }

    @Test
    void isWrittenInTheTransactionOfTheActAndNoOther() {
        assertThatThrownBy(() -> trail.recordBySystem(null, "test.alone", "it", Map.of(), Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
        transaction.executeWithoutResult(
                status -> {
                    trail.recordBySystem(null, "test.undone", "it", Map.of(), Map.of());
                    status.setRollbackOnly();
                });

        assertThat(auditor().get("/api/v1/audit?action=test.undone").at("/items").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET subject = 'x'",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry"
            })
    void cannotBeChangedByTheProgramNorByTheOwnerOfTheTables(String statement) {
        var database = TestDatabase.fresh();
        JdbcClient.create(database.owner())
                .sql(
                        """
                        INSERT INTO audit_entry (at, origin, action, subject, before, after)
                        VALUES (now(), 'SYSTEM', 'test.stays', 'it', '{}', '{}')
                        """)
                .update();

        assertThatThrownBy(() -> JdbcClient.create(database.app()).sql(statement).update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> JdbcClient.create(database.owner()).sql(statement).update())
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @Test
    void isReadByTheAuditorAlone() {
        for (String other : new String[] {"operator", "office", "leader"}) {
            ApiClient.at(port)
                    .signIn(other, PASSWORD)
                    .get("/api/v1/audit")
                    .expectProblem(403, "not-allowed");
        }
        DeskClient.at(port).signIn("operator", PASSWORD).open("/desk/audit/export.csv").expect(403);
    }

    @Test
    void isFoundByPersonActionSubjectAndPeriodAndContinuedByCursor() {
        for (int at = 0; at < 3; at++) {
            record("test.listed", Map.of(), Map.of("at", at));
        }
        var first = auditor().get("/api/v1/audit?action=test.listed&limit=2").expect(200);
        var rest =
                auditor()
                        .get(
                                "/api/v1/audit?action=test.listed&limit=2&after="
                                        + first.text("/next"))
                        .expect(200);

        assertThat(first.number("/items/0/after/at")).isEqualTo(2);
        assertThat(rest.number("/items/0/after/at")).isZero();
        assertThat(rest.at("/next").isNull()).isTrue();
        assertThat(count("who=秦致和&action=test.")).isZero();
        assertThat(count("subject=test:1&action=test.listed")).isEqualTo(3);
        assertThat(count("action=test.listed&from=2021-07-31")).isZero();
        assertThat(count("action=test.listed&from=2021-07-30&to=2021-07-30")).isEqualTo(3);
        auditor().get("/api/v1/audit?from=yesterday").expectProblem(422, "invalid-input");
    }

    @Test
    void isTakenOutAsATableThatNoSpreadsheetRuns() {
        record("test.exported", Map.of(), Map.of("title", "=cmd()"));
        var auditor = DeskClient.at(port).signIn("auditor", PASSWORD);

        auditor.open("/desk/audit/export.csv?action=test.exported").expect(200);

        assertThat(auditor.body()).startsWith("\uFEFF\"时间\",\"办理人\"").contains("test.exported");
        auditor.open("/desk/audit/export.json?action=test.exported").expect(200);
        assertThat(auditor.body()).startsWith("[{").contains("=cmd()");
        auditor.open("/desk/audit?action=audit.").expect(200);
        assertThat(auditor.text()).contains("导出审计记录");
    }

    private int count(String query) {
        return auditor().get("/api/v1/audit?" + query).expect(200).at("/items").size();
    }

    private void record(String action, Map<String, ?> before, Map<String, ?> after) {
        transaction.executeWithoutResult(
                _ -> trail.recordBySystem(null, action, "test:1", before, after));
    }

    private ApiClient auditor() {
        return ApiClient.at(port).signIn("auditor", PASSWORD);
    }
}
