package org.gongkai.platform.audit.web;

import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.audit.AuditFilter;
import org.jspecify.annotations.Nullable;

/** The conditions as typed (查询条件). */
record AuditForm(
        @Nullable String who,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String to) {

    AuditFilter filter() {
        return AuditFilter.read(who, action, subject, from, to);
    }

    /** What was typed, by name, without what was left empty. */
    Map<String, String> typed() {
        var typed = new TreeMap<String, String>();
        put(typed, "who", who);
        put(typed, "action", action);
        put(typed, "subject", subject);
        put(typed, "from", from);
        put(typed, "to", to);
        return typed;
    }

    private static void put(Map<String, String> into, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            into.put(name, value);
        }
    }
}
