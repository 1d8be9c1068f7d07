package org.gongkai.opengov.disclosures.plans;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What became of plans (落实情况台账): revisions and verdicts are added, none is changed. */
@Repository
class ProgressBook {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    ProgressBook(JdbcClient database) {
        this.database = database;
    }

    /** Every revision of a plan's progress, the newest first. */
    List<ProgressRevision> of(DocumentId plan) {
        return database.sql(
                        """
                        SELECT r.*, v.released, v.reason, v.at AS decided_at FROM plan_progress_revision r
                        LEFT JOIN plan_progress_verdict v USING (document_id, number)
                        WHERE r.document_id = ? ORDER BY r.number DESC
                        """)
                .param(plan.value())
                .query(ProgressBook::read)
                .list();
    }

    /**
     * What everybody may read of a plan's progress, the newest first; only while the plan is
     * public.
     */
    List<ProgressRevision> published(DocumentId plan) {
        return database.sql(
                        """
                        SELECT *, true AS released, '' AS reason, released_at AS decided_at FROM public_plan_progress
                        WHERE document_id = ? ORDER BY number DESC
                        """)
                .param(plan.value())
                .query(ProgressBook::read)
                .list();
    }

    void add(DocumentId plan, int number, PlanProgress progress, PersonId by, Instant at) {
        var text = JSON.writeValueAsString(progress);
        database.sql(
                        """
                        INSERT INTO plan_progress_revision (document_id, number, content, sha256, person_id, at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(plan.value(), number, text, sha256(text), by.value(), Timestamp.from(at))
                .update();
    }

    void decide(
            DocumentId plan,
            ProgressRevision revision,
            boolean released,
            String reason,
            PersonId by,
            Grant under,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO plan_progress_verdict (document_id, number, sha256, released, reason, person_id, on_behalf_of, at)
                        VALUES (:plan, :number, :sha256, :released, :reason, :by, :for, :at)
                        """)
                .param("plan", plan.value())
                .param("number", revision.number())
                .param("sha256", revision.sha256())
                .param("released", released)
                .param("reason", reason)
                .param("by", by.value())
                .param("for", under.onBehalfOf() == null ? null : under.onBehalfOf().value())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static ProgressRevision read(ResultSet row, int number) throws SQLException {
        @Nullable Timestamp decided = row.getTimestamp("decided_at");
        return new ProgressRevision(
                row.getInt("number"),
                JSON.readValue(row.getString("content"), PlanProgress.class),
                row.getString("sha256"),
                new PersonId(row.getLong("person_id")),
                row.getTimestamp("at").toInstant(),
                decided == null ? null : row.getBoolean("released"),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                decided == null ? null : decided.toInstant());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
