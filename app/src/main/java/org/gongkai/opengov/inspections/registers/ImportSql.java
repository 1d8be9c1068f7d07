package org.gongkai.opengov.inspections.registers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.opengov.inspections.registers.RegisterField.Kind;

/**
 * The statements of an import (导入语句): sets of rows {@code s} compared with entries {@code t}. A
 * blank cell leaves what an entry says, and in a new entry stands for what holds otherwise.
 */
record ImportSql(Register register) {

    /** How many fields a row has room for. */
    static final int ROOM = 16;

    String copy() {
        return "COPY inspection_import_row (import_id, row_number, "
                + IntStream.rangeClosed(1, ROOM)
                        .mapToObj(it -> "c" + it)
                        .collect(Collectors.joining(", "))
                + ") FROM STDIN";
    }

    /** The row before of the same entry, for rows that name one twice. */
    String twice() {
        return """
                SELECT row_number, first FROM (SELECT row_number,
                    first_value(row_number) OVER (PARTITION BY %s ORDER BY row_number) AS first
                    FROM inspection_import_row WHERE import_id = ?) o
                WHERE first <> row_number ORDER BY row_number
                """
                .formatted(each(register.naming(), this::cell));
    }

    String changed() {
        return "INSERT INTO inspection_import_difference (import_id, kind, place, entry_id, version)"
                + " SELECT s.import_id, 'CHANGED', s.row_number, t.id, t.version FROM "
                + joined()
                + " WHERE s.import_id = :run AND ("
                + register.fields().stream()
                        .filter(it -> !register.naming().contains(it))
                        .map(
                                it ->
                                        "(s."
                                                + cell(it)
                                                + " <> '' AND "
                                                + it.kind().read("t." + it.column())
                                                + " <> s."
                                                + cell(it)
                                                + ")")
                        .collect(Collectors.joining(" OR "))
                + ")";
    }

    String added() {
        return "INSERT INTO inspection_import_difference (import_id, kind, place)"
                + " SELECT s.import_id, 'NEW', s.row_number FROM inspection_import_row s LEFT JOIN "
                + register.table()
                + " t ON "
                + same()
                + " WHERE s.import_id = :run AND :agency > 0 AND t.id IS NULL";
    }

    /** Entries that stand and that the file does not name. */
    String missing() {
        return "INSERT INTO inspection_import_difference (import_id, kind, place, entry_id, version)"
                + " SELECT :run, 'MISSING', t.id, t.id, t.version FROM "
                + register.table()
                + " t LEFT JOIN inspection_import_row s ON s.import_id = :run AND "
                + same()
                + " WHERE t.agency_id = :agency AND (t."
                + register.ending()
                + " IS NULL OR t."
                + register.ending()
                + (register.leavesAtDawn() ? " > :day)" : " >= :day)")
                + " AND s.row_number IS NULL";
    }

    /** What a new entry must have besides what names it. */
    List<RegisterField> must() {
        return register.fields().stream()
                .filter(it -> it.required() && !register.naming().contains(it))
                .toList();
    }

    /** Rows of new entries that lack what a new entry must have, with the place of the field. */
    String lacking() {
        var must = must();
        return "SELECT d.place, m.field FROM inspection_import_row s"
                + " JOIN inspection_import_difference d ON d.import_id = s.import_id"
                + " AND d.kind = 'NEW' AND d.place = s.row_number CROSS JOIN LATERAL (VALUES "
                + each(must, it -> "(" + register.fields().indexOf(it) + ", s." + cell(it) + ")")
                + ") m (field, cell) WHERE s.import_id = ? AND "
                + must.stream()
                        .map(it -> "s." + cell(it) + " = ''")
                        .collect(Collectors.joining(" OR ", "(", ")"))
                + " AND m.cell = '' ORDER BY m.field, d.place";
    }

