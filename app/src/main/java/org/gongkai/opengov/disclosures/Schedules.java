package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.Documents.moment;
import static org.gongkai.opengov.disclosures.persistence.Rows.personOrNull;
import static org.gongkai.opengov.disclosures.persistence.Rows.values;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is set to be published at a later moment (定时发布). */
@Repository
public class Schedules {
    private final JdbcClient database;

    Schedules(JdbcClient database) {
        this.database = database;
    }

    /**
     * A publication set for a moment.
     *
     * @param refused why it could not take place, when it was tried
     */
    public record Schedule(
            DocumentId document,
            Instant publishAt,
            PersonId setBy,
            @Nullable PersonId onBehalfOf,
            @Nullable String refused) {}

    /** The document's schedule. */
    public Optional<Schedule> find(DocumentId id) {
        return database.sql("SELECT * FROM publication_schedule WHERE document_id = ?")
                .param(id.value())
                .query(Schedules::read)
                .optional();
    }

    /** The documents whose moment has come, the earliest first. */
    public List<DocumentId> due(Instant now) {
        return database.sql(
                        "SELECT s.document_id FROM publication_schedule s JOIN document d"
                                + " ON d.id = s.document_id AND d.state = 'SCHEDULED'"
                                + " WHERE s.publish_at <= ? AND s.refused IS NULL"
                                + " ORDER BY s.publish_at LIMIT 100")
                .param(moment(now))
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .list();
    }

    void set(DocumentId id, Instant at, PersonId by, @Nullable PersonId onBehalfOf) {
        database.sql(
                        """
                        INSERT INTO publication_schedule (document_id, publish_at, set_by, on_behalf_of)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (document_id) DO UPDATE SET publish_at = excluded.publish_at,
                            set_by = excluded.set_by, on_behalf_of = excluded.on_behalf_of, refused = NULL
                        """)
                .params(
                        values(
                                id.value(),
                                moment(at),
                                by.value(),
                                onBehalfOf == null ? null : onBehalfOf.value()))
                .update();
    }

    void refuse(DocumentId id, String why) {
        database.sql("UPDATE publication_schedule SET refused = ? WHERE document_id = ?")
                .params(values(why, id.value()))
                .update();
    }

    void clear(DocumentId id) {
        database.sql("DELETE FROM publication_schedule WHERE document_id = ?")
                .param(id.value())
                .update();
    }

    private static Schedule read(ResultSet row, int number) throws SQLException {
        return new Schedule(
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getTimestamp("publish_at").toInstant(),
                new PersonId(row.getLong("set_by")),
                personOrNull(row, "on_behalf_of"),
                row.getString("refused"));
    }
}
