package org.gongkai.opengov.drinkingwater.basis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.drinkingwater.NaturalBackground;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of what is over by nature alone (天然本底台账): versions are added, none is changed. */
@Repository
class Backgrounds {
    private static final String VERSIONS =
            """
            SELECT b.source_id, b.item, v.*, d.person_id, d.at FROM water_background_version v
            JOIN water_background b ON b.id = v.background_id
            JOIN water_basis d ON d.agency_id = v.agency_id AND d.number = v.basis
            WHERE v.agency_id = :agency
            """;

    private final JdbcClient database;

    Backgrounds(JdbcClient database) {
        this.database = database;
    }

    /** Every version of each, in the order of entry, the newest version of each first. */
    List<Background> versions(AgencyId agency) {
        return database.sql(VERSIONS + " ORDER BY v.background_id, v.number DESC")
                .param("agency", agency.value())
                .query(Backgrounds::read)
                .list();
    }

    /** Every version of one, the newest first. */
    List<Background> versions(AgencyId agency, long id) {
        return database.sql(VERSIONS + " AND v.background_id = :id ORDER BY v.number DESC")
                .param("agency", agency.value())
                .param("id", id)
                .query(Backgrounds::read)
                .list();
    }

    long add(AgencyId agency, long source, String item) {
        return database.sql(
                        "INSERT INTO water_background (agency_id, source_id, item) VALUES (?, ?, ?) RETURNING id")
                .params(agency.value(), source, item)
                .query(Long.class)
                .single();
    }

    void add(AgencyId agency, Background it) {
        database.sql(
                        """
                        INSERT INTO water_background_version (background_id, number, agency_id, basis, cause, document,
                            document_number, valid_from, valid_until, withdrawn, reason)
                        VALUES (:id, :number, :agency, :basis, :cause, :document,
                            :documentNumber, :from, :until, :withdrawn, :reason)
                        """)
                .param("id", it.id())
                .param("number", it.number())
                .param("agency", agency.value())
                .param("basis", it.decision().number())
                .param("cause", it.nature().cause())
                .param("document", it.nature().document())
                .param("documentNumber", it.nature().number())
                .param("from", it.from())
                .param("until", it.until())
                .param("withdrawn", it.withdrawn())
                .param("reason", it.reason())
                .update();
    }

    private static Background read(ResultSet row, int at) throws SQLException {
        return new Background(
                row.getLong("background_id"),
                row.getInt("number"),
                row.getLong("source_id"),
                row.getString("item"),
                new NaturalBackground(
                        row.getString("cause"),
                        row.getString("document"),
                        row.getString("document_number")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("withdrawn"),
                row.getString("reason"),
                Decisions.read(row));
    }
}
