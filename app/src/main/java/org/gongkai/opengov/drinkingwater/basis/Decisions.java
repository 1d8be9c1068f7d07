package org.gongkai.opengov.drinkingwater.basis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The decisions of agencies in their order (评价依据登记簿). Of two that are made at once one gets no
 * number and is refused, so that a lower number never appears after a higher one was read.
 */
@Repository
class Decisions {
    private final JdbcClient database;

    Decisions(JdbcClient database) {
        this.database = database;
    }

    /** The number of the newest; 0 if there is none. */
    int newest(AgencyId agency) {
        return database.sql("SELECT coalesce(max(number), 0) FROM water_basis WHERE agency_id = ?")
                .param(agency.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Makes the next.
     *
     * @throws org.springframework.dao.DuplicateKeyException if somebody else makes it at once
     */
    Decision next(AgencyId agency, @Nullable PersonId by, Instant at) {
        var number = newest(agency) + 1;
        database.sql(
                        "INSERT INTO water_basis (agency_id, number, person_id, at) VALUES (?, ?, ?, ?)")
                .param(agency.value())
                .param(number)
                .param(by == null ? null : by.value())
                .param(Timestamp.from(at))
                .update();
        return new Decision(number, by, at);
    }

    /** Out of a row that joins it, with its number as {@code basis}. */
    static Decision read(ResultSet row) throws SQLException {
        var by = row.getObject("person_id", Long.class);
        return new Decision(
                row.getInt("basis"),
                by == null ? null : new PersonId(by),
                row.getTimestamp("at").toInstant());
    }
}
