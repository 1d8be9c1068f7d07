package org.gongkai.opengov.sitechecks;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the newest self-check found for a section to mend (自查待办), one line for each section. */
@Component
@Order(85)
class CheckWork implements WorklistSource {
    private final SiteChecks checks;
    private final Organization organization;

    CheckWork(SiteChecks checks, Organization organization) {
        this.checks = checks;
        this.organization = organization;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        var newest = checks.newestDone(actor.agency());
        if (newest.isEmpty()) {
            return List.of();
        }
        long id = newest.get().id();
        return checks.bySection(id).entrySet().stream()
                .filter(it -> answersFor(actor, it.getKey()))
                .map(it -> item(id, it.getKey(), it.getValue()))
                .toList();
    }

    private static boolean answersFor(Actor actor, SectionId section) {
        return actor.has(Role.CLERK, section) || actor.has(Role.SECTION_HEAD, section);
    }

    private WorkItem item(long check, SectionId section, long faults) {
        var found = organization.section(section);
        return new WorkItem(
                "sitechecks.work.faults",
                List.of(found.name(), faults),
                "/desk/site-checks/" + check + "/faults?section=" + found.key(),
                null,
                section,
                false);
    }
}
