package org.gongkai.opengov.inspections.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.figures.VisitFact.Carried;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what figures count (统计取数): tasks that were drawn, their units, officers and publication.
 */
@Repository
class VisitFacts {
    private final JdbcClient database;

    VisitFacts(JdbcClient database) {
        this.database = database;
    }

    /** The drawn visits of a year up to this day; a list not released yet is secret. */
    List<VisitFact> of(AgencyId agency, int year, LocalDate today) {
        return database.sql(
                        """
                        SELECT t.id, t.number, t.unit_id, u.name, u.region, u.industry, u.supervision_class,
                            u.permit_class, t.item_id, t.release_on, t.state, t.ended_on, p.published_on,
                            ARRAY(SELECT o.officer_id FROM inspection_task_officer o
                                WHERE o.task_id = t.id AND o.left_at IS NULL ORDER BY o.officer_id) AS officers,
                            d.plan_line_id, d.plan_quarter, jsonb_exists(d.announcement::jsonb, 'outside') AS outside
                        FROM inspection_task t
                        JOIN inspection_unit u ON u.id = t.unit_id
                        LEFT JOIN inspection_draw d ON d.agency_id = t.agency_id AND d.seq = t.draw_seq
                        LEFT JOIN LATERAL (SELECT min(b.published_on) AS published_on
                            FROM inspection_result_line l JOIN inspection_result_batch b ON b.id = l.batch_id
                            WHERE l.task_id = t.id AND b.published_on IS NOT NULL AND b.withdrawn_on IS NULL) p
                            ON true
                        WHERE t.agency_id = :agency AND t.source = 'DRAWN'
                            AND t.release_on BETWEEN make_date(:year, 1, 1) AND least(make_date(:year, 12, 31), :today)
                        ORDER BY t.id
                        """)
                .param("agency", agency.value())
                .param("year", year)
                .param("today", today)
                .query(VisitFacts::read)
                .list();
    }

    /**
     * What published a drawn visit last.
     *
     * @param withdrawn whether that was taken back, and nothing published it since
     * @param creditCode of the unit
     * @param item title of the item
     */
    record Paper(
            long task,
            DocumentId document,
            boolean withdrawn,
            @Nullable String creditCode,
            String item) {}

    /** The papers in which drawn visits of a year are or were public, by task. */
    Map<Long, Paper> papers(AgencyId agency, int year) {
        var papers = new HashMap<Long, Paper>();
        database.sql(
                        """
                        SELECT t.id, b.document_id, b.withdrawn_on IS NOT NULL, u.credit_code, i.title
                        FROM inspection_task t
                        JOIN inspection_result_line l ON l.task_id = t.id
                        JOIN inspection_result_batch b ON b.id = l.batch_id
                        JOIN inspection_unit u ON u.id = t.unit_id
                        JOIN inspection_item i ON i.id = t.item_id
                        WHERE t.agency_id = :agency AND t.source = 'DRAWN'
                            AND t.release_on BETWEEN make_date(:year, 1, 1) AND make_date(:year, 12, 31)
                            AND b.published_on IS NOT NULL
                        ORDER BY b.withdrawn_on IS NULL, b.published_on DESC, b.id DESC
                        """)
                .param("agency", agency.value())
                .param("year", year)
                .query(
                        (row, _) ->
                                new Paper(
                                        row.getLong(1),
                                        new DocumentId(row.getObject(2, UUID.class)),
                                        row.getBoolean(3),
                                        row.getString(4),
                                        row.getString(5)))
                .list()
                .forEach(it -> papers.put(it.task(), it));
        return papers;
    }

    /** The years with drawn visits up to this day, the newest first. */
    List<Integer> years(AgencyId agency, LocalDate today) {
        return database.sql(
                        """
                        SELECT DISTINCT extract(YEAR FROM release_on)::int AS year FROM inspection_task
                        WHERE agency_id = ? AND source = 'DRAWN' AND release_on <= ? ORDER BY year DESC
                        """)
                .params(agency.value(), today)
                .query(Integer.class)
                .list();
    }

    /** Units on the register on this day by district, or by division of industry. */
    SortedMap<String, Integer> register(AgencyId agency, LocalDate day, boolean byIndustry) {
        var units = new TreeMap<String, Integer>();
        RowCallbackHandler reading = row -> units.put(row.getString(1), row.getInt(2));
        database.sql(
                        """
                        SELECT %s, count(*) FROM inspection_unit WHERE agency_id = :agency
                            AND entered_on <= :day AND (left_on IS NULL OR left_on > :day) GROUP BY 1
                        """
                                .formatted(byIndustry ? "left(industry, 2)" : "region"))
                .param("agency", agency.value())
                .param("day", day)
                .query(reading);
        return units;
    }

    private static VisitFact read(ResultSet row, int index) throws SQLException {
        var state = row.getString("state");
        return new VisitFact(
                row.getLong("id"),
                row.getString("number"),
                row.getLong("unit_id"),
                row.getString("name"),
                row.getString("region"),
                row.getString("industry"),
                SupervisionClass.valueOf(row.getString("supervision_class")),
                PermitClass.valueOf(row.getString("permit_class")),
                row.getLong("item_id"),
                row.getObject("release_on", LocalDate.class),
                "CHECKED".equals(state) ? row.getObject("ended_on", LocalDate.class) : null,
                "SKIPPED".equals(state),
                row.getObject("published_on", LocalDate.class),
                List.of((Long[]) row.getArray("officers").getArray()),
                carried(row));
    }

    private static @Nullable Carried carried(ResultSet row) throws SQLException {
        var quarter = row.getInt("plan_quarter");
        if (quarter > 0) {
            return new Carried(row.getLong("plan_line_id"), quarter);
        }
        return row.getBoolean("outside") ? new Carried(null, 0) : null;
    }
}
