package org.gongkai.opengov.inspections.registers;

import java.time.Instant;
import java.util.Map;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What changed in an entry (变更记录).
 *
 * @param fields by the key of the field, before and after, as they are kept; {@code endedOn} and
 *     {@code mergedInto} as well
 * @param reason what was said about it; may be empty
 * @param person null for the program
 * @param run the import that did it
 */
public record RegisterChange(
        Map<String, Values> fields,
        String reason,
        Instant at,
        @Nullable PersonId person,
        @Nullable Long run) {
    /** The day of ending among the fields of a change. */
    public static final String ENDED = "endedOn";

    /** The unit merged into, among the fields of a change. */
    public static final String MERGED = "mergedInto";

    public RegisterChange {
        fields = Map.copyOf(fields);
    }

    /** A field before and after. */
    public record Values(String before, String after) {}
}
