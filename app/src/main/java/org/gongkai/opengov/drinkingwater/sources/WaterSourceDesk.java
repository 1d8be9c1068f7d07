package org.gongkai.opengov.drinkingwater.sources;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the register of sources (水源台账维护): enters one, and changes one from a day on. */
@Service
@Transactional
public class WaterSourceDesk {
    private final WaterSources sources;
    private final WaterRights rights;
    private final Organization organization;
    private final AuditTrail audit;
    private final Clock clock;

    WaterSourceDesk(
            WaterSources sources,
            WaterRights rights,
            Organization organization,
            AuditTrail audit,
            Clock clock) {
        this.sources = sources;
        this.rights = rights;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which sources are asked for; null for all.
     *
     * @param words in the name or in another name
     */
    public record Filter(
            String words,
            @Nullable SourceKind kind,
            @Nullable SourceState state,
            @Nullable String district) {

        boolean takes(WaterSource source) {
            var facts = source.facts();
            return (kind == null || kind == facts.kind())
                    && (state == null || state == facts.state())
                    && (district == null || district.equals(facts.district()))
                    && (words.isEmpty()
                            || facts.name().contains(words)
                            || facts.alsoCalled().stream().anyMatch(it -> it.contains(words)));
        }
    }

    /** The sources asked for, each in its newest version, in the order of their entry. */
    @Transactional(readOnly = true)
    public List<WaterSource> list(Actor by, Filter filter) {
        rights.mustRead(by);
        return sources.newest(by.agency()).stream().filter(filter::takes).toList();
    }

    /** One in all its versions, the newest first. */
    @Transactional(readOnly = true)
    public List<WaterSource> read(Actor by, long id) {
        rights.mustRead(by);
        var versions = sources.versions(by.agency(), id);
        if (versions.isEmpty()) {
            throw Refusal.notFound();
        }
        return versions;
    }

    /** The districts of the agency's region, by code. */
    public SortedMap<String, String> districts(AgencyId agency) {
        return organization.agency(agency).region().counties();
    }

    /** Enters a source; its id. */
    public long enter(Actor by, SourceEntry entry) {
        var grant = rights.mustKeep(by);
        var checked =
                entry.checked(null, sources.newest(by.agency()), districts(by.agency()).keySet());
        var id = added(by.agency(), checked.facts().name());
        sources.add(version(by, id, 1, checked));
        audit.record(
                by,
                grant,
                "drinkingwater.source-entered",
                "water-source:" + id,
                Map.of(),
                Map.copyOf(entry.typed()));
        return id;
    }

    /**
     * Changes a source from a day on; what was so before stays on record.
     *
     * @param expected the version that was read; null for any
     */
    public WaterSource change(Actor by, long id, SourceEntry entry, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = sources.find(by.agency(), id).orElseThrow(Refusal::notFound);
        if (expected != null && expected != before.number()) {
            throw Refusal.stale(before.number(), "drinkingwater.sources.refusal.stale");
        }
        var checked =
                entry.checked(id, sources.newest(by.agency()), districts(by.agency()).keySet());
        if (checked.from().isBefore(before.from())) {
            throw Refusal.invalid("from", "drinkingwater.sources.problem.before", before.from());
        }
        if (checked.facts().kind() != before.facts().kind()) {
            throw Refusal.invalid("kind", "drinkingwater.sources.problem.kind-fixed");
        }
        if (checked.facts().equals(before.facts()) && checked.from().equals(before.from())) {
            throw Refusal.invalid("reason", "drinkingwater.sources.problem.unchanged");
        }
        var after = version(by, id, before.number() + 1, checked);
        try {
            sources.add(after);
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(after.number(), "drinkingwater.sources.refusal.stale");
        }
        var was = new LinkedHashMap<>(SourceEntry.of(before).typed());
        var is = new LinkedHashMap<>(SourceEntry.of(after).typed());
        is.entrySet().removeIf(it -> it.getValue().equals(was.get(it.getKey())));
        was.keySet().retainAll(is.keySet());
        audit.record(by, grant, "drinkingwater.source-changed", "water-source:" + id, was, is);
        return after;
    }

    private long added(AgencyId agency, String name) {
        try {
            return sources.add(agency, name);
        } catch (DuplicateKeyException twice) {
            throw Refusal.invalid("name", "drinkingwater.sources.problem.entered-before", name);
        }
    }

    private WaterSource version(Actor by, long id, int number, SourceEntry.Checked checked) {
        return new WaterSource(
                id,
                number,
                checked.from(),
                checked.facts(),
                checked.reason(),
                by.person(),
                clock.instant());
    }

    /** Today, where a form wants a day to begin with. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
