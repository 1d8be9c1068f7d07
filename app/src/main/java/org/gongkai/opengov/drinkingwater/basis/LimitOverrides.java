package org.gongkai.opengov.drinkingwater.basis;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.Amendment;
import org.gongkai.opengov.drinkingwater.WaterBody;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The register of other limits than the printed ones (限值调整台账): versions are added, none is changed.
 */
@Repository
class LimitOverrides {
    private static final String VERSIONS =
            """
            SELECT l.standard, l.table_number, l.item, l.body, v.*, d.person_id, d.at FROM water_limit_version v
            JOIN water_limit l ON l.id = v.limit_id
            JOIN water_basis d ON d.agency_id = v.agency_id AND d.number = v.basis
            WHERE v.agency_id = :agency
            """;
    private static final TypeReference<Map<String, String>> LIMITS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    LimitOverrides(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Every version of each, in the order of entry, the newest version of each first. */
    List<LimitOverride> versions(AgencyId agency) {
        return database.sql(VERSIONS + " ORDER BY v.limit_id, v.number DESC")
                .param("agency", agency.value())
                .query(this::read)
                .list();
    }

    /** Every version of one, the newest first. */
    List<LimitOverride> versions(AgencyId agency, long id) {
        return database.sql(VERSIONS + " AND v.limit_id = :id ORDER BY v.number DESC")
                .param("agency", agency.value())
                .param("id", id)
                .query(this::read)
                .list();
    }

    long add(AgencyId agency, LimitOverride.Row row) {
        return database.sql(
                        """
                        INSERT INTO water_limit (agency_id, standard, table_number, item, body)
                        VALUES (:agency, :standard, :table, :item, :body) RETURNING id
                        """)
                .param("agency", agency.value())
                .param("standard", row.standard())
                .param("table", row.table())
                .param("item", row.item())
                .param("body", row.body() == null ? null : row.body().name())
                .query(Long.class)
                .single();
    }

    void add(AgencyId agency, LimitOverride it) {
        var limits = new LinkedHashMap<String, String>();
        it.limits().forEach((at, limit) -> limits.put(at, limit.toPlainString()));
        database.sql(
                        """
                        INSERT INTO water_limit_version (limit_id, number, agency_id, basis, limits, document,
                            document_number, valid_from, valid_until, withdrawn, reason)
                        VALUES (:id, :number, :agency, :basis, :limits::jsonb, :document,
                            :documentNumber, :from, :until, :withdrawn, :reason)
                        """)
                .param("id", it.id())
                .param("number", it.number())
                .param("agency", agency.value())
                .param("basis", it.decision().number())
                .param("limits", json.writeValueAsString(limits))
                .param("document", it.amendment().document())
                .param("documentNumber", it.amendment().number())
                .param("from", it.from())
                .param("until", it.until())
                .param("withdrawn", it.withdrawn())
                .param("reason", it.reason())
                .update();
    }

    private LimitOverride read(ResultSet row, int at) throws SQLException {
        var body = row.getString("body");
        var limits = new LinkedHashMap<String, BigDecimal>();
        json.readValue(row.getString("limits"), LIMITS)
                .forEach((of, limit) -> limits.put(of, new BigDecimal(limit)));
        return new LimitOverride(
                row.getLong("limit_id"),
                row.getInt("number"),
                new LimitOverride.Row(
                        row.getString("standard"),
                        row.getInt("table_number"),
                        row.getString("item"),
                        body == null ? null : WaterBody.valueOf(body)),
                limits,
                new Amendment(
                        row.getString("document"),
                        row.getString("document_number"),
                        row.getObject("valid_from", LocalDate.class)),
                row.getObject("valid_until", LocalDate.class),
                row.getBoolean("withdrawn"),
                row.getString("reason"),
                Decisions.read(row));
    }
}
