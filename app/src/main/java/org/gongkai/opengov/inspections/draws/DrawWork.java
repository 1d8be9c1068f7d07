package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Draws that wait for a step (随机抽取待办): of the keeper, of a second person to type, of a leader to
 * decide an amendment.
 */
@Component
@Order(43)
class DrawWork implements WorklistSource {
    private static final String DESK = "/desk/inspections/draws/";

    private final Draws draws;
    private final Amendments amendments;
    private final Clock clock;

    DrawWork(Draws draws, Amendments amendments, Clock clock) {
        this.draws = draws;
        this.amendments = amendments;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        var items = new ArrayList<WorkItem>();
        if (InspectionRights.keeps(actor)) {
            draws.open(actor.agency(), today).forEach(it -> next(it).ifPresent(items::add));
        }
        if (InspectionRights.approves(actor)) {
            amendments
                    .waiting(actor.agency().value())
                    .forEach(
                            it ->
                                    items.add(
                                            item(
                                                    "inspections.draw.work.decide",
                                                    it,
                                                    "",
                                                    DESK + it + "/visits",
                                                    null)));
        }
        return items;
    }

    private Optional<WorkItem> next(InspectionDraw draw) {
        var announced = draw.announcement();
        var now = clock.instant();
        return switch (draw.state()) {
            case ANNOUNCED -> Optional.of(keeper("freeze", draw, day(announced.freezeUntil())));
            case FROZEN, NONCES_IN ->
                    now.isBefore(announced.firstSource())
                            ? Optional.empty()
                            : Optional.of(keeper("source", draw, day(announced.lastSource())));
            case SOURCES_IN -> Optional.of(keeper("draw", draw, day(announced.lastSource())));
            case DRAWN -> Optional.of(keeper("reveal", draw, announced.revealBy()));
            case REVEALED, VOID -> Optional.empty();
        };
    }

    private static WorkItem keeper(String step, InspectionDraw draw, LocalDate due) {
        return item(
                "inspections.draw.work." + step, draw.seq(), draw.title(), DESK + draw.seq(), due);
    }

    private static WorkItem item(
            String key, long seq, String title, String link, @Nullable LocalDate due) {
        return new WorkItem(key, List.of(seq, title), link, due, null, false);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(Draws.ZONE).toLocalDate();
    }
}
