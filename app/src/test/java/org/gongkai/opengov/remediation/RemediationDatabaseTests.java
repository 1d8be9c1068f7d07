package org.gongkai.opengov.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Attempts around the gate of remediation with the application's own role, {@code gongkai_app}. */
@DemoAgencyTest
@DisplayName("Around the gate of remediation there is no way in the database (整治公开关口)")
class RemediationDatabaseTests {
    private static final String NO_RIGHT = "42501";
    private static final String REVISION =
            """
            INSERT INTO remediation_revision (project_id, number, content, sha256, reason, person_id, at)
            SELECT project_id, number + 1, c, encode(sha256(convert_to(c, 'UTF8')), 'hex'), 'changed', person_id, at
            FROM (SELECT r.*, (%s)::text AS c FROM remediation_revision r
                WHERE project_id = :id ORDER BY number DESC LIMIT 1) r
            """;
    private static final String VERDICT =
            """
            INSERT INTO remediation_verdict (project_id, number, sha256, released, reason, person_id, at)
            SELECT project_id, number, %s, true, '', %s, at FROM remediation_revision
            WHERE project_id = :id ORDER BY number DESC LIMIT 1
            """;

    @Autowired JdbcClient database;
    @Autowired RemediationProjects projects;
    @Autowired PlatformTransactionManager transactions;
    @LocalServerPort int port;

    @Test
    void nobodyReleasesWhatTheyWrote() {
        var id = new RemediationWorld(port).entered("库里的项目甲");

        assertThat(state(VERDICT.formatted("sha256", "person_id"), id)).isEqualTo("GK207");
        assertThat(state(VERDICT.formatted("repeat('0', 64)", "person_id + 1000"), id))
                .isEqualTo("GK206");
        assertThat(state(VERDICT.formatted("sha256", "person_id + 1000"), id)).isNull();
        assertThat(state(VERDICT.formatted("sha256", "person_id + 1001"), id)).isEqualTo("23505");
    }

    @Test
    void nothingIsOpenedThatNobodyReleased() {
        var world = new RemediationWorld(port);
        var id = world.entered("库里的项目乙");
        world.stage(id, "notice", "2021-07-28", world.document("库里的项目乙的通知").indexNumber());
        var open =
                """
                INSERT INTO remediation_opening SELECT project_id,
                    (content::jsonb #>> '{stages,0,document,id}')::uuid, '640100-113/2021-00001', at
                FROM remediation_revision WHERE project_id = :id ORDER BY number DESC LIMIT 1
                """;

        assertThat(state(open, id)).isEqualTo("GK208");
        assertThat(isPublic(id)).isFalse();
        world.release("head2", id).expect(200);
        assertThat(isPublic(id)).isTrue();
    }

    @Test
    void aDeadlineThatWasReleasedIsNotWrittenOver() {
        var id = new RemediationWorld(port).open("库里的项目丙");

        assertThat(
                        state(
                                revision(
                                        "jsonb_set(content::jsonb, '{facts,deadline}', '\"2022-01-01\"')"),
                                id))
                .isEqualTo("GK205");
        assertThat(state(revision("jsonb_set(content::jsonb, '{medium}', '\"AIR\"')"), id))
                .isEqualTo("GK202");
        assertThat(state(revision("jsonb_set(content::jsonb, '{facts,head}', '\"另一人\"')"), id))
                .isNull();
        assertThat(
                        database.sql(
                                        "SELECT content LIKE '%另一人%' FROM public_remediation WHERE id = ?")
                                .param(id)
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    @Test
    void theThousandthProjectOfAYearHasItsOwnNumber() {
        var id = new RemediationWorld(port).entered("库里的项目己");

        var numbers =
                new TransactionTemplate(transactions)
                        .execute(
                                state -> {
                                    state.setRollbackOnly();
                                    return numbersAfter("1999-999", id);
                                });

        assertThat(numbers).containsExactly("1999-1000", "1999-1001");
    }

    private List<String> numbersAfter(String last, long like) {
        var agency =
                database.sql(
                                """
                                INSERT INTO remediation_project (agency_id, number, medium)
                                SELECT agency_id, ?, medium FROM remediation_project WHERE id = ? RETURNING agency_id
                                """)
                        .params(last, like)
                        .query(Long.class)
                        .single();
        return Stream.generate(() -> projects.add(new AgencyId(agency), 1999, Medium.WATER))
                .limit(2)
                .map(
                        it ->
                                database.sql("SELECT number FROM remediation_project WHERE id = ?")
                                        .param(it)
                                        .query(String.class)
                                        .single())
                .toList();
    }

    @Test
    void noUnitAcceptsItsOwnWork() {
        var id = new RemediationWorld(port).entered("库里的项目丁");

        assertThat(state(revision(accepted("市市政 管理局", "2021-07-28")), id)).isEqualTo("GK203");
        assertThat(state(revision(accepted("市生态环境局", "2021-07-26")), id)).isEqualTo("GK203");
        assertThat(state(revision(accepted("市生态环境局", "2021-07-27")), id)).isNull();
        var silent =
                "jsonb_set(content::jsonb, '{pictures}', '[{\"alt\": \" \", \"sha256\": \"0\"}]')";
        assertThat(state(revision(silent), id)).isEqualTo("GK204");
    }

    @Test
    void nothingIsEverChanged() {
        var id = new RemediationWorld(port).open("库里的项目戊");

        for (var table :
                new String[] {
                    "remediation_revision",
                    "remediation_verdict",
                    "remediation_opening",
                    "remediation_project",
                    "remediation_stage_list"
                }) {
            assertThat(state("DELETE FROM " + table + " WHERE :id > 0", id)).isEqualTo(NO_RIGHT);
        }
        assertThat(state("UPDATE remediation_revision SET reason = 'x' WHERE project_id = :id", id))
                .isEqualTo(NO_RIGHT);
        assertThat(
                        state(
                                "UPDATE remediation_verdict SET released = true WHERE project_id = :id",
                                id))
                .isEqualTo(NO_RIGHT);
        assertThat(
                        state(
                                """
                                INSERT INTO remediation_revision (project_id, number, content, sha256, reason, person_id, at)
                                VALUES (:id, 99, '{}', repeat('0', 64), 'x', 1, now())
                                """,
                                id))
                .isIn("23514", "GK201");
    }

    private static String revision(String content) {
        return REVISION.formatted(content);
    }

    private static String accepted(String by, String on) {
        return """
            content::jsonb || '{"completion": {"on": "2021-07-27", "evidence": "竣工"},
            "acceptance": {"by": "%s", "on": "%s", "passed": true, "evidence": "意见"}}'::jsonb
            """
                .formatted(by, on);
    }

    private boolean isPublic(long id) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM public_remediation WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** The state with which the database refuses it; null when it does not. */
    private String state(String statement, long id) {
        var failure =
                catchThrowable(
                        () ->
                                assertThat(database.sql(statement).param("id", id).update())
                                        .isNotNegative());
        return failure == null
                ? null
                : ((SQLException) ((DataAccessException) failure).getMostSpecificCause())
                        .getSQLState();
    }
}
