package org.gongkai.opengov.drinkingwater.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What became public of months, was corrected and was taken back (公开记录): lines are added. */
@Repository
class Releases {
    private final JdbcClient database;

    Releases(JdbcClient database) {
        this.database = database;
    }

    /** What happened. */
    enum What {
        PUBLISHED,
        CORRECTED,
        RESTORED,
        WITHDRAWN
    }

    /**
     * A line.
     *
     * @param version what was sent for review of the edition; null when it was withdrawn
     * @param note what a correction corrects, or why it was withdrawn
     */
    record Line(
            YearMonth month,
            DocumentId document,
            What what,
            @Nullable Long version,
            int edition,
            String indexNumber,
            String note,
            Instant at) {}

    /**
     * How a month stands: what is public of it, or why it was taken back.
     *
     * @param release null if nothing is public now
     */
    record Standing(@Nullable Release release, String withdrawnBecause) {}

    void add(
            long report,
            What what,
            @Nullable Long version,
            int edition,
            String indexNumber,
            String note,
            Instant at) {
        database.sql(
                        """
                        INSERT INTO water_release (report_id, what, version_id, edition, index_number, note, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(report)
                .param(what.name())
                .param(version)
                .param(edition)
                .param(indexNumber)
                .param(note)
                .param(Timestamp.from(at))
                .update();
    }

    /** How the months between these stand, of which anything was ever public. */
    TreeMap<YearMonth, Standing> of(AgencyId agency, YearMonth first, YearMonth last) {
        var lines =
                database.sql(
                                """
                                SELECT r.first_month, r.document_id, e.* FROM water_release e
                                JOIN water_report r ON r.id = e.report_id
                                WHERE r.agency_id = ? AND r.kind = 'MONTH' AND r.first_month BETWEEN ? AND ?
                                ORDER BY e.id
                                """)
                        .params(agency.value(), first.atDay(1), last.atDay(1))
                        .query(Releases::read)
                        .list();
        var months = new TreeMap<YearMonth, List<Line>>();
        lines.forEach(it -> months.computeIfAbsent(it.month(), _ -> new ArrayList<>()).add(it));
        var standings = new TreeMap<YearMonth, Standing>();
        months.forEach((month, of) -> standings.put(month, standing(of)));
        return standings;
    }

    /** The first and the last month of which anything was ever public. */
    Optional<List<YearMonth>> span(AgencyId agency) {
        return database.sql(
                        """
                        SELECT min(r.first_month) AS first, max(r.first_month) AS last FROM water_release e
                        JOIN water_report r ON r.id = e.report_id
                        WHERE r.agency_id = ? AND r.kind = 'MONTH' HAVING count(*) > 0
                        """)
                .param(agency.value())
                .query(
                        (row, at) ->
                                List.of(Reports.month(row, "first"), Reports.month(row, "last")))
                .optional();
    }

    /** Of the lines of a month: a document that is public, the newest, or else why none is. */
    static Standing standing(List<Line> lines) {
        var documents = new LinkedHashMap<DocumentId, List<Line>>();
        lines.forEach(
                it -> {
                    var of = Optional.ofNullable(documents.remove(it.document()));
                    var all = of.orElseGet(ArrayList::new);
                    all.add(it);
                    documents.put(it.document(), all);
                });
        var shown =
                documents.values().stream()
                        .filter(it -> it.getLast().what() != What.WITHDRAWN)
                        .reduce((_, later) -> later);
        return shown.map(it -> new Standing(release(it), ""))
                .orElseGet(() -> new Standing(null, lines.getLast().note()));
    }

    private static Release release(List<Line> lines) {
        var now = lines.getLast();
        return new Release(
                now.month(),
                now.document(),
                IndexNumber.parse(now.indexNumber()).orElseThrow(),
                now.edition(),
                java.util.Objects.requireNonNull(now.version()),
                lines.getFirst().at(),
                now.at(),
                lines.stream()
                        .filter(it -> it.what() == What.CORRECTED)
                        .map(it -> new Release.Correction(it.edition(), it.at(), it.note()))
                        .sorted(Comparator.comparing(Release.Correction::edition))
                        .toList());
    }

    void addReason(AgencyId agency, YearMonth month, String reason, PersonId by, Instant at) {
        database.sql(
                        """
                        INSERT INTO water_month_reason (agency_id, month, reason, person_id, at)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(agency.value(), month.atDay(1), reason, by.value(), Timestamp.from(at))
                .update();
    }

    /** Why there is no report, by month, where somebody has said so. */
    Map<YearMonth, String> reasons(AgencyId agency, YearMonth first, YearMonth last) {
        var reasons = new TreeMap<YearMonth, String>();
        database.sql(
                        """
                        SELECT DISTINCT ON (month) month, reason FROM water_month_reason
                        WHERE agency_id = ? AND month BETWEEN ? AND ? ORDER BY month, id DESC
                        """)
                .params(agency.value(), first.atDay(1), last.atDay(1))
                .query(
                        row -> {
                            reasons.put(Reports.month(row, "month"), row.getString("reason"));
                        });
        return reasons;
    }

    private static Line read(ResultSet row, int at) throws SQLException {
        return new Line(
                Reports.month(row, "first_month"),
                new DocumentId(row.getObject("document_id", UUID.class)),
                What.valueOf(row.getString("what")),
                row.getObject("version_id", Long.class),
                row.getInt("edition"),
                row.getString("index_number"),
                row.getString("note"),
                row.getTimestamp("at").toInstant());
    }
}
