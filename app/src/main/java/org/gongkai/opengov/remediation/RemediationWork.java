package org.gongkai.opengov.remediation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What projects want (环境整治待办): for writers each stage that owes a document, by its last day, and
 * what was given back; for the head what is late; for those who release what waits for them.
 */
@Component
@Order(45)
class RemediationWork implements WorklistSource {
    private static final String DESK = "/desk/remediation/";

    private final RemediationDesk desk;
    private final ReleaseDesk releases;
    private final RemediationRights rights;

    RemediationWork(RemediationDesk desk, ReleaseDesk releases, RemediationRights rights) {
        this.desk = desk;
        this.releases = releases;
        this.rights = rights;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        if (Arrays.stream(Medium.values())
                .noneMatch(it -> rights.writes(actor, it) || rights.releases(actor, it))) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        for (var view : desk.list(actor, RemediationDesk.Filter.ALL)) {
            var medium = view.project().content().medium();
            if (releases.mayRelease(actor, view.project())) {
                items.add(item("release", view, List.of(), null));
            }
            if (rights.writes(actor, medium)) {
                if (view.project().returned()) {
                    items.add(item("returned", view, List.of(), null));
                }
                var late = rights.heads(actor, medium);
                view.stages().stream()
                        .filter(StageStanding::gap)
                        .filter(it -> !late || it.late())
                        .forEach(it -> items.add(gap(view, it)));
            }
        }
        return items;
    }

    private static WorkItem gap(RemediationDesk.View view, StageStanding stage) {
        var name =
                view.kinds()
                        .kind(stage.stage().kind())
                        .map(StageKind::name)
                        .orElse(stage.stage().kind());
        return item("gap", view, List.of(name), stage.lastDay());
    }

    private static WorkItem item(
            String what,
            RemediationDesk.View view,
            List<Object> more,
            @org.jspecify.annotations.Nullable LocalDate due) {
        var named = new ArrayList<Object>();
        named.add(view.project().content().facts().name());
        named.addAll(more);
        return new WorkItem(
                "remediation.work." + what,
                named,
                DESK + view.project().id() + (what.equals("gap") ? "#stages" : ""),
                due,
                view.section().map(Section::id).orElse(null),
                false);
    }
}
