package org.gongkai.opengov.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.requests.Redatings.Reread;
import org.gongkai.platform.calendar.Redating;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What changed calendars did to open cases (期限变动登记), and how far that has come. */
@Repository
class RedatingRegister {
    /**
     * What is found within this time belongs to the run before it: it came in while that went on.
     */
    private static final Duration SAME = Duration.ofDays(1);

    private final JdbcClient database;

    RedatingRegister(JdbcClient database) {
        this.database = database;
    }

    /** A case whose last day moved. */
    record Moved(long request, Redating redating) {}

    /** Goes on with the latest run where that was for the same calendar, else begins one. */
    long begin(String version, int cases, Instant at) {
        var latest =
                latest().filter(it -> it.version().equals(version))
                        .filter(it -> it.begunAt().isAfter(at.minus(SAME)));
        if (latest.isPresent()) {
            database.sql(
                            "UPDATE request_redating_run SET ended_at = NULL, cases = done + ? WHERE id"
                                    + " = ?")
                    .params(cases, latest.get().id())
                    .update();
            return latest.get().id();
        }
        return database.sql(
                        "INSERT INTO request_redating_run (version, begun_at, cases) VALUES (?, ?, ?)"
                                + " RETURNING id")
                .params(version, Timestamp.from(at), cases)
                .query(Long.class)
                .single();
    }

    /** So many more are done. */
    void advance(long run, int cases, int moved) {
        database.sql(
                        "UPDATE request_redating_run SET done = done + ?, moved = moved + ? WHERE id = ?")
                .params(cases, moved, run)
                .update();
    }

    /** Nothing is left. */
    int end(long run, Instant at) {
        return database.sql(
                        "UPDATE request_redating_run SET ended_at = ?, cases = done WHERE id = ?")
                .params(Timestamp.from(at), run)
                .update();
    }

    Optional<RedatingRun> latest() {
        return runs(1).stream().findFirst();
    }

    Optional<RedatingRun> run(long id) {
        return database.sql("SELECT * FROM request_redating_run WHERE id = ?")
                .param(id)
                .query(RedatingRegister::run)
                .optional();
    }

    /** The latest first. */
    List<RedatingRun> runs(int limit) {
        return database.sql("SELECT * FROM request_redating_run ORDER BY id DESC LIMIT ?")
                .param(limit)
                .query(RedatingRegister::run)
                .list();
    }

    /** Keeps both days of these, at once. */
    void note(@Nullable Long run, List<Reread> moved, String version, Instant at) {
        if (moved.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        INSERT INTO request_redating (run_id, case_id, was, was_version, is_now, is_version, at)
                        SELECT CAST(:run AS bigint), n.*, :version, CAST(:at AS timestamptz) FROM unnest(
                            CAST(:ids AS bigint[]), CAST(:was AS date[]), CAST(:versions AS text[]),
                            CAST(:is AS date[])) AS n
                        """)
                .param("run", run)
                .param("ids", moved.stream().map(it -> it.request().id()).toArray(Long[]::new))
                .param("was", Requests.days(moved.stream().map(it -> it.request().due()).toList()))
                .param(
                        "versions",
                        moved.stream()
                                .map(it -> Objects.toString(it.request().calendarVersion(), ""))
                                .toArray(String[]::new))
                .param("is", Requests.days(moved.stream().map(Reread::due).toList()))
                .param("version", version)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What happened to one case, the first first. */
    List<Redating> of(long id) {
        return database.sql(
                        "SELECT was, was_version, is_now, is_version FROM request_redating"
                                + " WHERE case_id = ? ORDER BY id")
                .param(id)
                .query((row, _) -> redating(row))
                .list();
    }

    /** The cases that a run moved, the latest first. */
    List<Moved> moved(AgencyId agency, Set<SectionId> sections, long run, int skip, int limit) {
        return database.sql(
                        """
                        SELECT r.case_id, r.was, r.was_version, r.is_now, r.is_version
                        FROM request_redating r JOIN request_case c ON c.id = r.case_id
                        WHERE r.run_id = :run AND c.agency_id = :agency %s
                        ORDER BY r.id DESC OFFSET :skip LIMIT :limit
                        """
                                .formatted(within(sections)))
                .param("run", run)
                .param("agency", agency.value())
                .param("sections", values(sections))
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> new Moved(row.getLong("case_id"), redating(row)))
                .list();
    }

    /** How many a run moved. */
    long countMoved(AgencyId agency, Set<SectionId> sections, long run) {
        return database.sql(
                        """
                        SELECT count(*) FROM request_redating r JOIN request_case c ON c.id = r.case_id
                        WHERE r.run_id = :run AND c.agency_id = :agency %s
                        """
                                .formatted(within(sections)))
                .param("run", run)
                .param("agency", agency.value())
                .param("sections", values(sections))
                .query(Long.class)
                .single();
    }

    /** Open cases that a run moved and nobody touched afterwards, the latest first. */
    List<Moved> unseen(AgencyId agency, Set<SectionId> sections, long run, int limit) {
        return database.sql(
                        """
                        SELECT r.case_id, r.was, r.was_version, r.is_now, r.is_version
                        FROM request_redating r JOIN request_case c ON c.id = r.case_id
                        WHERE r.run_id = :run AND c.answered_on IS NULL AND c.agency_id = :agency %s
                            AND NOT EXISTS (SELECT 1 FROM request_event e
                                WHERE e.case_id = r.case_id AND e.entered_at > r.at)
                        ORDER BY r.id DESC LIMIT :limit
                        """
                                .formatted(within(sections)))
                .param("run", run)
                .param("agency", agency.value())
                .param("sections", values(sections))
                .param("limit", limit)
                .query((row, _) -> new Moved(row.getLong("case_id"), redating(row)))
                .list();
    }

    private static String within(Set<SectionId> sections) {
        return sections.isEmpty() ? "" : "AND c.section_id IN (:sections)";
    }

    private static List<Long> values(Set<SectionId> sections) {
        return sections.stream().map(SectionId::value).toList();
    }

    private static Redating redating(ResultSet row) throws SQLException {
        return new Redating(
                row.getObject("was", LocalDate.class),
                row.getString("was_version"),
                row.getObject("is_now", LocalDate.class),
                row.getString("is_version"));
    }

    private static RedatingRun run(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new RedatingRun(
                row.getLong("id"),
                row.getString("version"),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getInt("cases"),
                row.getInt("done"),
                row.getInt("moved"));
    }
}
