package org.gongkai.opengov.inspections.draws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import org.gongkai.opengov.inspections.draws.DrawStory.Counted;
import org.gongkai.opengov.inspections.draws.DrawStory.Spoken;
import org.gongkai.opengov.inspections.draws.FrozenLists.Frozen;
import org.gongkai.opengov.inspections.plans.FrozenQuota;
import org.gongkai.opengov.inspections.plans.PlannedDraws;
import org.gongkai.platform.draw.Quota;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What anybody may know of a draw at its stage (抽取经过查询): for its public page, for the room of the
 * ceremony and for the desk alike.
 */
@Service
public class DrawStories {
    private final Draws draws;
    private final FrozenLists lists;
    private final DrawWitnesses witnesses;
    private final Disclosures disclosures;
    private final DrawnVisits visits;
    private final Amendments amendments;
    private final Escrow escrow;
    private final DrawChoices choices;
    private final PlannedDraws plans;
    private final Organization organization;

    DrawStories(
            Draws draws,
            FrozenLists lists,
            DrawWitnesses witnesses,
            Disclosures disclosures,
            DrawnVisits visits,
            Amendments amendments,
            Escrow escrow,
            DrawChoices choices,
            PlannedDraws plans,
            Organization organization) {
        this.draws = draws;
        this.lists = lists;
        this.witnesses = witnesses;
        this.disclosures = disclosures;
        this.visits = visits;
        this.amendments = amendments;
        this.escrow = escrow;
        this.choices = choices;
        this.plans = plans;
        this.organization = organization;
    }

    /** The draw with this number of this agency's, for its desk. */
    @Transactional(readOnly = true)
    public DrawStory of(Actor by, long seq) {
        DrawRights.mustRead(by);
        return story(draws.find(by.agency(), seq).orElseThrow(Refusal::notFound));
    }

    /** The draw with this number, for everybody. */
    @Transactional(readOnly = true)
    public DrawStory of(String agencyKey, long seq) {
        return story(draws.find(agency(agencyKey).id(), seq).orElseThrow(Refusal::notFound));
    }

    /** The draws of an agency, newest first, for everybody. */
    @Transactional(readOnly = true)
    public List<InspectionDraw> list(AgencyId agency, long below, int limit) {
        PageSources.note(DrawRecorder.source(agency));
        return draws.list(agency, null, below, limit);
    }

    /** The agency with this key; the one whose site it is where none is named. */
    @Transactional(readOnly = true)
    public Agency agency(@Nullable String key) {
        return organization.agencies().stream()
                .filter(it -> key == null || key.isBlank() || it.key().equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The items that a draw is about, by number and title. */
    @Transactional(readOnly = true)
    public List<DrawChoices.Item> items(InspectionDraw draw) {
        return choices.items(draw.agency(), draw.announcement().items());
    }

    DrawStory story(InspectionDraw draw) {
        PageSources.note(DrawRecorder.source(draw.agency()));
        var agency = organization.agency(draw.agency());
        var result = visits.result(draw.id()).orElse(null);
        var frozen = lists.manifest(draw.id()).orElse(null);
        return new DrawStory(
                draw,
                agency.name(),
                agency.key(),
                frozen,
                strata(draw, frozen),
                sources(draw),
                lists.exclusions(draw.id()),
                escrow.deposits(draw.id()).stream().map(it -> it.holder().name()).toList(),
                result,
                amendments.made(draw.id()),
                result == null ? 0 : visits.unfilled(draw.id()),
                draws.events(draw.id()));
    }

    private List<Counted> strata(InspectionDraw draw, @Nullable Frozen frozen) {
        var announced = draw.announcement().strata();
        var counts = new LinkedHashMap<String, Integer>();
        if (frozen != null) {
            frozen.manifest().strata().forEach(it -> counts.put(it.id(), count(it.quota())));
        }
        var quotas =
                draw.announcement().plan() == null
                        ? new TreeMap<String, FrozenQuota>()
                        : plans.quotas(draw.agency(), draw.seq());
        var strata = new ArrayList<Counted>();
        for (var it : announced) {
            var quota = quotas.get(it.id());
            strata.add(
                    new Counted(
                            it.id(),
                            it,
                            counts.remove(it.id()),
                            quota == null ? it.register() : quota.register()));
        }
        counts.forEach(
                (id, n) -> {
                    var quota = quotas.get(id);
                    strata.add(new Counted(id, null, n, quota == null ? null : quota.register()));
                });
        return strata;
    }

    /** Draws are frozen as counts. */
    private static int count(Quota quota) {
        return quota instanceof Quota.Count it ? (int) it.n() : 0;
    }

    private List<Spoken> sources(InspectionDraw draw) {
        var disclosed = disclosures.of(draw.id());
        var bound = witnesses.commitments(draw.id()).keySet();
        return draw.announcement().sources().stream()
                .map(it -> new Spoken(it, disclosed.get(it.id()), bound.contains(it.id())))
                .toList();
    }
}
