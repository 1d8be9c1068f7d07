package org.gongkai.opengov.requests;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The register of corrections and complaints (更正和投诉台账); who claims lies sealed and apart. */
@Repository
class Claims {
    private static final String ALL = "SELECT * FROM request_claim";

    private final JdbcClient database;
    private final SecretBox box;
    private final JsonMapper json;

    Claims(JdbcClient database, Secrets secrets, JsonMapper json) {
        this.database = database;
        this.box = new SecretBox(secrets, "request-claim-person");
        this.json = json;
    }

    long add(AgencyId agency, ClaimEntry.Checked it, Instant at, @Nullable PersonId by, int year) {
        var id =
                database.sql(
                                """
                                INSERT INTO request_claim (agency_id, number, kind, person_mask, about,
                                    evidence, received_on, entered_at, entered_by)
                                VALUES (:agency, :number, :kind, :mask, :about, :evidence, :received,
                                    :at, :by) RETURNING id
                                """)
                        .param("agency", agency.value())
                        .param("number", nextNumber(agency, it.kind().prefix(), year))
                        .param("kind", it.kind().name())
                        .param("mask", it.person().mask())
                        .param("about", it.about())
                        .param("evidence", it.evidence())
                        .param("received", it.receivedOn())
                        .param("at", Timestamp.from(at))
                        .param("by", by == null ? null : by.value())
                        .query(Long.class)
                        .single();
        database.sql("INSERT INTO request_claim_person (claim_id, sealed) VALUES (?, ?)")
                .params(id, box.close(json.writeValueAsBytes(it.person()), place(id)))
                .update();
        return id;
    }

    /** Empty when it was erased. */
    Optional<Applicant> person(long id) {
        return database.sql("SELECT sealed FROM request_claim_person WHERE claim_id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(it -> new String(box.open(it, place(id)), StandardCharsets.UTF_8))
                .map(it -> json.readValue(it, Applicant.class));
    }

    void erasePerson(long id) {
        database.sql("DELETE FROM request_claim_person WHERE claim_id = ?").param(id).update();
        database.sql("UPDATE request_claim SET person_mask = '＊' WHERE id = ?").param(id).update();
    }

    void record(long id, ClaimEvent event) {
        database.sql(
                        """
                        INSERT INTO request_claim_event
                            (claim_id, step, happened_on, entered_at, person_id, note, term)
                        VALUES (:claim, :step, :on, :at, :by, :note, :term)
                        """)
                .param("claim", id)
                .param("step", event.step().name())
                .param("on", event.on())
                .param("at", Timestamp.from(event.enteredAt()))
                .param("by", event.by() == null ? null : event.by().value())
                .param("note", event.note())
                .param("term", event.term())
                .update();
    }

    /** Writes down again what follows from the events. */
    void derive(long id, @Nullable LocalDate due, @Nullable LocalDate closedOn) {
        database.sql(
                        "UPDATE request_claim SET due = :due, closed_on = :closed, version ="
                                + " version + 1 WHERE id = :id")
                .param("due", due)
                .param("closed", closedOn)
                .param("id", id)
                .update();
    }

    Optional<Claim> find(long id) {
        return database.sql(ALL + " WHERE id = ?").param(id).query(Claims::read).optional();
    }

    /** By its number, as {@code GZ-2021-00001}. */
    Optional<Claim> numbered(String number) {
        return database.sql(ALL + " WHERE number = ?").param(number).query(Claims::read).optional();
    }

    /** Older secrets open nothing from now on. */
    void nextSecret(long id) {
        database.sql(
                        "UPDATE request_claim SET secret_generation = secret_generation + 1,"
                                + " version = version + 1 WHERE id = ?")
                .param(id)
                .update();
    }

    Optional<Claim> locked(long id) {
        return database.sql(ALL + " WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Claims::read)
                .optional();
    }

    List<ClaimEvent> events(long id) {
        return database.sql("SELECT * FROM request_claim_event WHERE claim_id = ? ORDER BY id")
                .param(id)
                .query(Claims::readEvent)
                .list();
    }

    /** What is open first, the first due before the others; then what is closed, newest first. */
    List<Claim> page(AgencyId agency, boolean openAlone, int skip, int limit) {
        return database.sql(
                        ALL
                                + " WHERE agency_id = ?"
                                + (openAlone ? " AND closed_on IS NULL" : "")
                                + " ORDER BY closed_on IS NOT NULL, CASE WHEN closed_on IS NULL"
                                + " THEN due END NULLS LAST, id DESC OFFSET ? LIMIT ?")
                .params(agency.value(), skip, limit)
                .query(Claims::read)
                .list();
    }

    long count(AgencyId agency, boolean openAlone) {
        return database.sql(
                        "SELECT count(*) FROM request_claim WHERE agency_id = ?"
                                + (openAlone ? " AND closed_on IS NULL" : ""))
                .param(agency.value())
                .query(Long.class)
                .single();
    }

    private String nextNumber(AgencyId agency, String prefix, int year) {
        var number =
                database.sql(
                                """
                                INSERT INTO request_claim_counter AS c (agency_id, prefix, year, last)
                                VALUES (?, ?, ?, 1) ON CONFLICT (agency_id, prefix, year)
                                DO UPDATE SET last = c.last + 1 RETURNING c.last
                                """)
                        .params(agency.value(), prefix, year)
                        .query(Integer.class)
                        .single();
        return "%s-%04d-%05d".formatted(prefix, year, number);
    }

    private static String place(long id) {
        return "request_claim_person:" + id;
    }

    static Claim read(ResultSet row, int number) throws SQLException {
        return new Claim(
                row.getLong("id"),
                new AgencyId(row.getLong("agency_id")),
                row.getString("number"),
                ClaimKind.valueOf(row.getString("kind")),
                row.getString("person_mask"),
                row.getString("about"),
                row.getString("evidence"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("secret_generation"),
                row.getLong("version"));
    }

    private static ClaimEvent readEvent(ResultSet row, int number) throws SQLException {
        var by = (Long) row.getObject("person_id");
        return new ClaimEvent(
                ClaimStep.valueOf(row.getString("step")),
                row.getObject("happened_on", LocalDate.class),
                row.getTimestamp("entered_at").toInstant(),
                by == null ? null : new PersonId(by),
                row.getString("note"),
                row.getObject("term", LocalDate.class));
    }
}
