package org.gongkai.opengov.inspections.draws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.inspections.draws.FrozenLists.Subject;
import org.gongkai.opengov.inspections.plans.PlannedDraw;
import org.gongkai.opengov.inspections.plans.PlannedDraws;
import org.gongkai.opengov.inspections.registers.InspectionItem;
import org.gongkai.opengov.inspections.registers.InspectionItems;
import org.gongkai.platform.draw.Visit;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A ceremony and the plan that it carries out (抽取与计划衔接): what is owed comes from there, and what
 * became of it is told there, in the transaction of the step. A draw outside the plan has no ties.
 */
@Component
class PlanTies {
    private final PlannedDraws plans;
    private final InspectionItems items;
    private final FrozenLists lists;

    PlanTies(PlannedDraws plans, InspectionItems items, FrozenLists lists) {
        this.plans = plans;
        this.items = items;
        this.lists = lists;
    }

    /**
     * What a line owes in a quarter, and the items it is about.
     *
     * @param items their numbers in the list
     */
    record Owed(PlannedDraw draw, List<String> items) {
        Owed {
            items = List.copyOf(items);
        }

        /** What is announced: each stratum by its number of today, those drawn before with it. */
        List<PlannedStratum> strata() {
            return draw.strata().stream()
                    .filter(it -> !it.again())
                    .map(
                            it ->
                                    new PlannedStratum(
                                            it.id(),
                                            draw.line().classes(),
                                            it.quota().grade() == null
                                                    ? Set.of()
                                                    : Set.of(it.quota().grade()),
                                            it.quota().count(),
                                            it.quota().register(),
                                            false))
                    .toList();
        }
    }

    /** What the plan in force owes of this line in this quarter; empty if it has no such draw. */
    Optional<Owed> owed(AgencyId agency, @Nullable Long line, @Nullable Integer quarter) {
        return line == null || quarter == null
                ? Optional.empty()
                : plans.look(agency, line, quarter).map(it -> new Owed(it, items(agency, it)));
    }

    private List<String> items(AgencyId agency, PlannedDraw draw) {
        return draw.line().items().stream()
                .flatMap(it -> items.find(agency, it).stream())
                .map(InspectionItem::number)
                .toList();
    }

    /** Whether somebody froze a draw of this line and quarter already. */
    boolean isFrozen(PlanPart part) {
        return plans.isFrozen(part.line(), part.quarter());
    }

    /** What is owed now, frozen for this draw; null for a draw outside the plan. */
    @Nullable PlannedDraw freeze(Actor by, InspectionDraw draw) {
        var part = draw.announcement().plan();
        return part == null
                ? null
                : plans.freeze(by, part.year(), part.line(), part.quarter(), draw.seq());
    }

    /** The draw was called off; another may be announced for what is owed. */
    void voided(InspectionDraw draw, String reason) {
        if (draw.announcement().plan() != null && draw.state() != DrawState.ANNOUNCED) {
            plans.voided(draw.agency(), draw.seq(), reason);
        }
    }

    /** These came out. */
    void drawn(InspectionDraw draw, List<Visit> visits) {
        if (draw.announcement().plan() != null) {
            var units = subjects(draw, visits);
            plans.drawn(
                    draw.agency(), draw.seq(), visits.stream().map(it -> unit(units, it)).toList());
        }
    }

    /** An amendment sent these visits to other units than before. */
    void amended(InspectionDraw draw, Map<Integer, Visit> before, List<Visit> changed) {
        if (draw.announcement().plan() == null) {
            return;
        }
        var units = new HashMap<>(subjects(draw, List.copyOf(before.values())));
        units.putAll(subjects(draw, changed));
        for (var now : changed) {
            var was = unit(units, Objects.requireNonNull(before.get(now.t())));
            if (was != unit(units, now)) {
                plans.replaced(draw.agency(), draw.seq(), was, unit(units, now));
            }
        }
    }

    private Map<String, Subject> subjects(InspectionDraw draw, List<Visit> visits) {
        return lists.subjects(
                draw.id(), visits.stream().map(it -> it.entity().id()).distinct().toList());
    }

    private static long unit(Map<String, Subject> units, Visit visit) {
        return Objects.requireNonNull(units.get(visit.entity().id())).subjectId();
    }

    /** As a refusal says that there is a ceremony already. */
    static Refusal taken(long seq) {
        return Refusal.notPossibleNow(List.of(), "inspections.draw.refusal.carried", seq);
    }
}
