package org.gongkai.opengov.inspections.plans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which draws of a plan were frozen, their counts and who was drawn (抽取冻结台账). */
@Repository
class DrawRegister {
    private final JdbcClient database;

    DrawRegister(JdbcClient database) {
        this.database = database;
    }

    /** The draw of a line and quarter that stands, by number. */
    Optional<Long> standing(long line, int quarter) {
        return database.sql(
                        "SELECT id FROM inspection_planned_draw WHERE line_key = ? AND quarter = ?"
                                + " AND voided_at IS NULL")
                .params(line, quarter)
                .query(Long.class)
                .optional();
    }

    /** Which quarters of these lines have a draw that stands: line, then quarters. */
    Map<Long, List<Integer>> quartersFrozen(long plan) {
        var quarters = new TreeMap<Long, List<Integer>>();
        RowCallbackHandler reading =
                row ->
                        quarters.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                .add(row.getInt(2));
        database.sql(
                        "SELECT line_key, quarter FROM inspection_planned_draw WHERE plan_id = ?"
                                + " AND voided_at IS NULL")
                .param(plan)
                .query(reading);
        return quarters;
    }

    /** The counts frozen for a draw. */
    List<FrozenQuota> quotas(long draw) {
        return database.sql(
                        "SELECT * FROM inspection_frozen_quota WHERE draw_id = ? ORDER BY stratum")
                .param(draw)
                .query(DrawRegister::quota)
                .list();
    }

    /** Who was drawn by a line in the quarters before, by grade. */
    SortedMap<RiskClass, Integer> drawnBefore(long line, int quarter) {
        return drawn("p.line_key = :line AND p.quarter < :quarter", line, quarter);
    }

    /** Who was drawn by a line in this quarter, by grade. */
    SortedMap<RiskClass, Integer> drawnIn(long line, int quarter) {
        return drawn("p.line_key = :line AND p.quarter = :quarter", line, quarter);
    }

    private SortedMap<RiskClass, Integer> drawn(String which, long line, int quarter) {
        var drawn = new TreeMap<RiskClass, Integer>();
        RowCallbackHandler reading =
                row -> drawn.put(RiskClass.valueOf(row.getString(1)), row.getInt(2));
        database.sql(
                        """
                        SELECT d.risk_class, count(*) FROM inspection_drawn_unit d
                        JOIN inspection_planned_draw p ON p.id = d.draw_id
                        WHERE p.voided_at IS NULL AND d.ended_at IS NULL AND %s GROUP BY 1
                        """
                                .formatted(which))
                .param("line", line)
                .param("quarter", quarter)
                .query(reading);
        return drawn;
    }

    long freeze(
            PlanVersion version,
            PlanLine line,
            int quarter,
            long seq,
            LocalDate asOf,
            PersonId by,
            Instant at) {
        return database.sql(
                        """
                        INSERT INTO inspection_planned_draw (agency_id, plan_id, number, line_key, year, quarter,
                            draw_seq, as_of, frozen_by, frozen_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        version.agency().value(),
                        version.plan(),
                        version.number(),
                        line.key(),
                        version.year(),
                        quarter,
                        seq,
                        asOf,
                        by.value(),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void add(long draw, String stratum, FrozenQuota it) {
        var grade = it.grade();
        database.sql(
                        """
                        INSERT INTO inspection_frozen_quota (draw_id, stratum, formula, amount, risk_class, register,
                            class_register, officers, wanted, turn, turns, drawn_before, count, as_of)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        draw,
                        stratum,
                        FormulaKind.of(it.formula()).name(),
                        FormulaKind.kept(it.formula()))
                .param(grade == null ? null : grade.name())
                .params(
                        it.register(),
                        it.classRegister(),
                        it.officers(),
                        it.wanted(),
                        it.turn().number(),
                        it.turn().of(),
                        it.drawnBefore(),
                        it.count(),
                        it.asOf())
                .update();
    }

    /** Says that a draw is void. */
    void voided(long draw, String reason, Instant at) {
        database.sql(
                        "UPDATE inspection_planned_draw SET voided_at = ?, void_reason = ?"
                                + " WHERE id = ?")
                .params(Timestamp.from(at), reason, draw)
                .update();
    }

    /** The draw that this ceremony froze, if it stands. */
    Optional<Long> frozenBy(AgencyId agency, long seq) {
        return database.sql(
                        "SELECT id FROM inspection_planned_draw WHERE agency_id = ? AND draw_seq = ?"
                                + " AND voided_at IS NULL")
                .params(agency.value(), seq)
                .query(Long.class)
                .optional();
    }

