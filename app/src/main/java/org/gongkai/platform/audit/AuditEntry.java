package org.gongkai.platform.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail (一条审计记录).
 *
 * @param person who did it; null for the program itself and for nobody signed in
 * @param onBehalfOf for whom, where a deputy acted
 */
public record AuditEntry(
        long id,
        Instant at,
        Origin origin,
        @Nullable PersonId person,
        @Nullable AgencyId agency,
        @Nullable PersonId onBehalfOf,
        String action,
        String subject,
        Map<String, Object> before,
        Map<String, Object> after) {

    /** Where an act came from. */
    public enum Origin {
        /** 人员. */
        PERSON,
        /** 系统. */
        SYSTEM,
        /** 未登录者. */
        ANONYMOUS
    }

    /** What one field was and became; null where it was not named. */
    public record Change(String field, @Nullable String before, @Nullable String after) {}

    /** What changed, field by field. */
    public List<Change> changes() {
        var fields = new LinkedHashMap<String, Change>();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            fields.put(name, new Change(name, shown(before.get(name)), shown(after.get(name))));
        }
        return List.copyOf(fields.values());
    }

    private static @Nullable String shown(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }
}
