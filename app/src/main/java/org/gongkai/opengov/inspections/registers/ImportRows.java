package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.opengov.inspections.RecusalReason;
import org.gongkai.opengov.inspections.registers.ImportFile.Row;
import org.gongkai.opengov.inspections.registers.RegisterImport.Problem;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;

/** Reads rows of a file into the form that is kept (导入行读取), with what is wrong with each. */
final class ImportRows {
    private final Register register;
    private final List<RegisterField> fields;
    private final int[] columns;
    private final List<String> labels;
    private final FieldReading reading;
    private final Wording wording;
    private final LocalDate today;
    private final Set<RecusalReason> reasons;

    /**
     * For a file with this head.
     *
     * @param reasons what an officer can be recused for today
     */
    ImportRows(
            Register register,
            Row head,
            RegisterWords words,
            FieldReading reading,
            Wording wording,
            LocalDate today,
            Set<RecusalReason> reasons) {
        this.register = register;
        this.labels = register.fields().stream().map(it -> words.label(register, it)).toList();
        this.fields =
                register.fields().stream()
                        .map(it -> register.naming().contains(it) ? it : blankIsNothing(it))
                        .toList();
        this.columns = new int[fields.size()];
        this.reading = reading;
        this.wording = wording;
        this.today = today;
        this.reasons = reasons;
        for (var at = 0; at < fields.size(); at++) {
            columns[at] = columnOf(head, at);
            var field = fields.get(at);
            if (columns[at] < 0 && field.required()) {
                throw Refusal.invalid("file", "inspections.import.no-column", labels.get(at));
            }
        }
    }

    private static RegisterField blankIsNothing(RegisterField field) {
        return new RegisterField(
                field.key(),
                field.column(),
                field.kind(),
                false,
                field.longest(),
                "",
                field.choices());
    }

    private int columnOf(Row head, int at) {
        for (var column = 0; column < head.cells().size(); column++) {
            var written = head.cell(column).strip();
            if (written.equals(labels.get(at)) || written.equals(fields.get(at).key())) {
                return column;
            }
        }
        return -1;
    }

    /** Writes the row as a line of COPY, unless something is wrong with it. */
    boolean write(long run, Row row, StringBuilder lines, List<Problem> problems) {
        var wrong = new ArrayList<FieldProblem>();
        Map<String, String> values = new HashMap<>();
        for (var at = 0; at < columns.length; at++) {
            var field = fields.get(at);
            var typed = columns[at] < 0 ? "" : row.cell(columns[at]);
            values.put(field.key(), reading.read(field, typed, wrong::add));
        }
        if (wrong.isEmpty()) {
            RegisterCheck.together(register, values, today).ifPresent(wrong::add);
        }
        if (wrong.isEmpty() && register == Register.RECUSAL && !isRuled(values)) {
            wrong.add(FieldProblem.of("reason", "inspections.problem.reason-not-ruled"));
        }
        for (var each : wrong) {
            problems.add(new Problem(row.number(), label(each.field()), wording.sentence(each)));
        }
        if (!wrong.isEmpty()) {
            return false;
        }
        lines.append(run).append('\t').append(row.number());
        for (var at = 0; at < ImportSql.ROOM; at++) {
            lines.append('\t');
            if (at < columns.length) {
                append(lines, values.getOrDefault(fields.get(at).key(), ""));
            }
        }
        lines.append('\n');
        return true;
    }

    private boolean isRuled(Map<String, String> values) {
        return reasons.contains(RecusalReason.valueOf(values.getOrDefault("reason", "")));
    }

    String label(String key) {
        for (var at = 0; at < fields.size(); at++) {
            if (fields.get(at).key().equals(key)) {
                return labels.get(at);
            }
        }
        return key;
    }

    private static boolean isPlain(String value) {
        for (var at = 0; at < value.length(); at++) {
            var sign = value.charAt(at);
            if (sign == '\\' || sign < ' ') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder lines, String value) {
        if (isPlain(value)) {
            lines.append(value);
            return;
        }
        for (var at = 0; at < value.length(); at++) {
            var sign = value.charAt(at);
            switch (sign) {
                case '\\' -> lines.append("\\\\");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                case '\t' -> lines.append("\\t");
                default -> lines.append(sign);
            }
        }
    }
}