    /** Enters new ones of some places; one entered meanwhile is left as it is. */
    String enter() {
        return "INSERT INTO "
                + register.table()
                + " (agency_id, "
                + each(register.fields(), RegisterField::column)
                + ", created_at, created_by, import_id) SELECT :agency, "
                + each(register.fields(), it -> it.kind().written(orElse(it)))
                + ", :at, :person, :run FROM inspection_import_difference d JOIN inspection_import_row s"
                + " ON s.import_id = d.import_id AND s.row_number = d.place"
                + " WHERE d.import_id = :run AND d.kind = 'NEW' AND d.place > :from AND d.place <= :to"
                + " ORDER BY d.place ON CONFLICT DO NOTHING";
    }

    /** Writes down what changes of some places, before it does. */
    String record() {
        return "INSERT INTO inspection_change (agency_id, register, subject_id, fields, reason, at,"
                + " person_id, import_id) SELECT t.agency_id, '"
                + register.name()
                + "', t.id, (SELECT jsonb_object_agg(v.k, jsonb_build_object('before', v.b, 'after',"
                + " v.a)) FROM (VALUES "
                + each(
                        changing(),
                        it ->
                                "('"
                                        + it.key()
                                        + "', "
                                        + it.kind().read("t." + it.column())
                                        + ", s."
                                        + cell(it)
                                        + ")")
                + ") v (k, b, a) WHERE v.a <> '' AND v.a <> v.b), :reason, :at, :person, :run FROM "
                + chosen();
    }

    String change() {
        return "UPDATE "
                + register.table()
                + " u SET "
                + each(
                        changing(),
                        it ->
                                it.column()
                                        + " = CASE WHEN s."
                                        + cell(it)
                                        + " = '' THEN u."
                                        + it.column()
                                        + " ELSE "
                                        + it.kind().written("s." + cell(it))
                                        + " END")
                + ", version = u.version + 1 FROM "
                + chosen()
                + " AND u.id = t.id";
    }

    /** Changes of some places whose entry is still as it was compared. */
    private String chosen() {
        return "inspection_import_difference d JOIN inspection_import_row s ON s.import_id = d.import_id"
                + " AND s.row_number = d.place JOIN "
                + register.table()
                + " t ON t.id = d.entry_id AND t.version = d.version"
                + " WHERE d.import_id = :run AND d.kind = 'CHANGED' AND d.place > :from AND d.place <="
                + " :to";
    }

    /** A page of differences: place, entry, and for each field before and after. */
    String differences() {
        var columns = new ArrayList<String>();
        for (var field : register.fields()) {
            columns.add("coalesce(" + field.kind().read("t." + field.column()) + ", '')");
            columns.add("coalesce(s." + cell(field) + ", '')");
        }
        return "SELECT d.kind, d.place, d.entry_id, "
                + String.join(", ", columns)
                + " FROM inspection_import_difference d LEFT JOIN inspection_import_row s"
                + " ON d.kind <> 'MISSING' AND s.import_id = d.import_id AND s.row_number = d.place"
                + " LEFT JOIN "
                + register.table()
                + " t ON t.id = d.entry_id WHERE d.import_id = ? AND d.kind = ? ORDER BY d.place"
                + " OFFSET ? LIMIT ?";
    }

    private String joined() {
        return "inspection_import_row s JOIN " + register.table() + " t ON " + same();
    }

    private String same() {
        return "t.agency_id = :agency AND "
                + register.naming().stream()
                        .map(it -> "t." + it.column() + " = " + it.kind().written("s." + cell(it)))
                        .collect(Collectors.joining(" AND "))
                + (register.leavesAtDawn() ? " AND t.left_on IS NULL" : "");
    }

    private List<RegisterField> changing() {
        return register.fields().stream().filter(it -> !register.naming().contains(it)).toList();
    }

    private String orElse(RegisterField field) {
        var cell = "s." + cell(field);
        return field.otherwise().isEmpty() || field.kind() == Kind.NUMBER
                ? cell
                : "coalesce(nullif(" + cell + ", ''), '" + field.otherwise() + "')";
    }

    private String cell(RegisterField field) {
        return "c" + (register.fields().indexOf(field) + 1);
    }

    private static String each(List<RegisterField> fields, Function<RegisterField, String> form) {
        return fields.stream().map(form).collect(Collectors.joining(", "));
    }
}
