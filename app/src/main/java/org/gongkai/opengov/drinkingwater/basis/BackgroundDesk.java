package org.gongkai.opengov.drinkingwater.basis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.basis.Background.State;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of what is over by nature alone (天然本底登记): by which paper, from when until when, and
 * whether rates are told without such sources too. What is public stays as it is until a corrected
 * report says otherwise.
 */
@Service
@Transactional
public class BackgroundDesk {
    private static final int LONGEST = 200;

    private final Backgrounds backgrounds;
    private final RateSettings rates;
    private final Decisions decisions;
    private final WaterSources sources;
    private final WaterRights rights;
    private final AuditTrail audit;
    private final Clock clock;

    BackgroundDesk(
            Backgrounds backgrounds,
            RateSettings rates,
            Decisions decisions,
            WaterSources sources,
            WaterRights rights,
            AuditTrail audit,
            Clock clock) {
        this.backgrounds = backgrounds;
        this.rates = rates;
        this.decisions = decisions;
        this.sources = sources;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which are asked for; null for all.
     *
     * @param words in the item, the cause, the paper or its number
     */
    public record Filter(String words, @Nullable Long source, @Nullable State state) {
        boolean takes(Background it, LocalDate today) {
            return (source == null || source == it.source())
                    && (state == null || state == it.state(today))
                    && (it.item() + "\n" + it.nature().cause() + "\n" + it.nature().basis())
                            .contains(words);
        }
    }

    /** Those asked for, each in its newest version, in the order of entry. */
    @Transactional(readOnly = true)
    public List<Background> list(Actor by, Filter filter) {
        rights.mustRead(by);
        var today = today();
        return newest(by.agency()).stream().filter(it -> filter.takes(it, today)).toList();
    }

    /** One in all its versions, the newest first. */
    @Transactional(readOnly = true)
    public List<Background> read(Actor by, long id) {
        rights.mustRead(by);
        var versions = backgrounds.versions(by.agency(), id);
        if (versions.isEmpty()) {
            throw Refusal.notFound();
        }
        return versions;
    }

    /** The sources that may be named. */
    @Transactional(readOnly = true)
    public List<WaterSource> sources(Actor by) {
        rights.mustRead(by);
        return sources.newest(by.agency());
    }

    /** Whether this person may lay anything down. */
    public boolean keeps(Actor by) {
        return rights.keeps(by);
    }

    /** Refuses whoever may not. */
    public void mustKeep(Actor by) {
        rights.mustKeep(by);
    }

    /** Enters one; its id. */
    public long enter(Actor by, BackgroundEntry entry) {
        var grant = rights.mustKeep(by);
        var checked = entry.checked(null, newest(by.agency()), sources.newest(by.agency()));
        var decision = next(by);
        var id = backgrounds.add(by.agency(), checked.source().id(), checked.item());
        backgrounds.add(by.agency(), version(id, 1, checked, decision));
        audit.record(
                by,
                grant,
                "drinkingwater.background-entered",
                "water-background:" + id,
                Map.of(),
                Map.copyOf(entry.typed()));
        return id;
    }

    /**
     * Changes cause, paper or days of one; source and item stay.
     *
     * @param expected the version that was read; null for any
     */
    public void change(Actor by, long id, BackgroundEntry entry, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = open(by, id, expected);
        var was = new LinkedHashMap<>(BackgroundEntry.of(before).typed());
        var typed = new LinkedHashMap<>(entry.typed());
        typed.put("source", Long.toString(before.source()));
        typed.put("item", before.item());
        var checked =
                new BackgroundEntry(typed)
                        .checked(before, newest(by.agency()), sources.newest(by.agency()));
        var after = version(id, before.number() + 1, checked, next(by));
        var is = new LinkedHashMap<>(BackgroundEntry.of(after).typed());
        if (is.equals(was)) {
            throw Refusal.invalid("reason", "drinkingwater.sources.problem.unchanged");
        }
        backgrounds.add(by.agency(), after);
        is.entrySet().removeIf(it -> it.getValue().equals(was.get(it.getKey())));
        was.keySet().retainAll(is.keySet());
        is.put("reason", checked.reason());
        audit.record(
                by, grant, "drinkingwater.background-changed", "water-background:" + id, was, is);
    }

    /**
     * Takes one back that was entered by mistake: it never held.
     *
     * @param expected the version that was read; null for any
     */
    public void withdraw(Actor by, long id, String reason, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = open(by, id, expected);
        var why = reason(reason);
        backgrounds.add(
                by.agency(),
                new Background(
                        id,
                        before.number() + 1,
                        before.source(),
                        before.item(),
                        before.nature(),
                        before.from(),
                        before.until(),
                        true,
                        why,
                        next(by)));
        audit.record(
                by,
                grant,
                "drinkingwater.background-withdrawn",
                "water-background:" + id,
                Map.of(),
                Map.of("reason", why));
    }

    /** How rates are told, every version, the newest first. */
    @Transactional(readOnly = true)
    public List<RateSetting> rates(Actor by) {
        rights.mustRead(by);
        return rates.versions(by.agency());
    }

    /**
     * Lays down whether rates are told without the sources too that miss their target by nature
     * alone.
     *
     * @param expected number of the version that was read, 0 for none; null for any
     */
    public void setRates(Actor by, boolean setsApart, String reason, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = rates.versions(by.agency());
        var number = before.isEmpty() ? 0 : before.getFirst().number();
        if (expected != null && expected != number) {
            throw Refusal.stale(number, "drinkingwater.background.refusal.stale");
        }
        var why = reason(reason);
        if (setsApart == (!before.isEmpty() && before.getFirst().setsApart())) {
            throw Refusal.invalid("setsApart", "drinkingwater.sources.problem.unchanged");
        }
        rates.add(by.agency(), new RateSetting(number + 1, setsApart, why, next(by)));
        audit.record(
                by,
                grant,
                "drinkingwater.rates-set",
                "water-rates:" + (number + 1),
                Map.of("setsApart", !setsApart),
                Map.of("setsApart", setsApart, "reason", why));
    }

    /** Today, where a form wants a day to begin with. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<Background> newest(AgencyId agency) {
        var seen = new HashSet<Long>();
        return backgrounds.versions(agency).stream().filter(it -> seen.add(it.id())).toList();
    }

    /** The newest version of one that was not taken back. */
    private Background open(Actor by, long id, @Nullable Long expected) {
        var before =
                backgrounds.versions(by.agency(), id).stream()
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        if (expected != null && expected != before.number()) {
            throw Refusal.stale(before.number(), "drinkingwater.background.refusal.stale");
        }
        if (before.withdrawn()) {
            throw Refusal.invalid("reason", "drinkingwater.background.problem.withdrawn");
        }
        return before;
    }

    private Decision next(Actor by) {
        var newest = decisions.newest(by.agency());
        try {
            return decisions.next(by.agency(), by.person(), clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(newest + 1L, "drinkingwater.background.refusal.stale");
        }
    }

    private static String reason(String typed) {
        var reason = typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (reason.isEmpty()) {
            throw Refusal.invalid("reason", "drinkingwater.sources.problem.required");
        }
        if (reason.length() > LONGEST) {
            throw Refusal.invalid("reason", "drinkingwater.sources.problem.too-long", LONGEST);
        }
        return reason;
    }

    private static Background version(
            long id, int number, BackgroundEntry.Checked checked, Decision decision) {
        return new Background(
                id,
                number,
                checked.source().id(),
                checked.item(),
                checked.nature(),
                checked.from(),
                checked.until(),
                false,
                checked.reason(),
                decision);
    }
}
