package org.gongkai.opengov.drinkingwater.basis;

import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The older editions that agencies have taken over (旧版标准启用登记): each once and for good. */
@Repository
class TakenEditions {
    private final JdbcClient database;

    TakenEditions(JdbcClient database) {
        this.database = database;
    }

    /** Those of an agency, in their order. */
    List<TakenEdition> of(AgencyId agency) {
        return database.sql(
                        """
                        SELECT e.*, d.person_id, d.at FROM water_edition e
                        JOIN water_basis d ON d.agency_id = e.agency_id AND d.number = e.basis
                        WHERE e.agency_id = ? ORDER BY e.basis
                        """)
                .param(agency.value())
                .query(
                        (row, at) ->
                                new TakenEdition(
                                        row.getString("standard"),
                                        row.getString("compared"),
                                        Decisions.read(row)))
                .list();
    }

    void add(AgencyId agency, TakenEdition it) {
        database.sql(
                        "INSERT INTO water_edition (agency_id, standard, basis, compared) VALUES (?, ?, ?, ?)")
                .params(agency.value(), it.standard(), it.decision().number(), it.compared())
                .update();
    }
}
