package org.gongkai.opengov.inspections.registers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries of the registers as text (登记读写), every register by its table of fields. */
@Repository
class RegisterRows {
    private final JdbcClient database;

    RegisterRows(JdbcClient database) {
        this.database = database;
    }

    /** Who did it, when, and by which import. */
    record Author(@Nullable PersonId person, Instant at, @Nullable Long run) {}

    long add(Register register, AgencyId agency, Map<String, String> values, Author by) {
        var columns =
                register.fields().stream()
                        .map(RegisterField::column)
                        .collect(Collectors.joining(", "));
        var written =
                register.fields().stream()
                        .map(it -> it.kind().written(":" + it.key()))
                        .collect(Collectors.joining(", "));
        return database.sql(
                        "INSERT INTO "
                                + register.table()
                                + " (agency_id, "
                                + columns
                                + ", created_at, created_by, import_id) VALUES (:agencyId, "
                                + written
                                + ", :createdAt, :createdBy, :run) RETURNING id")
                .params(parameters(register, values))
                .param("agencyId", agency.value())
                .param("createdAt", Timestamp.from(by.at()))
                .param("createdBy", number(by.person()))
                .param("run", by.run())
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> parameters(Register register, Map<String, String> values) {
        var parameters = new HashMap<String, Object>();
        register.fields()
                .forEach(it -> parameters.put(it.key(), values.getOrDefault(it.key(), "")));
        return parameters;
    }

    private static @Nullable Long number(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
