package org.gongkai.opengov.drinkingwater.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register of reports (报告台账): what was written, and what was sent for review. */
@Repository
class Reports {
    private static final TypeReference<List<String>> HASHES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    Reports(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A report and the document that carries it. */
    record Report(long id, AgencyId agency, ReportPeriod period, DocumentId document) {}

    /**
     * A report as it was written from the figures.
     *
     * @param body hash of the body
     * @param files hashes of the files that say the same
     */
    record Text(
            int number,
            ReportWords words,
            String body,
            List<String> files,
            PersonId by,
            Instant at) {}

    /** Which version of which source's results a report tells, and which version of the source. */
    record Told(long source, YearMonth month, int sourceNumber, int samplingNumber) {}

    /** Until the transaction ends nobody else begins a report of this agency. */
    void queueUp(AgencyId agency) {
        database.sql("SELECT pg_advisory_xact_lock(hashtext('water-report'), ?::int)")
                .param(agency.value())
                .query(row -> {});
    }

    long add(AgencyId agency, ReportPeriod period, DocumentId document, PersonId by, Instant at) {
        return database.sql(
                        """
                        INSERT INTO water_report (agency_id, kind, first_month, document_id, begun_by, begun_at)
                        VALUES (?, ?, ?, ?, ?, ?) RETURNING id
                        """)
                .params(
                        agency.value(),
                        period.kind().name(),
                        period.from(),
                        document.value(),
                        by.value(),
                        Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    Optional<Report> of(DocumentId document) {
        return database.sql("SELECT * FROM water_report WHERE document_id = ?")
                .param(document.value())
                .query(Reports::read)
                .optional();
    }

    /** The reports of a period, the newest first. */
    List<Report> of(AgencyId agency, ReportPeriod period) {
        return database.sql(
                        """
                        SELECT * FROM water_report WHERE agency_id = ? AND kind = ? AND first_month = ?
                        ORDER BY id DESC
                        """)
                .params(agency.value(), period.kind().name(), period.from())
                .query(Reports::read)
                .list();
    }

    /** The newest report of each period that begins between these months. */
    List<Report> between(AgencyId agency, ReportPeriod.Kind kind, YearMonth first, YearMonth last) {
        return database.sql(
                        """
                        SELECT DISTINCT ON (first_month) * FROM water_report
                        WHERE agency_id = ? AND kind = ? AND first_month BETWEEN ? AND ?
                        ORDER BY first_month, id DESC
                        """)
                .params(agency.value(), kind.name(), first.atDay(1), last.atDay(1))
                .query(Reports::read)
                .list();
    }

    void addText(long report, Text text) {
        database.sql(
                        """
                        INSERT INTO water_report_text (report_id, number, introduction, remark, body_sha256, files,
                            person_id, at)
                        VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        report,
                        text.number(),
                        text.words().introduction(),
                        text.words().remark(),
                        text.body(),
                        json.writeValueAsString(text.files()),
                        text.by().value(),
                        Timestamp.from(text.at()))
                .update();
    }

    /** What was written last. */
    Text newestText(long report) {
        return database.sql(
                        "SELECT * FROM water_report_text WHERE report_id = ? ORDER BY number DESC LIMIT 1")
                .param(report)
                .query(
                        (row, at) ->
                                new Text(
                                        row.getInt("number"),
                                        new ReportWords(
                                                row.getString("introduction"),
                                                row.getString("remark")),
                                        row.getString("body_sha256"),
                                        json.readValue(row.getString("files"), HASHES),
                                        new PersonId(row.getLong("person_id")),
                                        row.getTimestamp("at").toInstant()))
                .single();
    }

    /** Keeps what is sent for review, with what it tells. */
    void addVersion(long report, String sha256, int basis, Instant at, List<Told> told) {
        var version =
                database.sql(
                                "INSERT INTO water_report_version (report_id, sha256, basis, at) VALUES (?, ?, ?, ?)"
                                        + " RETURNING id")
                        .params(report, sha256, basis, Timestamp.from(at))
                        .query(Long.class)
                        .single();
        told.forEach(
                it ->
                        database.sql(
                                        """
                                        INSERT INTO water_report_line
                                            (version_id, source_id, month, source_number, sampling_number)
                                        VALUES (?, ?, ?, ?, ?)
                                        """)
                                .params(
                                        version,
                                        it.source(),
                                        it.month().atDay(1),
                                        it.sourceNumber(),
                                        it.samplingNumber())
                                .update());
    }

    /** By which of the agency's decisions these versions were judged; by version. */
    Map<Long, Integer> bases(Collection<Long> versions) {
        var bases = new HashMap<Long, Integer>();
        if (!versions.isEmpty()) {
            database.sql("SELECT id, basis FROM water_report_version WHERE id IN (:versions)")
                    .param("versions", versions)
                    .query(
                            row -> {
                                bases.put(row.getLong("id"), row.getInt("basis"));
                            });
        }
        return bases;
    }

    /** What was sent for review under this hash. */
    Optional<Long> version(long report, String sha256) {
        return database.sql(
                        """
                        SELECT id FROM water_report_version WHERE report_id = ? AND sha256 = ?
                        ORDER BY id DESC LIMIT 1
                        """)
                .params(report, sha256)
                .query(Long.class)
                .optional();
    }

    /** What a version tells. */
    List<Told> told(long version) {
        return database.sql(
                        "SELECT * FROM water_report_line WHERE version_id = ? ORDER BY source_id, month")
                .param(version)
                .query(
                        (row, at) ->
                                new Told(
                                        row.getLong("source_id"),
                                        month(row, "month"),
                                        row.getInt("source_number"),
                                        row.getInt("sampling_number")))
                .list();
    }

    static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }

    private static Report read(ResultSet row, int at) throws SQLException {
        return new Report(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                new ReportPeriod(
                        ReportPeriod.Kind.valueOf(row.getString("kind")),
                        month(row, "first_month")),
                new DocumentId(row.getObject("document_id", UUID.class)));
    }
}
