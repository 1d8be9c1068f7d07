package org.gongkai.opengov.inspections.registers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.registers.RegisterChange;
import org.gongkai.opengov.inspections.registers.RegisterChange.Values;
import org.gongkai.opengov.inspections.registers.RegisterDesk.Whole;
import org.gongkai.opengov.inspections.registers.RegisterEntry;
import org.gongkai.opengov.inspections.registers.RegisterStep;
import org.gongkai.opengov.inspections.registers.RegisterWords;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/** An entry of a register as the API tells it (登记条目). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RegisterAnswer(
        long id,
        String register,
        long version,
        Map<String, Object> fields,
        @Nullable LocalDate endedOn,
        @Nullable String endReason,
        @Nullable Long mergedInto,
        @Nullable String note,
        @Nullable List<String> allowedSteps,
        @Nullable List<Change> changes) {

    /** What changed; the fields as they are kept. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            Instant at,
            @Nullable Long person,
            @Nullable Long importRun,
            String reason,
            Map<String, Values> fields) {
        static Change of(RegisterChange it) {
            return new Change(it.at(), number(it.person()), it.run(), it.reason(), it.fields());
        }

        private static @Nullable Long number(@Nullable PersonId person) {
            return person == null ? null : person.value();
        }
    }

    static RegisterAnswer of(RegisterEntry entry, RegisterWords words) {
        return of(entry, words, null, null, null);
    }

    static RegisterAnswer of(Whole whole, RegisterWords words) {
        return of(
                whole.entry(),
                words,
                whole.note(),
                whole.allowed().stream().map(RegisterStep::slug).toList(),
                whole.changes().stream().map(Change::of).toList());
    }

    private static RegisterAnswer of(
            RegisterEntry entry,
            RegisterWords words,
            @Nullable String note,
            @Nullable List<String> allowed,
            @Nullable List<Change> changes) {
        var fields = new LinkedHashMap<String, Object>();
        for (var field : entry.register().fields()) {
            var values = words.slugs(entry, field);
            fields.put(
                    field.key(),
                    field.kind().isList() ? values : values.isEmpty() ? "" : values.getFirst());
        }
        return new RegisterAnswer(
                entry.id(),
                entry.register().slug(),
                entry.version(),
                fields,
                entry.endedOn(),
                entry.endReason().isEmpty() ? null : entry.endReason(),
                entry.mergedInto(),
                note,
                allowed,
                changes);
    }
}
