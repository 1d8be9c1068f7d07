package org.gongkai.opengov.sitechecks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.sitechecks.SiteCheck.State;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of self-checks and what they found (自查台账). */
@Repository
class SiteChecks {
    private final JdbcClient database;
    private final JdbcTemplate rows;
    private final CheckMeasures measures;

    SiteChecks(JdbcClient database, JdbcTemplate rows, CheckMeasures measures) {
        this.database = database;
        this.rows = rows;
        this.measures = measures;
    }

    Optional<SiteCheck> find(long id) {
        return database.sql("SELECT * FROM site_check WHERE id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    List<SiteCheck> of(AgencyId agency, int skip, int limit) {
        return database.sql(
                        "SELECT * FROM site_check WHERE agency_id = ? ORDER BY id DESC OFFSET ?"
                                + " LIMIT ?")
                .params(agency.value(), skip, limit)
                .query(this::read)
                .list();
    }

    long count(AgencyId agency) {
        return database.sql("SELECT count(*) FROM site_check WHERE agency_id = ?")
                .param(agency.value())
                .query(Long.class)
                .single();
    }

    Optional<SiteCheck> newestDone(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM site_check WHERE agency_id = ? AND state = 'DONE'"
                                + " ORDER BY id DESC LIMIT 1")
                .param(agency.value())
                .query(this::read)
                .optional();
    }

    Optional<SiteCheck> next() {
        return database.sql(
                        "SELECT * FROM site_check WHERE state IN ('WAITING', 'RUNNING')"
                                + " ORDER BY id LIMIT 1")
                .query(this::read)
                .optional();
    }

    boolean openFor(AgencyId agency) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM site_check WHERE agency_id = ?"
                                + " AND state IN ('WAITING', 'RUNNING'))")
                .param(agency.value())
                .query(Boolean.class)
                .single();
    }

    long add(AgencyId agency, @Nullable PersonId by, Instant at) {
        return database.sql(
                        "INSERT INTO site_check (agency_id, state, begun_by, begun_at)"
                                + " VALUES (?, 'WAITING', ?, ?) RETURNING id")
                .params(
                        Arrays.<@Nullable Object>asList(
                                agency.value(), by == null ? null : by.value(), moment(at)))
                .query(Long.class)
                .single();
    }

    /**
     * From the beginning, also after a program that died: what it had found is found again, by the
     * measure that is in force now.
     */
    boolean begin(long id, long total, @Nullable Long measure) {
        database.sql("DELETE FROM site_fault WHERE check_id = ?").param(id).update();
        return database.sql(
                                "UPDATE site_check SET state = 'RUNNING', documents_total = ?,"
                                        + " documents_done = 0, measure_id = ? WHERE id = ?"
                                        + " AND state IN ('WAITING', 'RUNNING')")
                        .params(Arrays.<@Nullable Object>asList(total, measure, id))
                        .update()
                == 1;
    }

    /** Whether it is still wanted. */
    boolean advance(long id, int done, List<Fault> faults) {
        rows.batchUpdate(
                "INSERT INTO site_fault (check_id, item, section_id, path, title, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                faults.stream()
                        .map(
                                it ->
                                        new @Nullable Object[] {
                                            id,
                                            it.item().name(),
                                            it.section() == null ? null : it.section().value(),
                                            it.path(),
                                            it.title(),
                                            it.detail()
                                        })
                        .toList());
        return database.sql(
                                "UPDATE site_check SET documents_done = documents_done + ?"
                                        + " WHERE id = ? AND state = 'RUNNING'")
                        .params(done, id)
                        .update()
                == 1;
    }

    boolean end(long id, State state, Instant at) {
        return database.sql(
                                "UPDATE site_check SET state = ?, ended_at = ? WHERE id = ?"
                                        + " AND state IN ('WAITING', 'RUNNING')")
                        .params(state.name(), moment(at), id)
                        .update()
                == 1;
    }

    List<Fault> faults(
            long check,
            @Nullable CheckItem item,
            @Nullable SectionId section,
            int skip,
            int limit) {
        return database.sql(
                        """
                        SELECT * FROM site_fault WHERE check_id = :check
                            AND (CAST(:item AS text) IS NULL OR item = :item)
                            AND (CAST(:section AS bigint) IS NULL OR section_id = :section)
                        ORDER BY id OFFSET :skip LIMIT :limit
                        """)
                .param("check", check)
                .param("item", item == null ? null : item.name())
                .param("section", section == null ? null : section.value())
                .param("skip", skip)
                .param("limit", limit)
                .query(SiteChecks::readFault)
                .list();
    }

    /** How many faults each section has to mend; those of no section under null are left out. */
    Map<SectionId, Long> bySection(long check) {
        var counts = new java.util.LinkedHashMap<SectionId, Long>();
        RowCallbackHandler reading =
                row -> counts.put(new SectionId(row.getLong(1)), row.getLong(2));
        database.sql(
                        "SELECT section_id, count(*) FROM site_fault WHERE check_id = ? AND"
                                + " section_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1")
                .param(check)
                .query(reading);
        return counts;
    }

    private Map<CheckItem, Long> counts(long check) {
        var counts = new EnumMap<CheckItem, Long>(CheckItem.class);
        RowCallbackHandler reading =
                row -> counts.put(CheckItem.valueOf(row.getString(1)), row.getLong(2));
        database.sql("SELECT item, count(*) FROM site_fault WHERE check_id = ? GROUP BY 1")
                .param(check)
                .query(reading);
        return counts;
    }

    private SiteCheck read(ResultSet row, int number) throws SQLException {
        var by = (Long) row.getObject("begun_by");
        var measure = (Long) row.getObject("measure_id");
        var ended = row.getTimestamp("ended_at");
        return new SiteCheck(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                State.valueOf(row.getString("state")),
                row.getLong("documents_total"),
                row.getLong("documents_done"),
                counts(row.getLong("id")),
                measure == null
                        ? CheckMeasure.USUAL
                        : measures.find(measure).orElseThrow().measure(),
                by == null ? null : new PersonId(by),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static Fault readFault(ResultSet row, int number) throws SQLException {
        var section = (Long) row.getObject("section_id");
        return new Fault(
                CheckItem.valueOf(row.getString("item")),
                section == null ? null : new SectionId(section),
                row.getString("path"),
                row.getString("title"),
                row.getString("detail"));
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
