package org.gongkai.opengov.drinkingwater.basis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.drinkingwater.basis.Background.State;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of other limits than the printed ones (限值调整登记): by which paper, from when until when.
 * What is public stays judged as it was until a corrected report says otherwise.
 */
@Service
@Transactional
public class LimitDesk {
    private static final int LONGEST = 200;

    private final LimitOverrides limits;
    private final Decisions decisions;
    private final WaterRights rights;
    private final PageChanges pages;
    private final AuditTrail audit;
    private final Clock clock;

    LimitDesk(
            LimitOverrides limits,
            Decisions decisions,
            WaterRights rights,
            PageChanges pages,
            AuditTrail audit,
            Clock clock) {
        this.limits = limits;
        this.decisions = decisions;
        this.rights = rights;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Which are asked for; null for all.
     *
     * @param words in the item, the paper or its number
     * @param standard its code
     */
    public record Filter(String words, @Nullable String standard, @Nullable State state) {
        boolean takes(LimitOverride it, LocalDate today) {
            return (standard == null || standard.equals(it.row().standard()))
                    && (state == null || state == it.state(today))
                    && (it.row().item() + "\n" + it.amendment().basis()).contains(words);
        }
    }

    /** Those asked for, each in its newest version, in the order of entry. */
    @Transactional(readOnly = true)
    public List<LimitOverride> list(Actor by, Filter filter) {
        rights.mustRead(by);
        var today = today();
        return newest(by.agency()).stream().filter(it -> filter.takes(it, today)).toList();
    }

    /** One in all its versions, the newest first. */
    @Transactional(readOnly = true)
    public List<LimitOverride> read(Actor by, long id) {
        rights.mustRead(by);
        var versions = limits.versions(by.agency(), id);
        if (versions.isEmpty()) {
            throw Refusal.notFound();
        }
        return versions;
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
    public long enter(Actor by, LimitEntry entry) {
        var grant = rights.mustKeep(by);
        var checked = entry.checked(null, newest(by.agency()));
        var decision = next(by);
        var id = limits.add(by.agency(), checked.row());
        limits.add(by.agency(), version(id, 1, checked, decision));
        pages.tell(JudgingBases.pageSource(by.agency()));
        audit.record(
                by,
                grant,
                "drinkingwater.limit-entered",
                "water-limit:" + id,
                Map.of(),
                Map.copyOf(entry.typed()));
        return id;
    }

    /**
     * Changes limits, paper or days of one; the row of the standard stays.
     *
     * @param expected the version that was read; null for any
     */
    public void change(Actor by, long id, LimitEntry entry, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = open(by, id, expected);
        var was = new LinkedHashMap<>(LimitEntry.of(before).typed());
        var typed = new LinkedHashMap<>(entry.typed());
        for (var fixed : List.of("standard", "item", "waterBody")) {
            typed.put(fixed, was.getOrDefault(fixed, ""));
        }
        var checked = new LimitEntry(typed).checked(before, newest(by.agency()));
        var after = version(id, before.number() + 1, checked, next(by));
        var is = new LinkedHashMap<>(LimitEntry.of(after).typed());
        if (is.equals(was)) {
            throw Refusal.invalid("reason", "drinkingwater.sources.problem.unchanged");
        }
        limits.add(by.agency(), after);
        pages.tell(JudgingBases.pageSource(by.agency()));
        is.entrySet().removeIf(it -> it.getValue().equals(was.get(it.getKey())));
        was.keySet().retainAll(is.keySet());
        is.put("reason", checked.reason());
        audit.record(by, grant, "drinkingwater.limit-changed", "water-limit:" + id, was, is);
    }

    /**
     * Takes one back that was entered by mistake: it never held.
     *
     * @param expected the version that was read; null for any
     */
    public void withdraw(Actor by, long id, String reason, @Nullable Long expected) {
        var grant = rights.mustKeep(by);
        var before = open(by, id, expected);
        var why = reason.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (why.isEmpty()) {
            throw Refusal.invalid("reason", "drinkingwater.sources.problem.required");
        }
        if (why.length() > LONGEST) {
            throw Refusal.invalid("reason", "drinkingwater.sources.problem.too-long", LONGEST);
        }
        limits.add(
                by.agency(),
                new LimitOverride(
                        id,
                        before.number() + 1,
                        before.row(),
                        before.limits(),
                        before.amendment(),
                        before.until(),
                        true,
                        why,
                        next(by)));
        pages.tell(JudgingBases.pageSource(by.agency()));
        audit.record(
                by,
                grant,
                "drinkingwater.limit-withdrawn",
                "water-limit:" + id,
                Map.of(),
                Map.of("reason", why));
    }

    /** Today, where a form wants a day to begin with. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<LimitOverride> newest(AgencyId agency) {
        var seen = new HashSet<Long>();
        return limits.versions(agency).stream().filter(it -> seen.add(it.id())).toList();
    }

    /** The newest version of one that was not taken back. */
    private LimitOverride open(Actor by, long id, @Nullable Long expected) {
        var before =
                limits.versions(by.agency(), id).stream()
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

    private static LimitOverride version(
            long id, int number, LimitEntry.Checked checked, Decision decision) {
        return new LimitOverride(
                id,
                number,
                checked.row(),
                checked.limits(),
                checked.amendment(),
                checked.until(),
                false,
                checked.reason(),
                decision);
    }
}
