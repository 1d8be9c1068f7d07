package org.gongkai.opengov.drinkingwater.results;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.drinkingwater.basis.JudgingBases;
import org.gongkai.opengov.drinkingwater.results.Sampling.Origin;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of the results (监测结果录入与评价): what was found in a source in a month is entered and
 * corrected as versions, and every month is evaluated from them.
 */
@Service
@Transactional
public class SamplingDesk {
    /** The first month that can have results: before it GB/T 14848-2017 was not in force. */
    private static final YearMonth FIRST = YearMonth.of(2018, 5);

    /** With the edition of 1993, in force from 1 October 1994, taken over (ADR 0298). */
    private static final YearMonth FIRST_OF_OLDER = YearMonth.of(1994, 10);

    private static final int MONTHS_BEFORE = 36;

    private final Samplings samplings;
    private final WaterMonths months;
    private final WaterSources sources;
    private final JudgingBases bases;
    private final WaterRights rights;
    private final AuditTrail audit;
    private final Wording wording;
    private final Clock clock;

    SamplingDesk(
            Samplings samplings,
            WaterMonths months,
            WaterSources sources,
            JudgingBases bases,
            WaterRights rights,
            AuditTrail audit,
            Wording wording,
            Clock clock) {
        this.samplings = samplings;
        this.months = months;
        this.sources = sources;
        this.bases = bases;
        this.rights = rights;
        this.audit = audit;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A source in a month, with every version of its results and what is doubtful in the newest.
     */
    public record SourceView(
            SourceMonth month, List<Sampling> versions, List<SampleDoubt> doubts) {}

    /** This month. */
    public YearMonth thisMonth() {
        return YearMonth.now(clock);
    }

    /** All sources of a month, evaluated and compared. */
    @Transactional(readOnly = true)
    public WaterMonth month(Actor by, YearMonth month) {
        rights.mustRead(by);
        return months.of(by.agency(), month, month).getFirst();
    }

    /** The months between these, the newest first. */
    @Transactional(readOnly = true)
    public List<WaterMonth> months(Actor by, YearMonth first, YearMonth last) {
        rights.mustRead(by);
        return months.of(by.agency(), first, last).reversed();
    }

    /** A source in a month. */
    @Transactional(readOnly = true)
    public SourceView source(Actor by, long id, YearMonth month) {
        rights.mustRead(by);
        var source = source(by.agency(), id, month);
        var versions = samplings.versions(by.agency(), id, month);
        var newest = versions.isEmpty() ? null : versions.getFirst();
        return new SourceView(
                SourceMonth.of(source, month, newest, bases.now(by.agency())),
                versions,
                newest == null
                        ? List.of()
                        : SampleDoubt.of(source, newest, before(by.agency(), id, month)));
    }

    /**
     * Keeps results: the first version of a source and month, or a correction of what is there.
     *
     * @param expected the version that was read, 0 for none; null for any
     * @throws Refusal naming values that are none, changes without a reason, and doubts that nobody
     *     has looked into
     */
    public Sampling keep(
            Actor by,
            long id,
            YearMonth month,
            SampleEntry entry,
            Origin origin,
            @Nullable Long expected) {
        var grant = rights.mustEnter(by);
        var wrong = monthProblem(by.agency(), month);
        if (wrong.isPresent()) {
            throw Refusal.invalid(List.of(wrong.get()));
        }
        var source = source(by.agency(), id, month);
        var checked = entry.checked(source.facts(), month);
        var before = samplings.find(by.agency(), id, month).orElse(null);
        var number = before == null ? 0 : before.number();
        if (expected != null && expected != number) {
            throw Refusal.stale(number, "drinkingwater.results.refusal.stale");
        }
        var sampling =
                new Sampling(
                        id,
                        month,
                        number + 1,
                        entry.full(),
                        checked.sampledOn(),
                        checked.laboratory(),
                        checked.intake(),
                        checked.values(),
                        origin,
                        null,
                        checked.reason(),
                        List.of(),
                        by.person(),
                        clock.instant());
        return kept(by, source, sampling, before, entry.confirmed(), grant);
    }

    /** What is common to results that are typed and those out of a file. */
    Sampling kept(
            Actor by,
            WaterSource source,
            Sampling sampling,
            @Nullable Sampling before,
            Set<String> confirmed,
            Grant grant) {
        if (before != null && sameFacts(before, sampling)) {
            throw Refusal.invalid("reason", "drinkingwater.sources.problem.unchanged");
        }
        if (before != null && sampling.reason().isEmpty()) {
            throw Refusal.invalid("reason", "drinkingwater.results.problem.reason");
        }
        var doubts =
                SampleDoubt.of(
                        source, sampling, before(by.agency(), source.id(), sampling.month()));
        var open = doubts.stream().filter(it -> !confirmed.contains(it.key())).toList();
        if (!open.isEmpty()) {
            throw Refusal.invalid(open.stream().map(this::problem).toList());
        }
        var after =
                new Sampling(
                        sampling.source(),
                        sampling.month(),
                        sampling.number(),
                        sampling.full(),
                        sampling.sampledOn(),
                        sampling.laboratory(),
                        sampling.intake(),
                        sampling.values(),
                        sampling.origin(),
                        sampling.importId(),
                        sampling.reason(),
                        doubts.stream().map(SampleDoubt::key).toList(),
                        sampling.by(),
                        sampling.at());
        try {
            samplings.add(after);
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(after.number(), "drinkingwater.results.refusal.stale");
        }
        var was = new LinkedHashMap<>(told(before));
        var is = new LinkedHashMap<>(told(after));
        is.entrySet().removeIf(it -> it.getValue().equals(was.get(it.getKey())));
        was.entrySet()
                .removeIf(
                        it -> told(after).containsKey(it.getKey()) && !is.containsKey(it.getKey()));
        audit.record(
                by,
                grant,
                before == null
                        ? "drinkingwater.results-entered"
                        : "drinkingwater.results-corrected",
                "water-results:" + source.id() + "/" + sampling.month(),
                was,
                is);
        return after;
    }

    /** A doubt in a sentence. */
    public String say(SampleDoubt doubt) {
        return wording.say(
                "drinkingwater.results.doubt." + doubt.kind(), doubt.item(), doubt.value());
    }

    private FieldProblem problem(SampleDoubt doubt) {
        return new FieldProblem(
                "confirmed",
                "drinkingwater.results.doubt." + doubt.kind(),
                List.of(doubt.item(), doubt.value()));
    }

    private static boolean sameFacts(Sampling one, Sampling other) {
        return one.full() == other.full()
                && Objects.equals(one.sampledOn(), other.sampledOn())
                && one.laboratory().equals(other.laboratory())
                && Objects.equals(one.intake(), other.intake())
                && Set.copyOf(one.values()).equals(Set.copyOf(other.values()));
    }

    /** Values and the rest by name, for the record of what changed. */
    private static Map<String, String> told(@Nullable Sampling sampling) {
        var told = new LinkedHashMap<String, String>();
        if (sampling != null) {
            sampling.values()
                    .forEach(it -> told.put(it.item(), (it.value() + " " + it.unit()).strip()));
            told.put("version", Integer.toString(sampling.number()));
            told.put("reason", sampling.reason());
        }
        return told;
    }

    /** The newest results of the months before, of one source. */
    List<Sampling> before(AgencyId agency, long source, YearMonth month) {
        return samplings.of(agency, source, month.minusMonths(MONTHS_BEFORE), month.minusMonths(1));
    }

    /** The source as it stood in the month; one that began later as it first was. */
    WaterSource source(AgencyId agency, long id, YearMonth month) {
        return sources.on(agency, month.atEndOfMonth()).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Why a month cannot have results; empty if it can. */
    Optional<FieldProblem> monthProblem(AgencyId agency, YearMonth month) {
        var first = bases.now(agency).editions().isEmpty() ? FIRST : FIRST_OF_OLDER;
        return month.isBefore(first) || month.isAfter(thisMonth())
                ? Optional.of(
                        FieldProblem.of(
                                "month",
                                "drinkingwater.results.problem.month",
                                first.toString(),
                                thisMonth().toString()))
                : Optional.empty();
    }

    /** Whether this person may enter and correct results. */
    public boolean enters(Actor by) {
        return rights.enters(by);
    }

    /** The newest values of the month before, to be seen beside those that are typed. */
    @Transactional(readOnly = true)
    public Optional<Sampling> lastOf(Actor by, long id, YearMonth month) {
        rights.mustRead(by);
        return before(by.agency(), id, month).stream()
                .filter(Sampling::monitored)
                .reduce((_, it) -> it);
    }
}
