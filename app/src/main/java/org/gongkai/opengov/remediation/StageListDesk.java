package org.gongkai.opengov.remediation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.remediation.Typed.Check;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the list of stages and which of them owe a published document (环节清单维护). A stage is never
 * taken away, because old projects have it.
 */
@Service
@Transactional
public class StageListDesk {
    /** The most stages of a list. */
    public static final int MOST = 15;

    private final StageLists lists;
    private final RemediationRights rights;
    private final PageChanges pages;
    private final AuditTrail audit;
    private final Clock clock;

    StageListDesk(
            StageLists lists,
            RemediationRights rights,
            PageChanges pages,
            AuditTrail audit,
            Clock clock) {
        this.lists = lists;
        this.rights = rights;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    /** The list in force. */
    @Transactional(readOnly = true)
    public StageList read(Actor by) {
        rights.mustRead(by);
        return lists.current(by.agency());
    }

    /**
     * Changes the list: known stages keep their keys, a further one gets the next.
     *
     * @param typed {@code 1.name}, {@code 1.owes} ({@code yes}) and so on, and {@code reason}
     */
    public StageList change(Actor by, Typed typed, @Nullable Long expected) {
        var grant = rights.mustKeepStages(by);
        var before = lists.current(by.agency());
        if (expected != null && expected != before.number()) {
            throw Refusal.stale(before.number(), "remediation.refusal.stale");
        }
        var check = new Check(typed);
        var kinds = kinds(check, typed, before.kinds());
        var reason = check.text("reason", Check.LONG, true);
        check.end();
        if (kinds.equals(before.kinds())) {
            throw Refusal.invalid("reason", "remediation.problem.unchanged");
        }
        var after = new StageList(before.number() + 1, kinds);
        try {
            lists.add(by.agency(), after, reason, by.person(), clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(after.number(), "remediation.refusal.stale");
        }
        audit.record(
                by,
                grant,
                "remediation.stages-changed",
                "remediation-stages:" + by.agency().value(),
                Map.of("stages", before.kinds()),
                Map.of("stages", kinds, "reason", reason));
        pages.tell(PublicRemediation.SOURCE);
        return after;
    }

    private static List<StageKind> kinds(Check check, Typed typed, List<StageKind> before) {
        var kinds = new ArrayList<StageKind>();
        var names = new HashSet<String>();
        for (var at = 1; at <= MOST; at++) {
            var known = at <= before.size();
            var name = check.text(at + ".name", 20, known);
            if (name.isEmpty()) {
                continue;
            }
            if (!names.add(name)) {
                check.add(at + ".name", "remediation.problem.stage-twice");
            }
            var key = known ? before.get(at - 1).key() : "own-" + at;
            kinds.add(new StageKind(key, name, typed.of(at + ".owes").equals("yes")));
        }
        return kinds;
    }
}
