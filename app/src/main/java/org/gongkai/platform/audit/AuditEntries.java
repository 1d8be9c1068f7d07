package org.gongkai.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of the trail, newest first (审计记录登记). */
@Repository
class AuditEntries {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditEntries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Lines of this agency and of none, with numbers below {@code before}. */
    List<AuditEntry> find(
            AgencyId agency, AuditFilter filter, List<PersonId> people, long before, int limit) {
        var conditions = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        conditions.add("(agency = :agency OR agency IS NULL) AND id < :before");
        values.put("agency", agency.value());
        values.put("before", before);
        if (filter.who() != null) {
            conditions.add("person = ANY (:people)");
            values.put("people", people.stream().map(PersonId::value).toArray(Long[]::new));
        }
        if (filter.action() != null) {
            conditions.add("starts_with(action, :action)");
            values.put("action", filter.action());
        }
        if (filter.subject() != null) {
            conditions.add("starts_with(subject, :subject)");
            values.put("subject", filter.subject());
        }
        if (filter.from() != null) {
            conditions.add("at >= :from");
            values.put("from", startOf(filter.from()));
        }
        if (filter.to() != null) {
            conditions.add("at < :to");
            values.put("to", startOf(filter.to().plusDays(1)));
        }
        return jdbc.sql(
                        "SELECT id, at, origin, person, agency, on_behalf_of, action, subject,"
                                + " before, after FROM audit_entry WHERE "
                                + String.join(" AND ", conditions)
                                + " ORDER BY id DESC LIMIT "
                                + limit)
                .params(values)
                .query((row, at) -> entry(row))
                .list();
    }

    private AuditEntry entry(ResultSet row) throws SQLException {
        var person = row.getObject("person", Long.class);
        var agency = row.getObject("agency", Long.class);
        var onBehalfOf = row.getObject("on_behalf_of", Long.class);
        return new AuditEntry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                AuditEntry.Origin.valueOf(row.getString("origin")),
                person == null ? null : new PersonId(person),
                agency == null ? null : new AgencyId(agency),
                onBehalfOf == null ? null : new PersonId(onBehalfOf),
                row.getString("action"),
                row.getString("subject"),
                json.readValue(row.getString("before"), FIELDS),
                json.readValue(row.getString("after"), FIELDS));
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZONE).toInstant());
    }
}
