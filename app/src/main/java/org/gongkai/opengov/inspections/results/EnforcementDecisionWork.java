package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Decisions to be published and results to be taken down (决定公开与撤下待办), for the keeper. */
@Component
@Order(42)
class EnforcementDecisionWork implements WorklistSource {
    private static final String PLACE = "/desk/inspections/decisions";

    private final EnforcementDecisionDesk desk;

    EnforcementDecisionWork(EnforcementDecisionDesk desk) {
        this.desk = desk;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        if (!InspectionRights.keeps(actor)) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        desk.rulings(actor, DecisionFilter.all()).stream()
                .filter(it -> it.ruling().downOn() == null)
                .map(
                        it ->
                                new WorkItem(
                                        "inspections.work.take-down",
                                        List.of(it.ruling().number()),
                                        "/desk/documents/" + it.ruling().document(),
                                        it.due().warnBy(),
                                        null,
                                        false))
                .forEach(items::add);
        desk.decisions(actor, DecisionFilter.all()).stream()
                .filter(it -> it.decision().publishedOn() == null)
                .map(
                        it ->
                                new WorkItem(
                                        "inspections.work.decision",
                                        List.of(it.decision().number()),
                                        PLACE,
                                        it.due().warnBy(),
                                        null,
                                        false))
                .forEach(items::add);
        return items;
    }
}
