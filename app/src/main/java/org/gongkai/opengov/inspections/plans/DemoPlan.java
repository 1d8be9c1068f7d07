package org.gongkai.opengov.inspections.plans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.plans.PlanDesk.At;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.settings.DemoData;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo agency's plan of this year (演示计划): drafted and computed by the keeper, approved by the
 * leader, through the same desk as any other. Putting it before the public is left to the newcomer.
 */
@Component
class DemoPlan implements DemoData {
    private static final String KEEPER = "keeper";
    private static final String LEADER = "leader";

    private final PlanDesk desk;
    private final Organization organization;
    private final JsonMapper json;
    private final Wording wording;
    private final Clock clock;

    DemoPlan(
            PlanDesk desk,
            Organization organization,
            JsonMapper json,
            Wording wording,
            Clock clock) {
        this.desk = desk;
        this.organization = organization;
        this.json = json;
        this.wording = wording;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public void load() {
        var keeper = actor(KEEPER);
        var plan = desk.begin(keeper, LocalDate.now(clock).getYear());
        for (var line : lines()) {
            desk.addLine(keeper, first(plan), line);
        }
        desk.compute(keeper, first(plan));
        desk.approve(actor(LEADER), first(plan), wording.say("inspections.plans.demo.opinion"));
    }

    private static At first(long plan) {
        @Nullable Long any = null;
        return new At(plan, 1, any);
    }

    private List<PlanLineEntry> lines() {
        try (var in = DemoPlan.class.getResourceAsStream("/demo/inspections/plan.json")) {
            return List.of(json.readValue(in, PlanLineEntry[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Actor actor(String person) {
        var id = organization.personByKey(person).orElseThrow().id();
        return organization.actorOn(id, LocalDate.now(clock));
    }
}
