package org.gongkai.opengov.inspections.draws;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits that earlier draws gave (以往抽取的检查任务), as they stand after all amendments. */
@Repository
class PastVisits {
    private static final String VISITS =
            """
            FROM inspection_draw d JOIN inspection_draw_visit_now v ON v.draw_id = d.id
            WHERE d.agency_id = :agency AND d.state IN ('DRAWN', 'REVEALED')
            """;
    private static final String OF_YEAR = " AND extract(year FROM d.check_from) = :year";

    private final JdbcClient database;

    PastVisits(JdbcClient database) {
        this.database = database;
    }

    /** Takes a unit and an officer, by their numbers in the registers. */
    interface PairTaker {
        void take(long unit, long officer);
    }

    /** Units drawn in this year for one of these items; of a merged one, what it became. */
    Set<Long> unitsOfYear(AgencyId agency, int year, List<String> items) {
        return new HashSet<>(
                database.sql(
                                "SELECT coalesce(u.merged_into, u.id) FROM (SELECT DISTINCT d.id, v.e "
                                        + VISITS
                                        + OF_YEAR
                                        + " AND jsonb_exists_any(d.announcement::jsonb -> 'items',"
                                        + " string_to_array(:items, ','))) x"
                                        + " JOIN inspection_draw_subject s ON s.draw_id = x.id AND s.id = x.e"
                                        + " JOIN inspection_unit u ON u.id = s.subject_id")
                        .param("agency", agency.value())
                        .param("year", year)
                        .param("items", String.join(",", items))
                        .query(Long.class)
                        .list());
    }

    /** How many visits of this year each firm has got, by its credit code. */
    Map<String, Integer> visitsOfFirms(AgencyId agency, int year) {
        var visits = new HashMap<String, Integer>();
        RowCallbackHandler reading = row -> visits.put(row.getString(1), row.getInt(2));
        database.sql(
                        "SELECT split_part(s.subject, '/', 1), count(*) FROM (SELECT d.id, v.e "
                                + VISITS
                                + OF_YEAR
                                + ") x JOIN inspection_draw_subject s ON s.draw_id = x.id"
                                + " AND s.id = x.e GROUP BY 1")
                .param("agency", agency.value())
                .param("year", year)
                .query(reading);
        return visits;
    }

    /** How many visits of this year each officer has got, by number; none are left out. */
    Map<Long, Integer> loads(AgencyId agency, int year) {
        var loads = new HashMap<Long, Integer>();
        RowCallbackHandler reading = row -> loads.put(row.getLong(1), row.getInt(2));
        database.sql(
                        "SELECT s.subject_id, count(*) FROM (SELECT d.id, unnest(v.team) AS o "
                                + VISITS
                                + OF_YEAR
                                + ") x JOIN inspection_draw_subject s ON s.draw_id = x.id"
                                + " AND s.id = x.o GROUP BY 1")
                .param("agency", agency.value())
                .param("year", year)
                .query(reading);
        return loads;
    }

    /** How many visits of this quarter of the plan each officer has got, by number. */
    Map<Long, Integer> loadsOfQuarter(AgencyId agency, int year, int quarter) {
        var loads = new HashMap<Long, Integer>();
        RowCallbackHandler reading = row -> loads.put(row.getLong(1), row.getInt(2));
        database.sql(
                        "SELECT s.subject_id, count(*) FROM (SELECT d.id, unnest(v.team) AS o "
                                + VISITS
                                + OF_YEAR
                                + " AND d.plan_quarter = :quarter) x JOIN inspection_draw_subject s"
                                + " ON s.draw_id = x.id AND s.id = x.o GROUP BY 1")
                .param("agency", agency.value())
                .param("year", year)
                .param("quarter", quarter)
                .query(reading);
        return loads;
    }

    /** Officers who made all of the last visits to a unit, as many as the rules allow in a row. */
    void samePairs(AgencyId agency, int inARow, PairTaker taker) {
        RowCallbackHandler reading = row -> taker.take(row.getLong(1), row.getLong(2));
        database.sql(
                        "SELECT y.unit, o.subject_id FROM (SELECT x.id, x.team,"
                                + " coalesce(u.merged_into, u.id) AS unit, row_number() OVER (PARTITION"
                                + " BY coalesce(u.merged_into, u.id) ORDER BY x.id DESC) AS n"
                                + " FROM (SELECT d.id, v.e, v.team "
                                + VISITS
                                + ") x JOIN inspection_draw_subject s ON s.draw_id = x.id AND s.id = x.e"
                                + " JOIN inspection_unit u ON u.id = s.subject_id) y"
                                + " CROSS JOIN LATERAL unnest(y.team) AS member"
                                + " JOIN inspection_draw_subject o ON o.draw_id = y.id AND o.id = member"
                                + " WHERE y.n <= :inARow GROUP BY 1, 2 HAVING count(*) = :inARow")
                .param("agency", agency.value())
                .param("inARow", inARow)
                .query(reading);
    }
}
