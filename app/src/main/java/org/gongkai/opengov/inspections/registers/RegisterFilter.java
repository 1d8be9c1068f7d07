package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are listed (名录查询条件).
 *
 * @param standing whether they stand
 * @param words parts of the name or code, each of which must occur
 * @param chosen by field, the value it must have
 * @param officer of recusals, the officer whose they are; null for all
 */
public record RegisterFilter(
        Standing standing, String words, Map<String, String> chosen, @Nullable Long officer) {
    private static final int PARTS = 5;

    public RegisterFilter {
        chosen = Map.copyOf(chosen);
    }

    /** Whether an entry stands in its register. */
    public enum Standing {
        /** 现行. */
        CURRENT,
        /** 已退出. */
        ENDED,
        /** 全部. */
        ALL;

        /** The name in addresses. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** By its name in addresses. */
        public static Optional<Standing> named(String slug) {
            return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
        }
    }

    /** All that stand. */
    public static RegisterFilter current() {
        return new RegisterFilter(Standing.CURRENT, "", Map.of(), null);
    }

    /** The same, of one officer. */
    RegisterFilter of(long officerId) {
        return new RegisterFilter(standing, words, chosen, officerId);
    }

    String where(Register register) {
        var sql = new StringBuilder(" WHERE r.agency_id = :agency");
        var ended =
                "(r."
                        + register.ending()
                        + " IS NOT NULL AND r."
                        + register.ending()
                        + (register.leavesAtDawn() ? " <= :day)" : " < :day)");
        switch (standing) {
            case CURRENT -> sql.append(" AND NOT ").append(ended);
            case ENDED -> sql.append(" AND ").append(ended);
            case ALL -> sql.append(" AND :day IS NOT NULL");
        }
        for (var at = 0; at < parts().length; at++) {
            sql.append(" AND strpos(lower(")
                    .append(register.searched())
                    .append("), :part")
                    .append(at)
                    .append(") > 0");
        }
        register.filters().stream()
                .filter(it -> chosen.containsKey(it.key()))
                .forEach(
                        it ->
                                sql.append(" AND r.")
                                        .append(it.column())
                                        .append(" = :chosen_")
                                        .append(it.key()));
        if (officer != null && register == Register.RECUSAL) {
            sql.append(" AND r.officer_id = :officer");
        }
        return sql.toString();
    }

    Map<String, Object> parameters(AgencyId agency, LocalDate day) {
        var parameters = new HashMap<String, Object>();
        parameters.put("agency", agency.value());
        parameters.put("day", day);
        var parts = parts();
        for (var at = 0; at < parts.length; at++) {
            parameters.put("part" + at, parts[at]);
        }
        chosen.forEach((key, value) -> parameters.put("chosen_" + key, value));
        if (officer != null) {
            parameters.put("officer", officer);
        }
        return parameters;
    }

    private String[] parts() {
        var text = words.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                ? new String[0]
                : Arrays.stream(text.split("\\s+")).limit(PARTS).toArray(String[]::new);
    }
}
