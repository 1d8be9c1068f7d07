package org.gongkai.opengov.inspections.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.PublicationTerm;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What plans ask of people (抽查计划待办): of the keeper a plan before the year's first draw, its draws,
 * and its publication within 20 working days; of a leader its approval.
 */
@Component
@Order(30)
class PlanWork implements WorklistSource {
    private final Plans plans;
    private final PlannedDraws draws;
    private final PlanWords words;
    private final PlanTermsBook terms;
    private final PublicRegister register;
    private final Calendars calendars;
    private final Clock clock;

    PlanWork(
            Plans plans,
            PlannedDraws draws,
            PlanWords words,
            PlanTermsBook terms,
            PublicRegister register,
            Calendars calendars,
            Clock clock) {
        this.plans = plans;
        this.draws = draws;
        this.words = words;
        this.terms = terms;
        this.register = register;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        var items = new ArrayList<WorkItem>();
        if (InspectionRights.keeps(actor)) {
            keep(actor, today, items);
        }
        if (InspectionRights.approves(actor)) {
            plans.newest(actor.agency()).stream()
                    .filter(it -> it.state() == PlanState.COMPUTED)
                    .filter(it -> !it.draftedBy().equals(actor.person()))
                    .forEach(it -> items.add(item("approve", it, dueOf(actor, it, today))));
        }
        return items;
    }

    private void keep(Actor actor, LocalDate today, List<WorkItem> items) {
        var year = today.getYear();
        var inForce = plans.inForce(actor.agency(), year);
        if (inForce.isEmpty()) {
            var plan = plans.of(actor.agency(), year);
            items.add(
                    new WorkItem(
                            "inspections.plans.work.draft",
                            List.of(Integer.toString(year)),
                            plan.map(it -> "/desk/inspections/plans/" + it)
                                    .orElse("/desk/inspections/plans"),
                            terms.on(actor.agency(), today).planDue(year),
                            null,
                            false));
        }
        inForce.filter(it -> !isPublic(it)).ifPresent(it -> items.add(publish(it)));
        // What was announced asks for its next step by itself.
        draws.due(actor.agency(), today).stream()
                .filter(it -> it.seq() == null)
                .forEach(it -> items.add(draw(it)));
    }

    private boolean isPublic(PlanVersion it) {
        return !register.findAll(plans.papers(it.plan(), it.number())).isEmpty();
    }

    private WorkItem publish(PlanVersion it) {
        var approved =
                LocalDate.ofInstant(Objects.requireNonNull(it.approvedAt()), clock.getZone());
        var due = PublicationTerm.BEFOREHAND.lastDay(approved, calendars.current(CalendarCode.NX));
        return item("publish", it, due);
    }

    private LocalDate dueOf(Actor actor, PlanVersion it, LocalDate today) {
        return terms.on(actor.agency(), today).planDue(it.year());
    }

    private WorkItem draw(DueDraw it) {
        return new WorkItem(
                "inspections.plans.work.draw",
                List.of(
                        Integer.toString(it.year()),
                        words.quarter(it.quarter()),
                        it.line().title()),
                "/desk/inspections/draws/new?line=" + it.line().key() + "&quarter=" + it.quarter(),
                it.dueBy(),
                null,
                false);
    }

    private static WorkItem item(String key, PlanVersion it, LocalDate due) {
        return new WorkItem(
                "inspections.plans.work." + key,
                List.of(Integer.toString(it.year())),
                "/desk/inspections/plans/" + it.plan(),
                due,
                null,
                false);
    }
}
