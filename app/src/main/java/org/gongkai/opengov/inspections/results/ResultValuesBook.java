package org.gongkai.opengov.inspections.results;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The result values of each agency, version by version (检查结果值台账); added and never changed. */
@Repository
public class ResultValuesBook {
    private final JdbcClient database;
    private final JsonMapper json;

    ResultValuesBook(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A version of the list.
     *
     * @param number from 1
     * @param reason why it was made
     */
    public record Version(
            int number, ResultValues values, String reason, PersonId by, Instant at) {}

    /** The values of an agency, ended ones among them; the pattern where it has set none. */
    public ResultValues of(AgencyId agency) {
        return versions(agency).stream()
                .findFirst()
                .map(Version::values)
                .orElseGet(ResultValues::marketPattern);
    }

    /** Every version, the newest first. */
    List<Version> versions(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM inspection_result_values WHERE agency_id = ? ORDER BY version DESC")
                .param(agency.value())
                .query(
                        (row, _) ->
                                new Version(
                                        row.getInt("version"),
                                        json.readValue(row.getString("list"), ResultValues.class),
                                        row.getString("reason"),
                                        new PersonId(row.getLong("person_id")),
                                        row.getTimestamp("entered_at").toInstant()))
                .list();
    }

    /** Nobody else changes this list until the transaction ends. */
    void hold(AgencyId agency) {
        database.sql("SELECT pg_advisory_xact_lock(4182, ?)")
                .param((int) agency.value())
                .query((_, _) -> true)
                .single();
    }

    void add(AgencyId agency, Version it) {
        database.sql(
                        """
                        INSERT INTO inspection_result_values (agency_id, version, list, reason, person_id, entered_at)
                        VALUES (?, ?, ?::jsonb, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        it.number(),
                        json.writeValueAsString(it.values()),
                        it.reason(),
                        it.by().value(),
                        Timestamp.from(it.at()))
                .update();
    }
}
