package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.day;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the register knows of publications that have a last day (限期公开台账). */
@Repository
class TimedPublications {
    /** What is on its way to the public; what is kept from it has no last day. */
    private static final String OPEN =
            """
            SELECT d.id, d.title, d.section_id, d.kind, d.state,
                1 + (SELECT count(*) FROM edition e WHERE e.document_id = d.id) AS edition,
                CASE WHEN EXISTS (SELECT 1 FROM edition e WHERE e.document_id = d.id)
                    THEN (SELECT (max(s.taken_at) AT TIME ZONE :zone)::date FROM document_step s
                        WHERE s.document_id = d.id AND s.step = 'CORRECT')
                    ELSE coalesce((SELECT (i.taken_in_at AT TIME ZONE :zone)::date FROM import_record i
                        WHERE i.document_id = d.id), d.formed_on) END AS counted_from,
                NULL::date AS published_on
            FROM document d
            WHERE d.state IN ('DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED', 'SCHEDULED')
                AND d.attribute NOT IN ('依申请公开', '不予公开')
            """;

    private static final String PUBLISHED =
            """
            SELECT d.id, d.title, d.section_id, d.kind, d.state, e.number AS edition,
                CASE WHEN e.number = 1 THEN d.formed_on
                    ELSE (SELECT (max(s.taken_at) AT TIME ZONE :zone)::date FROM document_step s
                        WHERE s.document_id = d.id AND s.step = 'CORRECT' AND s.taken_at <= e.published_at)
                    END AS counted_from,
                (e.published_at AT TIME ZONE :zone)::date AS published_on
            FROM edition e JOIN document d ON d.id = e.document_id AND d.state <> 'PURGED'
            WHERE NOT (e.number = 1 AND EXISTS (SELECT 1 FROM import_record i
                WHERE i.document_id = d.id AND NOT i.held))
            """;

    private final JdbcClient database;

    TimedPublications(JdbcClient database) {
        this.database = database;
    }

    /** What is still to be published. */
    List<TimedPublication.Facts> open(AgencyId agency, ZoneId zone) {
        return database.sql(OPEN + " AND d.agency_id = :agency")
                .param("zone", zone.getId())
                .param("agency", agency.value())
                .query(TimedPublications::read)
                .list();
    }

    /** What was published in a year. */
    List<TimedPublication.Facts> published(AgencyId agency, int year, ZoneId zone) {
        return database.sql(
                        PUBLISHED
                                + " AND d.agency_id = :agency AND e.published_at >= :from"
                                + " AND e.published_at < :to")
                .param("zone", zone.getId())
                .param("agency", agency.value())
                .param("from", moment(LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant()))
                .param("to", moment(LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant()))
                .query(TimedPublications::read)
                .list();
    }

    /** The publication that a document is at now: the open one, else the newest edition. */
    Optional<TimedPublication.Facts> of(DocumentId id, ZoneId zone) {
        return database.sql(
                        "SELECT * FROM (("
                                + OPEN
                                + " AND d.id = :id) UNION ALL ("
                                + PUBLISHED
                                + " AND d.id = :id)) AS timed ORDER BY edition DESC LIMIT 1")
                .param("zone", zone.getId())
                .param("id", id.value())
                .query(TimedPublications::read)
                .optional();
    }

    private static TimedPublication.Facts read(ResultSet row, int number) throws SQLException {
        return new TimedPublication.Facts(
                new DocumentId(row.getObject("id", UUID.class)),
                row.getString("title"),
                new SectionId(row.getLong("section_id")),
                DocumentKind.valueOf(row.getString("kind")),
                DocumentState.valueOf(row.getString("state")),
                row.getInt("edition"),
                day(row, "counted_from"),
                day(row, "published_on"));
    }
}
