package org.gongkai.opengov.inspections.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.gongkai.opengov.inspections.EnvironmentalCredit;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.UnitState;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a line of a plan finds in the registers of units and recusals (计划行对应的名录范围). */
@Repository
class ClassRegister {
    /** The class of a line: in the directory on the day, and at least one item is about it. */
    private static final String CLASS =
            """
             u.agency_id = :agency AND u.entered_on <= :day AND (u.left_on IS NULL OR u.left_on > :day)
                AND u.supervision_class = ANY(:classes)
                AND (cardinality(:permits::text[]) = 0 OR u.permit_class = ANY(:permits))
                AND (cardinality(:industries::text[]) = 0
                    OR EXISTS (SELECT 1 FROM unnest(:industries::text[]) x WHERE starts_with(u.industry, x)))
                AND (cardinality(:regions::text[]) = 0
                    OR EXISTS (SELECT 1 FROM unnest(:regions::text[]) x WHERE starts_with(u.region, x)))
                AND EXISTS (SELECT 1 FROM inspection_item i WHERE i.id = ANY(:items)
                    AND (cardinality(i.industries) = 0
                        OR EXISTS (SELECT 1 FROM unnest(i.industries) x WHERE starts_with(u.industry, x)))
                    AND (i.unit_tag = '' OR i.unit_tag = ANY(u.tags)))
            """;

    /**
     * Who was drawn in the year and for which items: as the plan was told, and by draws outside the
     * plan. Of a merged unit, what it became.
     */
    private static final String DRAWN =
            """
            WITH drawn AS (SELECT m.id AS unit_id, m.credit_code, x.items FROM (
                SELECT unit_id, items FROM inspection_drawn_unit WHERE year = :year AND ended_at IS NULL
                UNION ALL SELECT s.subject_id, ARRAY(SELECT i.id FROM inspection_item i
                        WHERE i.agency_id = d.agency_id
                            AND jsonb_exists(d.announcement::jsonb -> 'items', i.number))
                    FROM inspection_draw d JOIN inspection_draw_visit_now v ON v.draw_id = d.id
                    JOIN inspection_draw_subject s ON s.draw_id = d.id AND s.id = v.e
                    WHERE d.agency_id = :agency AND d.plan_quarter IS NULL
                        AND d.state IN ('DRAWN', 'REVEALED') AND extract(year FROM d.check_from) = :year) x
                JOIN inspection_unit u ON u.id = x.unit_id AND u.agency_id = :agency
                JOIN inspection_unit m ON m.id = coalesce(u.merged_into, u.id))
            """;

    private final JdbcClient database;

    ClassRegister(JdbcClient database) {
        this.database = database;
    }

    /** How many units of the class stand in the directory, by the grade that decides. */
    SortedMap<RiskClass, Integer> counts(AgencyId agency, PlanLine line, LocalDate day) {
        var counts = new TreeMap<RiskClass, Integer>();
        RowCallbackHandler reading =
                row ->
                        counts.merge(
                                grade(row.getString(1), row.getString(2)),
                                row.getInt(3),
                                Integer::sum);
        of(
                        "SELECT u.risk_class, u.credit, count(*) FROM inspection_unit u WHERE"
                                + CLASS
                                + " GROUP BY 1, 2",
                        agency,
                        line,
                        day)
                .query(reading);
        return Collections.unmodifiableSortedMap(counts);
    }

    /** How many units of each supervision class stand in the directory. */
    Map<SupervisionClass, Integer> bySupervision(AgencyId agency, LocalDate day) {
        var counts = new EnumMap<SupervisionClass, Integer>(SupervisionClass.class);
        RowCallbackHandler reading =
                row -> counts.put(SupervisionClass.valueOf(row.getString(1)), row.getInt(2));
        database.sql(
                        """
                        SELECT supervision_class, count(*) FROM inspection_unit WHERE agency_id = :agency
                            AND entered_on <= :day AND (left_on IS NULL OR left_on > :day) GROUP BY 1
                        """)
                .param("agency", agency.value())
                .param("day", day)
                .query(reading);
        return counts;
    }

    /** The class, one by one, by id; with what was drawn of it in this year. */
    List<Candidate> candidates(AgencyId agency, PlanLine line, int year, LocalDate day) {
        var candidates = new ArrayList<Candidate>();
        forEach(agency, line, year, day, candidates::add);
        return candidates;
    }

    private void forEach(
            AgencyId agency, PlanLine line, int year, LocalDate day, Consumer<Candidate> taker) {
        RowCallbackHandler reading =
                row ->
                        taker.accept(
                                new Candidate(
                                        row.getLong("id"),
                                        grade(row.getString("risk_class"), row.getString("credit")),
                                        UnitState.valueOf(row.getString("state")),
                                        row.getInt("visits"),
                                        row.getBoolean("drawn")));
        of(
                        DRAWN
                                + """
                                SELECT u.id, u.risk_class, u.credit, u.state, coalesce(f.visits, 0) AS visits,
                                    d.unit_id IS NOT NULL AS drawn
                                FROM inspection_unit u
                                LEFT JOIN (SELECT credit_code, count(*) AS visits FROM drawn GROUP BY 1) f
                                    ON f.credit_code = u.credit_code
                                LEFT JOIN (SELECT DISTINCT unit_id FROM drawn WHERE items && :items) d
                                    ON d.unit_id = u.id
                                WHERE
                                """
                                + CLASS
                                + " ORDER BY u.id",
                        agency,
                        line,
                        day)
                .param("year", year)
                .query(reading);
    }

    /** The units of the class that some officer keeps away from between two days, with whom. */
    Map<Long, Set<Long>> recused(
            AgencyId agency, PlanLine line, LocalDate day, LocalDate from, LocalDate to) {
        var recused = new HashMap<Long, Set<Long>>();
        RowCallbackHandler reading =
                row ->
                        recused.computeIfAbsent(row.getLong(1), _ -> new HashSet<>())
                                .add(row.getLong(2));
        of(
                        """
                        SELECT u.id, r.officer_id FROM inspection_unit u
                        JOIN inspection_recusal r ON r.unit_id = u.id
                        WHERE r.since <= :to AND (r.until IS NULL OR r.until >= :from) AND
                        """
                                + CLASS,
                        agency,
                        line,
                        day)
                .param("from", from)
                .param("to", to)
                .query(reading);
        return recused;
    }

    private JdbcClient.StatementSpec of(String sql, AgencyId agency, PlanLine line, LocalDate day) {
        return database.sql(sql)
                .param("agency", agency.value())
                .param("day", day)
                .param("classes", names(line.classes()))
                .param("permits", names(line.permitClasses()))
                .param("industries", line.industries().toArray(String[]::new))
                .param("regions", line.regions().toArray(String[]::new))
                .param("items", line.items().toArray(Long[]::new));
    }

    private static RiskClass grade(String risk, String credit) {
        return RiskClass.valueOf(risk).orWorse(EnvironmentalCredit.valueOf(credit));
    }

    private static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }
}
