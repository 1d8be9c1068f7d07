package org.gongkai.opengov.drinkingwater.basis;

import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How agencies have rates told (达标率列示设置): versions are added, none is changed. */
@Repository
class RateSettings {
    private final JdbcClient database;

    RateSettings(JdbcClient database) {
        this.database = database;
    }

    /** Every version, the newest first. */
    List<RateSetting> versions(AgencyId agency) {
        return database.sql(
                        """
                        SELECT r.*, d.person_id, d.at FROM water_rate_setting r
                        JOIN water_basis d ON d.agency_id = r.agency_id AND d.number = r.basis
                        WHERE r.agency_id = ? ORDER BY r.number DESC
                        """)
                .param(agency.value())
                .query(
                        (row, at) ->
                                new RateSetting(
                                        row.getInt("number"),
                                        row.getBoolean("sets_apart"),
                                        row.getString("reason"),
                                        Decisions.read(row)))
                .list();
    }

    void add(AgencyId agency, RateSetting it) {
        database.sql(
                        """
                        INSERT INTO water_rate_setting (agency_id, number, basis, sets_apart, reason)
                        VALUES (?, ?, ?, ?, ?)
                        """)
                .params(
                        agency.value(),
                        it.number(),
                        it.decision().number(),
                        it.setsApart(),
                        it.reason())
                .update();
    }
}
