package org.gongkai.opengov.budgets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lists of fiscal duties (财政事权清单台账). */
@Repository
class FiscalDuties {
    private final JdbcClient database;
    private final JsonMapper json;

    FiscalDuties(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    long add(AgencyId agency, FiscalDutyList list) {
        var by = list.by();
        return database.sql(
                        """
                        INSERT INTO fiscal_duty_list (agency_id, number, duties, reason, person_id, at)
                        VALUES (:agency, :number, :duties::jsonb, :reason, :by, :at) RETURNING id
                        """)
                .param("agency", agency.value())
                .param("number", list.number())
                .param("duties", json.writeValueAsString(list.duties()))
                .param("reason", list.reason())
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(list.at()))
                .query(Long.class)
                .single();
    }

    /** Every version, the newest first. */
    List<FiscalDutyList> versions(AgencyId agency) {
        return database.sql(
                        "SELECT * FROM fiscal_duty_list WHERE agency_id = ? ORDER BY number DESC")
                .param(agency.value())
                .query(this::read)
                .list();
    }

    Optional<FiscalDutyList> open(AgencyId agency) {
        return database.sql("SELECT * FROM fiscal_duty_list WHERE agency_id = ? AND is_public")
                .param(agency.value())
                .query(this::read)
                .optional();
    }

    void drafted(long id, DocumentId document) {
        database.sql("UPDATE fiscal_duty_list SET document_id = ? WHERE id = ?")
                .params(document.value(), id)
                .update();
    }

    /** The newest version that this document was drafted from is public, and none other. */
    boolean published(DocumentId document, AgencyId agency, LocalDate day) {
        var newest =
                database.sql(
                                "SELECT max(id) FROM fiscal_duty_list WHERE document_id = ? HAVING"
                                        + " max(id) IS NOT NULL")
                        .param(document.value())
                        .query(Long.class)
                        .optional();
        if (newest.isEmpty()) {
            return false;
        }
        database.sql("UPDATE fiscal_duty_list SET is_public = false WHERE agency_id = ?")
                .param(agency.value())
                .update();
        database.sql(
                        """
                        UPDATE fiscal_duty_list SET is_public = true, published_on = coalesce(published_on, ?)
                        WHERE id = ?
                        """)
                .params(day, newest.get())
                .update();
        return true;
    }

    boolean withdrawn(DocumentId document) {
        return database.sql("UPDATE fiscal_duty_list SET is_public = false WHERE document_id = ?")
                        .param(document.value())
                        .update()
                > 0;
    }

    private FiscalDutyList read(ResultSet row, int at) throws SQLException {
        var by = row.getObject("person_id", Long.class);
        var document = row.getObject("document_id", UUID.class);
        return new FiscalDutyList(
                row.getLong("id"),
                row.getInt("number"),
                json.readValue(row.getString("duties"), new TypeReference<>() {}),
                row.getString("reason"),
                by == null ? null : new PersonId(by),
                row.getTimestamp("at").toInstant(),
                document == null ? null : new DocumentId(document),
                row.getObject("published_on", LocalDate.class),
                row.getBoolean("is_public"));
    }
}
