package org.gongkai.opengov.mistakes;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of reports (找错留言登记). How to reach a reader lies apart, sealed. */
@Repository
class MistakeReports {
    private static final String ALL = "SELECT * FROM mistake_report";

    private final JdbcClient database;
    private final SecretBox box;

    MistakeReports(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.box = new SecretBox(secrets, "mistake-contact");
    }

    MistakeReport add(
            AgencyId agency,
            MistakeEntry.Checked entry,
            @Nullable SectionId section,
            String fingerprint,
            Instant at,
            LocalDate on) {
        var id =
                database.sql(
                                """
                                INSERT INTO mistake_report (agency_id, number, page, kind, description,
                                    fingerprint, received_at, received_on, section_id, state)
                                VALUES (:agency, :number, :page, :kind, :description,
                                    :fingerprint, :at, :on, :section, 'OPEN') RETURNING id
                                """)
                        .param("agency", agency.value())
                        .param("number", nextNumber(on.getYear()))
                        .param("page", entry.page())
                        .param("kind", entry.kind().name())
                        .param("description", entry.description())
                        .param("fingerprint", fingerprint)
                        .param("at", Timestamp.from(at))
                        .param("on", on)
                        .param("section", section == null ? null : section.value())
                        .query(Long.class)
                        .single();
        entry.contact().ifPresent(it -> keepContact(id, it));
        return find(id).orElseThrow();
    }

    Optional<MistakeReport> find(long id) {
        return database.sql(ALL + " WHERE id = ?").param(id).query(MistakeReports::read).optional();
    }

    Optional<MistakeReport> locked(long id) {
        return database.sql(ALL + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query(MistakeReports::read)
                .optional();
    }

    Optional<MistakeReport> numbered(String number) {
        return database.sql(ALL + " WHERE number = ?")
                .param(number)
                .query(MistakeReports::read)
                .optional();
    }

    /** The same thing reported by the same reader since then. */
    Optional<MistakeReport> same(String fingerprint, Instant since) {
        return database.sql(ALL + " WHERE fingerprint = ? AND received_at >= ? ORDER BY id LIMIT 1")
                .params(fingerprint, Timestamp.from(since))
                .query(MistakeReports::read)
                .optional();
    }

    /** A part of the list, newest first, before this one. */
    List<MistakeReport> list(AgencyId agency, MistakeFilter filter, long before, int limit) {
        return database.sql(
                        ALL + filter.where() + " AND id < :before ORDER BY id DESC LIMIT :limit")
                .params(filter.parameters(agency))
                .param("before", before)
                .param("limit", limit)
                .query(MistakeReports::read)
                .list();
    }

    /** A numbered page of the list, newest first. */
    List<MistakeReport> page(AgencyId agency, MistakeFilter filter, int skip, int limit) {
        return database.sql(ALL + filter.where() + " ORDER BY id DESC OFFSET :skip LIMIT :limit")
                .params(filter.parameters(agency))
                .param("skip", skip)
                .param("limit", limit)
                .query(MistakeReports::read)
                .list();
    }

    Map<MistakeState, Long> counts(AgencyId agency, MistakeFilter filter) {
        var counts = new EnumMap<MistakeState, Long>(MistakeState.class);
        RowCallbackHandler reading =
                row -> counts.put(MistakeState.valueOf(row.getString(1)), row.getLong(2));
        database.sql(
                        "SELECT state, count(*) FROM mistake_report"
                                + filter.where()
                                + " GROUP BY state")
                .params(filter.parameters(agency))
                .query(reading);
        return counts;
    }

    /** Everything that waits for an answer, the oldest first. */
    List<MistakeReport> open(AgencyId agency, int limit) {
        return database.sql(
                        ALL
                                + " WHERE agency_id = ? AND state = 'OPEN' ORDER BY received_on, id"
                                + " LIMIT ?")
                .params(agency.value(), limit)
                .query(MistakeReports::read)
                .list();
    }

    List<MistakeStepTaken> steps(long id) {
        return database.sql("SELECT * FROM mistake_step WHERE report_id = ? ORDER BY id")
                .param(id)
                .query(MistakeReports::readStep)
                .list();
    }

    void record(MistakeReport report, MistakeStepTaken taken) {
        database.sql(
                        """
                        INSERT INTO mistake_step
                            (report_id, step, words, section_id, person_id, on_behalf_of, taken_at)
                        VALUES (:report, :step, :words, :section, :person, :onBehalfOf, :at)
                        """)
                .param("report", report.id())
                .param("step", taken.step().name())
                .param("words", taken.words())
                .param("section", taken.section() == null ? null : taken.section().value())
                .param("person", taken.person().value())
                .param("onBehalfOf", taken.onBehalfOf() == null ? null : taken.onBehalfOf().value())
                .param("at", Timestamp.from(taken.takenAt()))
                .update();
    }

    void move(MistakeReport report, MistakeState state, @Nullable SectionId section) {
        database.sql(
                        "UPDATE mistake_report SET state = :state, section_id = :section,"
                                + " version = version + 1 WHERE id = :id")
                .param("state", state.name())
                .param("section", section == null ? null : section.value())
                .param("id", report.id())
                .update();
    }

    /** How to reach the reader; empty when nothing was left, or it has been erased. */
    Optional<String> contact(long id) {
        return database.sql("SELECT sealed FROM mistake_contact WHERE report_id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(it -> new String(box.open(it, place(id)), StandardCharsets.UTF_8));
    }

    boolean eraseContact(long id) {
        return database.sql("DELETE FROM mistake_contact WHERE report_id = ?").param(id).update()
                > 0;
    }

    private void keepContact(long id, String contact) {
        database.sql("INSERT INTO mistake_contact (report_id, sealed) VALUES (?, ?)")
                .params(id, box.close(contact.getBytes(StandardCharsets.UTF_8), place(id)))
                .update();
    }

    private String nextNumber(int year) {
        var number =
                database.sql(
                                """
                                INSERT INTO mistake_counter AS c (year, last) VALUES (?, 1)
                                ON CONFLICT (year) DO UPDATE SET last = c.last + 1 RETURNING c.last
                                """)
                        .param(year)
                        .query(Integer.class)
                        .single();
        return "ZC-%04d-%05d".formatted(year, number);
    }

    private static String place(long id) {
        return "mistake-contact:" + id;
    }

    private static MistakeReport read(ResultSet row, int number) throws SQLException {
        return new MistakeReport(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("number"),
                row.getString("page"),
                MistakeKind.valueOf(row.getString("kind")),
                row.getString("description"),
                row.getTimestamp("received_at").toInstant(),
                row.getObject("received_on", LocalDate.class),
                section(row),
                MistakeState.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    private static MistakeStepTaken readStep(ResultSet row, int number) throws SQLException {
        var onBehalfOf = (Long) row.getObject("on_behalf_of");
        return new MistakeStepTaken(
                MistakeStep.valueOf(row.getString("step")),
                row.getString("words"),
                section(row),
                new PersonId(row.getLong("person_id")),
                onBehalfOf == null ? null : new PersonId(onBehalfOf),
                row.getTimestamp("taken_at").toInstant());
    }

    private static @Nullable SectionId section(ResultSet row) throws SQLException {
        var section = (Long) row.getObject("section_id");
        return section == null ? null : new SectionId(section);
    }
}
