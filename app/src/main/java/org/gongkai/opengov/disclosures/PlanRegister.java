package org.gongkai.opengov.disclosures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The public register of plans, past ones too (规划计划登记): work plan 二.1, 《政府信息公开条例》 art. 20 (3). */
@Repository
@Transactional(readOnly = true)
public class PlanRegister {
    private final JdbcClient database;
    private final Clock clock;

    PlanRegister(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A plan in the register.
     *
     * @param from the first day of its period
     * @param to the last day of its period
     * @param implementation 落实情况, as its section tells it
     */
    public record Entry(
            PublicListing listing,
            PlanStanding standing,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String implementation) {}

    /** The whole register, the latest period first. */
    public List<Entry> all() {
        PublicPages.noteKind(DocumentKind.PLAN);
        var today = LocalDate.now(clock);
        return database.sql(
                        """
                        SELECT p.*, a.value AS period_from, z.value AS period_to,
                               s.value AS stage, h.value AS historical, i.value AS implementation
                        FROM public_document p
                        LEFT JOIN public_field a ON a.document_id = p.document_id AND a.key = 'periodFrom'
                        LEFT JOIN public_field z ON z.document_id = p.document_id AND z.key = 'periodTo'
                        LEFT JOIN public_field s ON s.document_id = p.document_id AND s.key = 'planStage'
                        LEFT JOIN public_field h ON h.document_id = p.document_id AND h.key = 'historical'
                        LEFT JOIN public_field i ON i.document_id = p.document_id AND i.key = 'implementation'
                        WHERE p.kind = 'PLAN'
                        ORDER BY z.value DESC NULLS LAST, p.published_at DESC, p.document_id
                        """)
                .query((row, number) -> entry(row, today))
                .list();
    }

    /** Where a plan stands today. */
    public PlanStanding standing(DocumentContent plan) {
        return PlanStanding.on(
                LocalDate.now(clock),
                Objects.requireNonNullElse(plan.field("planStage"), PlanStanding.FINAL),
                DraftRules.day(plan.field("periodFrom")),
                DraftRules.day(plan.field("periodTo")),
                "是".equals(plan.field("historical")));
    }

    private static Entry entry(ResultSet row, LocalDate today) throws SQLException {
        var from = DraftRules.day(row.getString("period_from"));
        var to = DraftRules.day(row.getString("period_to"));
        var stage = Objects.requireNonNullElse(row.getString("stage"), PlanStanding.FINAL);
        return new Entry(
                PublicRegister.read(row, 0),
                PlanStanding.on(today, stage, from, to, "是".equals(row.getString("historical"))),
                from,
                to,
                row.getString("implementation"));
    }
}
