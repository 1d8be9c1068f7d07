package org.gongkai.opengov.inspections.draws;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.gongkai.opengov.inspections.draws.FrozenLists.Subject;
import org.gongkai.platform.draw.Entity;
import org.gongkai.platform.draw.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The visits that draws gave (抽取结果台账): as drawn, and as they stand after each amendment. Whoever
 * asks answers for secrecy: in sealed mode they are for few before the visits.
 */
@Repository
public class DrawnVisits {
    private final JdbcClient database;
    private final DataSource source;
    private final FrozenLists lists;

    DrawnVisits(JdbcClient database, DataSource source, FrozenLists lists) {
        this.database = database;
        this.source = source;
        this.lists = lists;
    }

    /**
     * A visit in words of the registers.
     *
     * @param visit the record that the result's root binds
     * @param edition 0 as drawn, else the amendment that changed it last
     * @param unit whom it goes to
     * @param team who goes, by seat; null for a seat that is empty
     */
    public record DrawnVisit(Visit visit, int edition, Subject unit, List<@Nullable Subject> team) {

        /** Its number, from 0. */
        public int t() {
            return visit.t();
        }

        /** Whether somebody is missing: such a visit may not be made. */
        public boolean isShort() {
            return visit.unfilled() > 0;
        }
    }

    /** What came out. */
    public record Result(String root, int visits, int unfilled) {}

    void keepResult(long draw, Result result) {
        database.sql(
                        "INSERT INTO inspection_draw_result (draw_id, root, visits, unfilled)"
                                + " VALUES (?, ?, ?, ?)")
                .params(draw, result.root(), result.visits(), result.unfilled())
                .update();
    }

    /** What came out of the draw itself; empty before. */
    public Optional<Result> result(long draw) {
        return database.sql("SELECT * FROM inspection_draw_result WHERE draw_id = ?")
                .param(draw)
                .query(
                        (row, _) ->
                                new Result(
                                        row.getString("root"),
                                        row.getInt("visits"),
                                        row.getInt("unfilled")))
                .optional();
    }

    void write(long draw, int edition, List<Visit> visits) {
        CopyRows.into(
                source,
                "inspection_draw_visit (draw_id, edition, t, e, s, k, team, salt)",
                to ->
                        visits.forEach(
                                it ->
                                        to.row(
                                                draw,
                                                edition,
                                                it.t(),
                                                it.entity().id(),
                                                it.entity().stratum(),
                                                it.ticket(),
                                                CopyRows.array(it.team()),
                                                it.salt())));
    }

    /** All visits as they stand, in order. */
    public List<DrawnVisit> now(long draw) {
        return named(
                draw,
                database.sql("SELECT * FROM inspection_draw_visit_now WHERE draw_id = ? ORDER BY t")
                        .param(draw)
                        .query(DrawnVisits::read)
                        .list());
    }

    /** A numbered page of the visits as they stand. */
    public List<DrawnVisit> page(long draw, int skip, int limit) {
        return named(
                draw,
                database.sql(
                                "SELECT * FROM inspection_draw_visit_now WHERE draw_id = ?"
                                        + " AND t >= ? AND t < ? ORDER BY t")
                        .params(draw, skip, skip + limit)
                        .query(DrawnVisits::read)
                        .list());
    }

    /** One visit as it stands. */
    public Optional<DrawnVisit> find(long draw, int t) {
        return page(draw, t, 1).stream().findFirst();
    }

    /** One visit as drawn and after each amendment that changed it, in turn. */
    List<DrawnVisit> editions(long draw, int t) {
        return named(
                draw,
                database.sql(
                                "SELECT * FROM inspection_draw_visit WHERE draw_id = ? AND t = ?"
                                        + " ORDER BY edition")
                        .params(draw, t)
                        .query(DrawnVisits::read)
                        .list());
    }

    /** The records as they stood after this edition, in order: what its root binds. */
    List<Visit> records(long draw, int edition) {
        return database
                .sql(
                        """
                        SELECT DISTINCT ON (t) * FROM inspection_draw_visit
                        WHERE draw_id = ? AND edition <= ? ORDER BY t, edition DESC
                        """)
                .params(draw, edition)
                .query(DrawnVisits::read)
                .list()
                .stream()
                .map(Row::visit)
                .toList();
    }

    /** How many seats are empty as things stand. */
    public int unfilled(long draw) {
        return database.sql(
                        """
                        SELECT count(*) FROM inspection_draw_visit_now v
                        CROSS JOIN LATERAL unnest(v.team) AS seat WHERE v.draw_id = ? AND seat = ''
                        """)
                .param(draw)
                .query(Integer.class)
                .single();
    }

    private record Row(int edition, Visit visit) {}

    private List<DrawnVisit> named(long draw, List<Row> rows) {
        var ids = new ArrayList<String>();
        for (var each : rows) {
            ids.add(each.visit().entity().id());
            ids.addAll(each.visit().team());
        }
        Map<String, Subject> subjects = lists.subjects(draw, ids.stream().distinct().toList());
        return rows.stream().map(it -> named(it, subjects)).toList();
    }

    private static DrawnVisit named(Row row, Map<String, Subject> subjects) {
        var team = new ArrayList<@Nullable Subject>();
        row.visit().team().forEach(it -> team.add(subjects.get(it)));
        var unit = subjects.get(row.visit().entity().id());
        if (unit == null) {
            throw new IllegalStateException("Visit " + row.visit().t() + " goes to nobody known");
        }
        return new DrawnVisit(row.visit(), row.edition(), unit, team);
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getInt("edition"),
                new Visit(
                        row.getInt("t"),
                        new Entity(row.getString("e"), row.getString("s"), null, null),
                        row.getString("k"),
                        FrozenLists.strings(row.getArray("team")),
                        row.getString("salt")));
    }
}
