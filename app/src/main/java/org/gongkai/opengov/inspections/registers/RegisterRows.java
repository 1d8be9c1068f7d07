package org.gongkai.opengov.inspections.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.opengov.inspections.registers.RegisterChange.Values;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The entries of the registers as text (登记读写), every register by its table of fields. */
@Repository
class RegisterRows {
    private static final TypeReference<Map<String, Values>> CHANGES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    RegisterRows(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Who did it, when, and by which import. */
    record Author(@Nullable PersonId person, Instant at, @Nullable Long run) {}

    long add(Register register, AgencyId agency, Map<String, String> values, Author by) {
        return database.sql(
                        "INSERT INTO "
                                + register.table()
                                + " (agency_id, "
                                + each(register, RegisterField::column)
                                + ", created_at, created_by, import_id) VALUES (:agencyId, "
                                + each(register, it -> it.kind().written(":" + it.key()))
                                + ", :createdAt, :createdBy, :run) RETURNING id")
                .params(parameters(register, values))
                .param("agencyId", agency.value())
                .param("createdAt", Timestamp.from(by.at()))
                .param("createdBy", number(by.person()))
                .param("run", by.run())
                .query(Long.class)
                .single();
    }

    Optional<RegisterEntry> find(Register register, AgencyId agency, long id) {
        return database.sql(select(register) + " WHERE r.agency_id = ? AND r.id = ?")
                .params(agency.value(), id)
                .query((row, _) -> read(register, row))
                .optional();
    }

    Optional<RegisterEntry> locked(Register register, AgencyId agency, long id) {
        return database.sql(
                        select(register) + " WHERE r.agency_id = ? AND r.id = ? FOR UPDATE OF r")
                .params(agency.value(), id)
                .query((row, _) -> read(register, row))
                .optional();
    }

    long count(Register register, AgencyId agency, RegisterFilter filter, LocalDate day) {
        return database.sql(
                        "SELECT count(*) FROM " + register.table() + " r" + filter.where(register))
                .params(filter.parameters(agency, day))
                .query(Long.class)
                .single();
    }

    /** A numbered page, in the order of entry. */
    List<RegisterEntry> page(
            Register register,
            AgencyId agency,
            RegisterFilter filter,
            LocalDate day,
            int skip,
            int limit) {
        return database.sql(
                        select(register)
                                + filter.where(register)
                                + " ORDER BY r.id OFFSET :skip LIMIT :limit")
                .params(filter.parameters(agency, day))
                .param("skip", skip)
                .param("limit", limit)
                .query((row, _) -> read(register, row))
                .list();
    }

    /** A part after this one, in the order of entry. */
    List<RegisterEntry> after(
            Register register,
            AgencyId agency,
            RegisterFilter filter,
            LocalDate day,
            long after,
            int limit) {
        return database.sql(
                        select(register)
                                + filter.where(register)
                                + " AND r.id > :after ORDER BY r.id LIMIT :limit")
                .params(filter.parameters(agency, day))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> read(register, row))
                .list();
    }

    List<String> regions(Register register, AgencyId agency) {
        return database.sql(
                        "SELECT DISTINCT region FROM "
                                + register.table()
                                + " WHERE agency_id = ? ORDER BY 1")
                .param(agency.value())
                .query(String.class)
                .list();
    }

    void change(Register register, long id, Map<String, String> values) {
        database.sql(
                        "UPDATE "
                                + register.table()
                                + " SET "
                                + each(
                                        register,
                                        it ->
                                                it.column()
                                                        + " = "
                                                        + it.kind().written(":" + it.key()))
                                + ", version = version + 1 WHERE id = :entryId")
                .params(parameters(register, values))
                .param("entryId", id)
                .update();
    }

