package org.gongkai.opengov.inspections.draws;

import java.util.List;
import org.gongkai.opengov.inspections.draws.DrawFigures.ChiSquare;
import org.gongkai.opengov.inspections.draws.DrawFigures.Pairs;
import org.gongkai.opengov.inspections.draws.DrawFigures.ReasonCount;
import org.gongkai.opengov.inspections.draws.DrawFigures.StratumCount;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what draws of a year gave (抽取统计), from draws that are open to all. */
@Service
public class DrawStatistics {
    private static final String OPEN =
            """
            FROM inspection_draw d JOIN inspection_draw_visit v ON v.draw_id = d.id AND v.edition = 0
            WHERE d.agency_id = :agency AND extract(year FROM d.check_from) = :year
                AND (d.state = 'REVEALED' OR d.state = 'DRAWN' AND d.mode = 'open')
            """;

    private final JdbcClient database;

    DrawStatistics(JdbcClient database) {
        this.database = database;
    }

    /** The years in which draws were announced, the newest first. */
    @Transactional(readOnly = true)
    public List<Integer> years(AgencyId agency) {
        PageSources.note(DrawRecorder.source(agency));
        return database.sql(
                        "SELECT DISTINCT extract(year FROM check_from)::int AS y FROM inspection_draw"
                                + " WHERE agency_id = ? ORDER BY y DESC")
                .param(agency.value())
                .query(Integer.class)
                .list();
    }

    /** The figures of a year. */
    @Transactional(readOnly = true)
    public DrawFigures of(AgencyId agency, int year) {
        PageSources.note(DrawRecorder.source(agency));
        var officers = officers(agency, year);
        return new DrawFigures(
                year,
                count(agency, year, ""),
                count(agency, year, " AND state = 'VOID'"),
                number(agency, year, "SELECT count(*) " + OPEN),
                amendments(agency, year),
                number(
                        agency,
                        year,
                        "SELECT count(*) FROM (SELECT unnest(v.team) AS o "
                                + OPEN
                                + ") x WHERE o = ''"),
                strata(agency, year),
                officers,
                pairs(agency, year, officers.size()),
                ChiSquare.of(officers));
    }

    private long count(AgencyId agency, int year, String more) {
        return number(
                agency,
                year,
                "SELECT count(*) FROM inspection_draw WHERE agency_id = :agency"
                        + " AND extract(year FROM check_from) = :year"
                        + more);
    }

    private List<ReasonCount> amendments(AgencyId agency, int year) {
        return database.sql(
                        """
                        SELECT a.amendment::jsonb ->> 'reason', count(*) FROM inspection_draw d
                        JOIN inspection_draw_amendment a ON a.draw_id = d.id
                        JOIN inspection_draw_amendment_decision c ON c.amendment_id = a.id
                        WHERE d.agency_id = :agency AND extract(year FROM d.check_from) = :year
                            AND c.edition > 0 GROUP BY 1 ORDER BY 2 DESC, 1
                        """)
                .param("agency", agency.value())
                .param("year", year)
                .query((row, _) -> new ReasonCount(row.getString(1), row.getLong(2)))
                .list();
    }

    private List<StratumCount> strata(AgencyId agency, int year) {
        return database.sql(
                        "SELECT x.s, sum(x.drawn)::bigint, sum((SELECT count(*) FROM"
                                + " inspection_draw_entity e WHERE e.draw_id = x.id AND e.stratum = x.s))"
                                + "::bigint, count(*) FROM (SELECT d.id, v.s, count(*) AS drawn "
                                + OPEN
                                + " GROUP BY d.id, v.s) x GROUP BY x.s ORDER BY x.s")
                .param("agency", agency.value())
                .param("year", year)
                .query(
                        (row, _) ->
                                new StratumCount(
                                        row.getString(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .list();
    }

    private List<Long> officers(AgencyId agency, int year) {
        return database.sql(
                        "SELECT count(x.o) FROM (SELECT d.id, unnest(v.team) AS o "
                                + OPEN
                                + ") x JOIN inspection_draw_subject s ON s.draw_id = x.id AND s.id = x.o"
                                + " GROUP BY s.subject_id ORDER BY 1 DESC")
                .param("agency", agency.value())
                .param("year", year)
                .query(Long.class)
                .list();
    }

    private Pairs pairs(AgencyId agency, int year, int officers) {
        var met =
                number(
                        agency,
                        year,
                        "SELECT count(DISTINCT (a.subject_id, b.subject_id)) FROM (SELECT d.id, v.team "
                                + OPEN
                                + ") x JOIN inspection_draw_subject a ON a.draw_id = x.id"
                                + " AND a.id = ANY(x.team) JOIN inspection_draw_subject b"
                                + " ON b.draw_id = x.id AND b.id = ANY(x.team)"
                                + " AND a.subject_id < b.subject_id AND b.kind = 'OFFICER'"
                                + " WHERE a.kind = 'OFFICER'");
        return new Pairs(met, (long) officers * (officers - 1) / 2);
    }

    private long number(AgencyId agency, int year, String sql) {
        return database.sql(sql)
                .param("agency", agency.value())
                .param("year", year)
                .query(Long.class)
                .single();
    }
}
