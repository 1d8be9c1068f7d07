package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of what was granted to farmers and firms (涉农涉企资金发放台账). */
@Repository
class Funds {
    private static final String BATCHES =
            """
            SELECT b.*, (SELECT count(*) FROM fund_payment p WHERE p.batch_id = b.id) AS lines,
                (SELECT coalesce(sum(p.amount), 0) FROM fund_payment p WHERE p.batch_id = b.id) AS total
            FROM fund_batch b
            """;

    private static final String OPEN =
            """
            FROM fund_payment p JOIN fund_batch b ON b.id = p.batch_id
            WHERE b.is_public AND b.agency_id = :agency
                AND (:kind::text IS NULL OR p.kind = :kind)
                AND (:year::integer IS NULL OR extract(year FROM p.paid_on) = :year)
                AND (:words = '' OR strpos(p.recipient || '|' || p.place || '|' || p.policy || '|' || p.basis, :words) > 0)
            """;

    private final JdbcClient database;

    Funds(JdbcClient database) {
        this.database = database;
    }

    /** What is public and asked for. */
    record Asked(AgencyId agency, @Nullable FundKind kind, @Nullable Integer year, String words) {}

    /** How many payments, and how much. */
    record Total(long count, BigDecimal amount) {}

    long begin(
            AgencyId agency,
            String name,
            String unread,
            List<FundPayment> payments,
            PersonId by,
            Instant at) {
        long id =
                database.sql(
                                """
                                INSERT INTO fund_batch (agency_id, file_name, unread, state, begun_by, begun_at)
                                VALUES (?, ?, ?, 'READ', ?, ?) RETURNING id
                                """)
                        .params(agency.value(), name, unread, by.value(), Timestamp.from(at))
                        .query(Long.class)
                        .single();
        for (var it : payments) {
            database.sql(
                            """
                            INSERT INTO fund_payment (batch_id, line, kind, recipient, place, policy, basis, amount,
                                paid_on)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            it.line(),
                            it.kind().name(),
                            it.recipient(),
                            it.place(),
                            it.policy(),
                            it.basis(),
                            it.amount(),
                            it.paidOn())
                    .update();
        }
        return id;
    }

    List<FundBatch> batches(AgencyId agency, long before, int most) {
        return database.sql(
                        BATCHES + " WHERE b.agency_id = ? AND b.id < ? ORDER BY b.id DESC LIMIT ?")
                .params(agency.value(), before, most)
                .query(Funds::batch)
                .list();
    }

    Optional<FundBatch> find(AgencyId agency, long id) {
        return database.sql(BATCHES + " WHERE b.agency_id = ? AND b.id = ?")
                .params(agency.value(), id)
                .query(Funds::batch)
                .optional();
    }

    List<FundPayment> payments(long batch, int skip, int most) {
        return database.sql(
                        "SELECT * FROM fund_payment WHERE batch_id = ? ORDER BY line OFFSET ? LIMIT"
                                + " ?")
                .params(batch, skip, most)
                .query(Funds::payment)
                .list();
    }

    /** Ends it, if nobody else has. */
    boolean end(long id, BudgetImport.State state, Instant at) {
        return database.sql(
                                "UPDATE fund_batch SET state = ?, ended_at = ? WHERE id = ? AND"
                                        + " state = 'READ'")
                        .params(state.name(), Timestamp.from(at), id)
                        .update()
                == 1;
    }

    void drafted(long id, DocumentId document) {
        database.sql("UPDATE fund_batch SET document_id = ? WHERE id = ?")
                .params(document.value(), id)
                .update();
    }

    /** Whether this document publishes a list. */
    boolean published(DocumentId document, LocalDate day) {
        return database.sql(
                                """
                                UPDATE fund_batch SET is_public = true, published_on = coalesce(published_on, ?)
                                WHERE document_id = ?
                                """)
                        .params(day, document.value())
                        .update()
                > 0;
    }

    boolean withdrawn(DocumentId document) {
        return database.sql("UPDATE fund_batch SET is_public = false WHERE document_id = ?")
                        .param(document.value())
                        .update()
                > 0;
    }

    List<FundPayment> open(Asked asked, int skip, int most) {
        return asked(
                        "SELECT p.* "
                                + OPEN
                                + " ORDER BY p.paid_on DESC, p.batch_id DESC, p.line OFFSET :skip"
                                + " LIMIT :most",
                        asked)
                .param("skip", skip)
                .param("most", most)
                .query(Funds::payment)
                .list();
    }

    Total total(Asked asked) {
        return asked("SELECT count(*) AS n, coalesce(sum(p.amount), 0) AS amount " + OPEN, asked)
                .query((row, at) -> new Total(row.getLong("n"), row.getBigDecimal("amount")))
                .single();
    }

    private JdbcClient.StatementSpec asked(String sql, Asked asked) {
        var kind = asked.kind();
        return database.sql(sql)
                .param("agency", asked.agency().value())
                .param("kind", kind == null ? null : kind.name())
                .param("year", asked.year())
                .param("words", asked.words());
    }

    private static FundBatch batch(ResultSet row, int at) throws SQLException {
        var document = row.getObject("document_id", UUID.class);
        return new FundBatch(
                row.getLong("id"),
                row.getString("file_name"),
                row.getString("unread"),
                BudgetImport.State.valueOf(row.getString("state")),
                new PersonId(row.getLong("begun_by")),
                row.getTimestamp("begun_at").toInstant(),
                document == null ? null : new DocumentId(document),
                row.getObject("published_on", LocalDate.class),
                row.getBoolean("is_public"),
                row.getInt("lines"),
                row.getBigDecimal("total"));
    }

    private static FundPayment payment(ResultSet row, int at) throws SQLException {
        return new FundPayment(
                row.getInt("line"),
                FundKind.valueOf(row.getString("kind")),
                row.getString("recipient"),
                row.getString("place"),
                row.getString("policy"),
                row.getString("basis"),
                row.getBigDecimal("amount"),
                row.getObject("paid_on", LocalDate.class));
    }
}