    /** The counts that a ceremony froze, by stratum. */
    SortedMap<String, FrozenQuota> quotas(AgencyId agency, long seq) {
        var quotas = new TreeMap<String, FrozenQuota>();
        RowCallbackHandler reading = row -> quotas.put(row.getString("stratum"), quota(row, 0));
        database.sql(
                        """
                        SELECT q.* FROM inspection_frozen_quota q
                        JOIN inspection_planned_draw p ON p.id = q.draw_id
                        WHERE p.agency_id = ? AND p.draw_seq = ?
                        """)
                .params(agency.value(), seq)
                .query(reading);
        return quotas;
    }

    /** The ceremonies that carry out the lines of a plan, those called off left out. */
    List<CarriedDraw> carried(AgencyId agency, long plan) {
        return database.sql(
                        """
                        SELECT d.plan_line_id, d.plan_quarter, d.seq,
                            (SELECT sum(count) FROM inspection_frozen_quota WHERE draw_id = p.id) AS owed,
                            CASE WHEN d.state IN ('DRAWN', 'REVEALED') THEN (SELECT count(*)
                                FROM inspection_drawn_unit WHERE draw_id = p.id AND ended_at IS NULL) END AS drawn
                        FROM inspection_draw d
                        LEFT JOIN inspection_planned_draw p ON p.agency_id = d.agency_id AND p.draw_seq = d.seq
                        WHERE d.agency_id = ? AND d.state <> 'VOID' AND d.plan_quarter IS NOT NULL
                            AND d.plan_line_id IN (SELECT line_key FROM inspection_plan_line WHERE plan_id = ?)
                        ORDER BY d.plan_quarter, d.seq
                        """)
                .params(agency.value(), plan)
                .query(
                        (row, _) ->
                                new CarriedDraw(
                                        row.getLong(1),
                                        row.getInt(2),
                                        row.getLong(3),
                                        number(row, "owed"),
                                        number(row, "drawn")))
                .list();
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        var number = row.getInt(column);
        return row.wasNull() ? null : (Integer) number;
    }

    /** Writes down who was drawn, with the grade of the day and the items that are about each. */
    void drawn(long draw, Collection<Long> units, Instant at) {
        database.sql(
                        """
                        INSERT INTO inspection_drawn_unit (draw_id, unit_id, risk_class, items, year, drawn_at)
                        SELECT p.id, u.id, greatest(u.risk_class, CASE u.credit WHEN 'RED' THEN 'D'
                                WHEN 'YELLOW' THEN 'C' WHEN 'BLUE' THEN 'B' ELSE 'A' END COLLATE "C"),
                            ARRAY(SELECT i.id FROM inspection_item i WHERE i.id = ANY(l.items)
                                AND (cardinality(i.industries) = 0 OR EXISTS (SELECT 1
                                    FROM unnest(i.industries) x WHERE starts_with(u.industry, x)))
                                AND (i.unit_tag = '' OR i.unit_tag = ANY(u.tags)) ORDER BY i.id),
                            p.year, ?
                        FROM inspection_planned_draw p
                        JOIN inspection_plan_line l ON l.plan_id = p.plan_id AND l.number = p.number
                            AND l.line_key = p.line_key
                        JOIN inspection_unit u ON u.id = ANY(?) AND u.agency_id = p.agency_id
                        WHERE p.id = ?
                        """)
                .params(Timestamp.from(at), units.toArray(Long[]::new), draw)
                .update();
    }

    void ended(long draw, long unit, Instant at) {
        database.sql(
                        "UPDATE inspection_drawn_unit SET ended_at = ? WHERE draw_id = ? AND unit_id"
                                + " = ? AND ended_at IS NULL")
                .params(Timestamp.from(at), draw, unit)
                .update();
    }

    private static FrozenQuota quota(ResultSet row, int index) throws SQLException {
        var grade = row.getString("risk_class");
        return new FrozenQuota(
                FormulaKind.valueOf(row.getString("formula")).with(row.getInt("amount")),
                grade == null ? null : RiskClass.valueOf(grade),
                row.getInt("register"),
                row.getInt("class_register"),
                row.getInt("officers"),
                row.getInt("wanted"),
                new Turn(row.getInt("turn"), row.getInt("turns")),
                row.getInt("drawn_before"),
                row.getInt("count"),
                row.getObject("as_of", LocalDate.class));
    }
}
