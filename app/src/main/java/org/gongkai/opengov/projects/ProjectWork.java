package org.gongkai.opengov.projects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.opengov.projects.EntryDesk.Line;
import org.gongkai.opengov.projects.EntryDesk.Standing;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What key projects wait for (重点项目待办): a second person's screening, a consent, a draft; what art.
 * 26 wants public is late after twenty working days.
 */
@Component
@Order(45)
class ProjectWork implements WorklistSource {
    private final Projects projects;
    private final ProjectEntries entries;
    private final Consents consents;
    private final EntryDesk desk;
    private final ProjectRights rights;

    ProjectWork(
            Projects projects,
            ProjectEntries entries,
            Consents consents,
            EntryDesk desk,
            ProjectRights rights) {
        this.projects = projects;
        this.entries = entries;
        this.consents = consents;
        this.desk = desk;
        this.rights = rights;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        if (!rights.keeps(actor)) {
            return List.of();
        }
        var of =
                entries.ofAgency(actor.agency()).stream()
                        .collect(Collectors.groupingBy(ProjectEntry::project));
        var items = new ArrayList<WorkItem>();
        for (var project : projects.newest(actor.agency())) {
            var lines = of.getOrDefault(project.id(), List.of());
            if (lines.isEmpty()) {
                continue;
            }
            var given = consents.of(project.id());
            lines.stream()
                    .map(it -> desk.line(it, project.landing() != null, given))
                    .filter(it -> concerns(actor, it))
                    .map(it -> item(actor, project, it))
                    .forEach(items::add);
        }
        return items;
    }

    private boolean concerns(Actor actor, Line line) {
        return switch (line.standing()) {
            case UNSCREENED ->
                    line.overdue() || !entries.writers(line.entry().id()).contains(actor.person());
            case NO_CONSENT -> rights.drafts(actor);
            case READY -> (rights.drafts(actor) || line.overdue()) && !isUnderWay(line);
            case WITHHELD, NOT_LANDED, PUBLIC -> false;
        };
    }

    /** A draft of this version is on its way; the desk of documents reminds of it. */
    private static boolean isUnderWay(Line line) {
        var publication = line.entry().publication();
        return publication != null && publication.ofThisVersion() && !line.overdue();
    }

    private WorkItem item(Actor actor, KeyProject project, Line line) {
        var key =
                line.standing() == Standing.UNSCREENED
                        ? "projects.work.screen"
                        : line.standing() == Standing.NO_CONSENT
                                ? "projects.work.consent"
                                : "projects.work.draft";
        return new WorkItem(
                key,
                List.of(project.facts().name(), line.entry().facts().title()),
                "/desk/projects/" + project.id() + "/entries/" + line.entry().id(),
                line.due(),
                rights.section(actor).map(Section::id).orElse(null),
                false);
    }
}
