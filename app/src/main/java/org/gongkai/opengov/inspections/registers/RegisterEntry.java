package org.gongkai.opengov.inspections.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a register as it stands (登记条目), field by field.
 *
 * @param values by the key of the field, as they are kept
 * @param typed of references, what names them: a code, a certificate
 * @param named of references, the name
 * @param endedOn from when it no longer stands, or its last day; null while it stands
 * @param endReason why it ended
 * @param mergedInto of a unit, which it has become part of
 * @param createdBy null for the program
 * @param run the import it came by
 */
public record RegisterEntry(
        Register register,
        long id,
        AgencyId agency,
        Map<String, String> values,
        Map<String, String> typed,
        Map<String, String> named,
        @Nullable LocalDate endedOn,
        String endReason,
        @Nullable Long mergedInto,
        long version,
        Instant createdAt,
        @Nullable PersonId createdBy,
        @Nullable Long run) {
    public RegisterEntry {
        values = Map.copyOf(values);
        typed = Map.copyOf(typed);
        named = Map.copyOf(named);
    }

    /** The value of a field as it is kept; empty where there is none. */
    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** What it is called. */
    public String title() {
        return switch (register) {
            case ITEM -> value("title");
            case UNIT, OFFICER -> value("name");
            case RECUSAL ->
                    named.getOrDefault("unitId", "") + " — " + named.getOrDefault("officerId", "");
        };
    }

    /** Whether it has ended by this day; a unit or officer leaves at the beginning of its day. */
    public boolean hasEndedBy(LocalDate day) {
        return endedOn != null
                && (register.leavesAtDawn() ? !endedOn.isAfter(day) : endedOn.isBefore(day));
    }
}