    void end(Register register, long id, LocalDate day, String reason) {
        database.sql(
                        "UPDATE "
                                + register.table()
                                + " SET "
                                + register.ending()
                                + " = :day, version = version + 1"
                                + (register.leavesAtDawn() ? ", left_reason = :reason" : "")
                                + " WHERE id = :id AND :reason IS NOT NULL")
                .param("day", day)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    /** A unit becomes part of another; who may not inspect the one may not inspect the other. */
    void merge(long unit, long into, LocalDate day, Author by) {
        database.sql("UPDATE inspection_unit SET merged_into = ? WHERE id = ?")
                .params(into, unit)
                .update();
        database.sql(
                        """
                        INSERT INTO inspection_recusal (agency_id, unit_id, officer_id, reason, since, until,
                            created_at, created_by)
                        SELECT agency_id, :into, officer_id, reason, since, until, :at, :person
                        FROM inspection_recusal WHERE unit_id = :unit AND (until IS NULL OR until >= :day)
                        ON CONFLICT DO NOTHING
                        """)
                .param("into", into)
                .param("unit", unit)
                .param("day", day)
                .param("at", Timestamp.from(by.at()))
                .param("person", number(by.person()))
                .update();
    }

    void record(RegisterEntry entry, Map<String, Values> fields, String reason, Author by) {
        database.sql(
                        """
                        INSERT INTO inspection_change (agency_id, register, subject_id, fields, reason, at,
                            person_id, import_id)
                        VALUES (:agency, :register, :id, CAST(:fields AS jsonb), :reason, :at, :person, :run)
                        """)
                .param("agency", entry.agency().value())
                .param("register", entry.register().name())
                .param("id", entry.id())
                .param("fields", json.writeValueAsString(fields))
                .param("reason", reason)
                .param("at", Timestamp.from(by.at()))
                .param("person", number(by.person()))
                .param("run", by.run())
                .update();
    }

    /** What changed, the newest first. */
    List<RegisterChange> changes(Register register, long id) {
        return database.sql(
                        "SELECT * FROM inspection_change WHERE register = ? AND subject_id = ?"
                                + " ORDER BY id DESC")
                .params(register.name(), id)
                .query(
                        (row, _) ->
                                new RegisterChange(
                                        json.readValue(row.getString("fields"), CHANGES),
                                        row.getString("reason"),
                                        row.getTimestamp("at").toInstant(),
                                        person(row, "person_id"),
                                        SqlRows.numberOrNull(row, "import_id")))
                .list();
    }

    private static String select(Register register) {
        var columns = new ArrayList<String>();
        for (var field : register.fields()) {
            columns.add(field.kind().read("r." + field.column()) + " AS \"" + field.key() + "\"");
            if (isReference(field)) {
                columns.add(
                        field.kind().typed(field.column()) + " AS \"typed_" + field.key() + "\"");
                columns.add(
                        field.kind().named(field.column()) + " AS \"named_" + field.key() + "\"");
            }
        }
        return "SELECT r.id, r.agency_id, r.version, r.created_at, r.created_by, r.import_id, r."
                + register.ending()
                + " AS ended_on, "
                + (register.leavesAtDawn() ? "r.left_reason" : "''")
                + " AS end_reason, "
                + (register == Register.UNIT ? "r.merged_into" : "CAST(NULL AS bigint)")
                + " AS merged_into, "
                + String.join(", ", columns)
                + " FROM "
                + register.table()
                + " r";
    }

    private static boolean isReference(RegisterField field) {
        return field.kind() == RegisterField.Kind.UNIT
                || field.kind() == RegisterField.Kind.OFFICER;
    }

    private static RegisterEntry read(Register register, ResultSet row) throws SQLException {
        var values = new HashMap<String, String>();
        var typed = new HashMap<String, String>();
        var named = new HashMap<String, String>();
        for (var field : register.fields()) {
            values.put(field.key(), row.getString(field.key()));
            if (isReference(field)) {
                typed.put(field.key(), row.getString("typed_" + field.key()));
                named.put(field.key(), row.getString("named_" + field.key()));
            }
        }
        return new RegisterEntry(
                register,
                row.getLong("id"),
                SqlRows.agency(row),
                values,
                typed,
                named,
                SqlRows.dayOrNull(row, "ended_on"),
                row.getString("end_reason"),
                SqlRows.numberOrNull(row, "merged_into"),
                row.getLong("version"),
                row.getTimestamp("created_at").toInstant(),
                person(row, "created_by"),
                SqlRows.numberOrNull(row, "import_id"));
    }

    private static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        var id = SqlRows.numberOrNull(row, column);
        return id == null ? null : new PersonId(id);
    }

    private static String each(Register register, Function<RegisterField, String> form) {
        return register.fields().stream().map(form).collect(Collectors.joining(", "));
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
