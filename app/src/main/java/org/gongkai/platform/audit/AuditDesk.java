package org.gongkai.platform.audit;

import java.util.List;
import java.util.Map;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the auditor does (审计): reads the trail and takes it out. */
@Service
public class AuditDesk {
    private static final int PART = 1000;

    private final AuditEntries entries;
    private final AuditTrail trail;
    private final PersonNames names;

    AuditDesk(AuditEntries entries, AuditTrail trail, PersonNames names) {
        this.entries = entries;
        this.trail = trail;
        this.names = names;
    }

    /** A part of the trail, newest first. */
    @Transactional(readOnly = true)
    public Items<AuditEntry> read(Actor by, AuditFilter filter, Paging paging) {
        requireAuditor(by);
        long before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var found = entries.find(by.agency(), filter, people(by, filter), before, paging.fetch());
        return Items.of(found, paging, it -> Cursor.at(it.id()));
    }

    /** The whole trail that the filter leaves, newest first; taking it out is recorded. */
    @Transactional
    public AuditExport export(Actor by, AuditFilter filter) {
        requireAuditor(by);
        trail.record(by, "audit.exported", "audit", Map.of(), Map.of("filter", filter.written()));
        var people = people(by, filter);
        return line -> {
            long before = Long.MAX_VALUE;
            List<AuditEntry> part;
            do {
                part = entries.find(by.agency(), filter, people, before, PART);
                part.forEach(line);
                before = part.isEmpty() ? before : part.getLast().id();
            } while (part.size() == PART);
        };
    }

    /** The name behind a number of the trail. */
    public String name(PersonId person) {
        return names.name(person);
    }

    private List<PersonId> people(Actor by, AuditFilter filter) {
        return filter.who() == null ? List.of() : names.called(by.agency(), filter.who());
    }

    private static void requireAuditor(Actor by) {
        if (!by.has(Role.AUDITOR)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "audit.auditor-only");
        }
    }
}
