package org.gongkai.opengov.pushing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of pushes (推送台账), newest first, with what was tried and what people did. */
@Repository
class Pushes {
    private static final int PART = 500;

    private final JdbcClient database;
    private final Clock clock;

    Pushes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<Push> find(long id) {
        return database.sql("SELECT * FROM push WHERE id = ?")
                .param(id)
                .query(Pushes::read)
                .optional();
    }

    /** The same, locked until the transaction ends. */
    Optional<Push> locked(long id) {
        return database.sql("SELECT * FROM push WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Pushes::read)
                .optional();
    }

    /** The push that a receipt names; empty when there is none of exactly this name. */
    Optional<Push> named(String key) {
        var parts = key.split("\\.", -1);
        if (parts.length != 4
                || !parts[0].matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                || !parts[3].matches("[1-9]\\d{0,8}")) {
            return Optional.empty();
        }
        return database.sql("SELECT * FROM push WHERE document_id = ? AND sequence = ?")
                .params(UUID.fromString(parts[0]), Integer.parseInt(parts[3]))
                .query(Pushes::read)
                .optional()
                .filter(it -> it.key().equals(key));
    }

    /** Whether a later push of the document says all that this one would. */
    boolean isOvertaken(Push push) {
        return database.sql(
                        "SELECT EXISTS (SELECT 1 FROM push WHERE document_id = ? AND sequence > ?)")
                .params(push.document().value(), push.sequence())
                .query(Boolean.class)
                .single();
    }

    /** Whether anything of this document was ever to be pushed. */
    boolean know(DocumentId document) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM push WHERE document_id = ?)")
                .param(document.value())
                .query(Boolean.class)
                .single();
    }

    /** Of these documents, those of which anything was ever to be pushed. */
    Set<DocumentId> knownAmong(Collection<DocumentId> documents) {
        if (documents.isEmpty()) {
            return Set.of();
        }
        return database.sql(
                        "SELECT DISTINCT document_id FROM push WHERE document_id IN (:documents)")
                .param("documents", documents.stream().map(DocumentId::value).toList())
                .query((row, number) -> new DocumentId(row.getObject(1, UUID.class)))
                .set();
    }

    /** A part of the list, newest first, of those before {@code before}. */
    List<Push> list(AgencyId agency, PushFilter filter, long before, int limit) {
        var values = values(agency, filter);
        values.put("before", before);
        values.put("limit", limit);
        return database.sql(
                        "SELECT * FROM push WHERE id < :before"
                                + where(filter)
                                + " ORDER BY id DESC LIMIT :limit")
                .params(values)
                .query(Pushes::read)
                .list();
    }

    /** A numbered page of the list, newest first. */
    List<Push> page(AgencyId agency, PushFilter filter, int skip, int limit) {
        var values = values(agency, filter);
        values.put("skip", skip);
        values.put("limit", limit);
        return database.sql(
                        "SELECT * FROM push WHERE true"
                                + where(filter)
                                + " ORDER BY id DESC OFFSET :skip LIMIT :limit")
                .params(values)
                .query(Pushes::read)
                .list();
    }

    /** Hands over the whole list, newest first, in parts. */
    void eachPart(AgencyId agency, PushFilter filter, Consumer<List<Push>> taker) {
        var part = list(agency, filter, Long.MAX_VALUE, PART);
        while (!part.isEmpty()) {
            taker.accept(part);
            part = list(agency, filter, part.getLast().id(), PART);
        }
    }

    /** How many there are in each state. */
    Map<PushState, Long> counts(AgencyId agency) {
        var counts = new EnumMap<PushState, Long>(PushState.class);
        database.sql("SELECT state, count(*) FROM push WHERE agency_id = ? GROUP BY state")
                .param(agency.value())
                .query(
                        (RowCallbackHandler)
                                row ->
                                        counts.put(
                                                PushState.valueOf(row.getString(1)),
                                                row.getLong(2)));
        return counts;
    }

    /** How many the whole list has. */
    long count(AgencyId agency, PushFilter filter) {
        return database.sql("SELECT count(*) FROM push WHERE true" + where(filter))
                .params(values(agency, filter))
                .query(Long.class)
                .single();
    }

    /** What a person has to look at, oldest first: given up, or without a receipt in time. */
    List<Push> troubled(AgencyId agency, int limit) {
        return database.sql(
                        """
                        SELECT p.* FROM push p WHERE p.agency_id = :agency
                          AND (p.state = 'DEAD' OR p.state = 'HANDED_OVER' AND p.due_at < :now
                            AND NOT EXISTS (SELECT 1 FROM push o
                                WHERE o.document_id = p.document_id AND o.sequence > p.sequence))
                        ORDER BY p.id LIMIT :limit
                        """)
                .param("agency", agency.value())
                .param("now", Outbox.moment(clock.instant()))
                .param("limit", limit)
                .query(Pushes::read)
                .list();
    }

    /** Every try, oldest first. */
    List<PushAttempt> attempts(long push) {
        return database.sql("SELECT * FROM push_attempt WHERE push_id = ? ORDER BY number")
                .param(push)
                .query(Pushes::readAttempt)
                .list();
    }

    /** What people did, oldest first. */
    List<PushStepTaken> steps(long push) {
        return database.sql("SELECT * FROM push_step WHERE push_id = ? ORDER BY id")
                .param(push)
                .query(Pushes::readStep)
                .list();
    }

    /** The newest push of a document that has a receipt, for its external index number. */
    Optional<Push> lastReceived(DocumentId document) {
        return database.sql(
                        """
                        SELECT * FROM push WHERE document_id = ? AND receipt IS NOT NULL
                        ORDER BY external_number IS NULL, sequence DESC LIMIT 1
                        """)
                .param(document.value())
                .query(Pushes::read)
                .optional();
    }

    /** The newest push of a document. */
    Optional<Push> last(DocumentId document) {
        return database.sql(
                        "SELECT * FROM push WHERE document_id = ? ORDER BY sequence DESC LIMIT 1")
                .param(document.value())
                .query(Pushes::read)
                .optional();
    }

    private static String where(PushFilter filter) {
        var conditions = new ArrayList<String>();
        conditions.add(" AND agency_id = :agency");
        if (filter.state() != null) {
            conditions.add(" AND state = :state");
        }
        if (filter.document() != null) {
            conditions.add(" AND document_id = :document");
        }
        return String.join("", conditions);
    }

    private static Map<String, Object> values(AgencyId agency, PushFilter filter) {
        var values = new HashMap<String, Object>();
        values.put("agency", agency.value());
        if (filter.state() != null) {
            values.put("state", filter.state().name());
        }
        if (filter.document() != null) {
            values.put("document", filter.document().value());
        }
        return values;
    }

    static Push read(ResultSet row, int number) throws SQLException {
        var receipt = row.getString("receipt");
        return new Push(
                row.getLong("id"),
                new DocumentId(row.getObject("document_id", UUID.class)),
                row.getInt("sequence"),
                PushOperation.valueOf(row.getString("operation")),
                row.getInt("edition"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("index_number"),
                row.getTimestamp("queued_at").toInstant(),
                PushState.valueOf(row.getString("state")),
                row.getTimestamp("due_at").toInstant(),
                row.getInt("attempts"),
                row.getInt("failures"),
                receipt == null
                        ? null
                        : new Receipt(
                                receipt,
                                row.getString("external_number"),
                                row.getTimestamp("received_at").toInstant()));
    }

    private static PushAttempt readAttempt(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new PushAttempt(
                row.getInt("number"),
                row.getTimestamp("started_at").toInstant(),
                momentOrNull(row, "ended_at"),
                outcome == null ? null : PushAttempt.Outcome.valueOf(outcome),
                row.getString("code"),
                row.getString("detail"));
    }

    private static PushStepTaken readStep(ResultSet row, int number) throws SQLException {
        long onBehalfOf = row.getLong("on_behalf_of");
        return new PushStepTaken(
                PushStep.valueOf(row.getString("step")),
                row.getString("reason"),
                new PersonId(row.getLong("person_id")),
                onBehalfOf == 0 ? null : new PersonId(onBehalfOf),
                row.getTimestamp("taken_at").toInstant());
    }

    private static @Nullable Instant momentOrNull(ResultSet row, String column)
            throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
