package org.gongkai.platform.audit.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** One line of the trail as page, API and export show it (审计记录行). */
record AuditLine(
        long id,
        Instant at,
        AuditEntry.Origin origin,
        @Nullable Long person,
        String who,
        @Nullable String onBehalfOf,
        String action,
        String what,
        String subject,
        Map<String, Object> before,
        Map<String, Object> after,
        @JsonIgnore List<AuditEntry.Change> changes) {}
