package org.gongkai.opengov.inspections.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.LocalRulesBook;
import org.gongkai.opengov.inspections.registers.EnforcementOfficer;
import org.gongkai.opengov.inspections.registers.EnforcementOfficers;
import org.gongkai.opengov.inspections.registers.InspectedUnit;
import org.gongkai.opengov.inspections.registers.InspectedUnits;
import org.gongkai.opengov.inspections.registers.InspectionItem;
import org.gongkai.opengov.inspections.registers.InspectionItems;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.pages.Difference;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done with yearly plans (年度抽查计划办理): the keeper drafts and computes, a leader who had no
 * hand in it approves, and an amendment is a new version with its reason. {@link PlanStep} says who
 * may.
 */
@Service
public class PlanDesk {
    private static final int REASON = 500;
    private static final int FIRST_YEAR = 2015;
    private static final int MOST_LINES = 200;

    private final Plans plans;
    private final PlanNumbers numbers;
    private final PlanTermsBook terms;
    private final PlanWords words;
    private final DrawRegister draws;
    private final PlannedDraws planned;
    private final InspectionItems items;
    private final EnforcementOfficers officers;
    private final InspectedUnits units;
    private final LocalRulesBook rules;
    private final PublicRegister register;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    PlanDesk(
            Plans plans,
            PlanNumbers numbers,
            PlanTermsBook terms,
            PlanWords words,
            DrawRegister draws,
            PlannedDraws planned,
            InspectionItems items,
            EnforcementOfficers officers,
            InspectedUnits units,
            LocalRulesBook rules,
            PublicRegister register,
            Calendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.plans = plans;
        this.numbers = numbers;
        this.terms = terms;
        this.words = words;
        this.draws = draws;
        this.planned = planned;
        this.items = items;
        this.officers = officers;
        this.units = units;
        this.rules = rules;
        this.register = register;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which version of which plan, and the revision that was read; null for any. */
    public record At(long plan, int number, @Nullable Long revision) {}

    /** The newest version of each year's plan, newest year first. */
    @Transactional(readOnly = true)
    public List<PlanVersion> list(Actor by) {
        InspectionRights.mustRead(by);
        return plans.newest(by.agency());
    }

    /** The version in force for a year. */
    @Transactional(readOnly = true)
    public Optional<PlanVersion> inForce(Actor by, int year) {
        InspectionRights.mustRead(by);
        return plans.inForce(by.agency(), year);
    }

    /**
     * What a version owes: as computed, and as frozen where a draw was; null before it is computed.
     */
    @Transactional(readOnly = true)
    public @Nullable Feasibility owed(Actor by, PlanVersion version) {
        InspectionRights.mustRead(by);
        var computed = version.feasibility();
        return computed == null ? null : numbers.frozen(computed);
    }

    /** A version with all about it; the newest that was not dropped when none is named. */
    @Transactional(readOnly = true)
    public PlanView one(Actor by, long plan, @Nullable Integer number) {
        InspectionRights.mustRead(by);
        var versions = plans.versions(by.agency(), plan);
        var version = chosen(versions, number);
        var papers = plans.papers(plan, version.number());
        var listings = register.findAll(papers);
        var listing =
                papers.stream()
                        .flatMap(it -> Stream.ofNullable(listings.get(it)))
                        .findFirst()
                        .orElse(null);
        return new PlanView(
                version,
                versions,
                plans.steps(plan),
                papers,
                listing == null ? null : listing.indexNumber().path(),
                PlanPublication.of(
                                version,
                                listing,
                                calendars.current(CalendarCode.NX),
                                today(),
                                clock.getZone())
                        .orElse(null),
                owed(by, version),
                draws.carried(by.agency(), plan),
                PlanStep.allowed(by, version.state()).stream()
                        .filter(it -> isPossible(it, by, version, versions))
                        .toList());
    }

    private static PlanVersion chosen(List<PlanVersion> versions, @Nullable Integer number) {
        return versions.stream()
                .filter(
                        it ->
                                number == null
                                        ? it.state() != PlanState.DROPPED || versions.size() == 1
                                        : it.number() == number)
                .findFirst()
                .or(() -> number == null ? versions.stream().findFirst() : Optional.empty())
                .orElseThrow(Refusal::notFound);
    }

    private boolean isPossible(
            PlanStep step, Actor by, PlanVersion version, List<PlanVersion> versions) {
        return switch (step) {
            case AMEND -> versions.stream().noneMatch(it -> it.state().open());
            case APPROVE -> !drafters(version).contains(by.person());
            default -> true;
        };
    }

    /** The items that can be planned: those that stand in the list today. */
    @Transactional(readOnly = true)
    public List<InspectionItem> items(Actor by) {
        InspectionRights.mustRead(by);
        return items.on(by.agency(), today());
    }

    /** By when plan and draws are owed. */
    @Transactional(readOnly = true)
    public PlanTerms terms(Actor by) {
        InspectionRights.mustRead(by);
        return terms.on(by.agency(), today());
    }

    /** Every edition of the terms, newest first. */
    @Transactional(readOnly = true)
    public List<PlanTerms> allTerms(Actor by) {
        InspectionRights.mustRead(by);
        return terms.all(by.agency());
    }

    /** Sets from when plan and draws are owed by when, and where that stands. */
    @Transactional
    public void setTerms(Actor by, PlanTerms to) {
        var grant = InspectionRights.mustKeep(by);
        if (terms.has(by.agency(), to.from())) {
            throw Refusal.invalid("from", "inspections.plans.terms.from-taken");
        }
        terms.add(by.agency(), to, by.person(), clock.instant());
        audit.record(
                by,
                grant,
                "inspections.plan-terms-set",
                "inspection-plan-terms:" + to.from(),
                Map.of(),
                Map.of("source", to.source(), "planBy", to.planBy().toString()));
    }

    /**
     * Begins the plan of a year; where there is one for the year before, with its lines.
     *
     * @return the plan's number in the register
     */
    @Transactional
    public long begin(Actor by, int year) {
        var grant = InspectionRights.mustKeep(by);
        if (year < FIRST_YEAR || year > today().getYear() + 1) {
            throw Refusal.invalid(
                    "year", "inspections.plans.field.year", FIRST_YEAR, today().getYear() + 1);
        }
        if (plans.of(by.agency(), year).isPresent()) {
            throw Refusal.invalid("year", "inspections.plans.year-taken", year);
        }
        var before = plans.inForce(by.agency(), year - 1);
        var local = rules.on(by.agency(), today());
        var settings =
                before.map(PlanVersion::settings)
                        .orElse(
                                new PlanSettings(
                                        terms.on(by.agency(), today()).officerCap(),
                                        local.yearlyCap(),
                                        local.seats()));
        var plan = plans.addPlan(by.agency(), year);
        plans.addVersion(plan, 1, "", settings, by.person(), clock.instant());
        before.ifPresent(
                it ->
                        it.lines()
                                .forEach(
                                        line ->
                                                plans.addLine(
                                                        plan,
                                                        1,
                                                        line.keyed(
                                                                plans.newKey(), line.position()))));
        took(by, grant, plan, 1, PlanStep.BEGIN, "");
        return plan;
    }

    /** Sets what holds for all lines. */
    @Transactional
    public void set(Actor by, At at, PlanSettings settings) {
        check(settings);
        change(by, at, PlanStep.SET, settings, words.settings(settings), _ -> {});
    }

    private static void check(PlanSettings it) {
        if (it.seats() < PlanSettings.FEWEST_SEATS || it.seats() > PlanSettings.MOST_SEATS) {
            throw Refusal.invalid("seats", "inspections.plans.field.seats");
        }
        if (it.officerCap() < 1 || it.officerCap() > PlanSettings.MOST_VISITS) {
            throw Refusal.invalid("officerCap", "inspections.plans.field.officer-cap");
        }
        if (it.yearlyCap() < 0 || it.yearlyCap() > PlanSettings.MOST_A_YEAR) {
            throw Refusal.invalid("yearlyCap", "inspections.plans.field.yearly-cap");
        }
    }

    /**
     * Adds a line at the end.
     *
     * @return its key
     */
    @Transactional
    public long addLine(Actor by, At at, PlanLineEntry entry) {
        PlanStep.ADD_LINE.grant(by);
        var line = new LineReading(items.on(by.agency(), today())).read(entry);
        var key = plans.newKey();
        change(
                by,
                at,
                PlanStep.ADD_LINE,
                null,
                line.title(),
                it -> {
                    if (it.lines().size() >= MOST_LINES) {
                        throw Refusal.invalid("title", "inspections.plans.many", MOST_LINES);
                    }
                    plans.addLine(it.plan(), it.number(), line.keyed(key, it.lines().size() + 1));
                });
        return key;
    }

    /** Changes a line; its draws that are frozen already keep their counts. */
    @Transactional
    public void changeLine(Actor by, At at, long key, PlanLineEntry entry) {
        PlanStep.CHANGE_LINE.grant(by);
        var line = new LineReading(items.on(by.agency(), today())).read(entry);
        change(
                by,
                at,
                PlanStep.CHANGE_LINE,
                null,
                line.title(),
                it -> {
                    var old = it.line(key).orElseThrow(Refusal::notFound);
                    keepsFrozen(it, old, line);
                    plans.removeLine(it.plan(), it.number(), key);
                    plans.addLine(it.plan(), it.number(), line.keyed(key, old.position()));
                });
    }

    /** A quarter whose draw is frozen stays in the line. */
    private void keepsFrozen(PlanVersion version, PlanLine old, PlanLine line) {
        var frozen = draws.quartersFrozen(version.plan()).getOrDefault(old.key(), List.of());
        if (!line.quarters().containsAll(frozen)) {
            throw Refusal.invalid(
                    "quarters", "inspections.plans.frozen-quarter", words.quarters(frozen));
        }
    }

    /** Takes a line out; not one of which a draw is frozen. */
    @Transactional
    public void removeLine(Actor by, At at, long key) {
        PlanStep.REMOVE_LINE.grant(by);
        change(
                by,
                at,
                PlanStep.REMOVE_LINE,
                null,
                "",
                it -> {
                    var gone = it.line(key).orElseThrow(Refusal::notFound);
                    if (draws.quartersFrozen(it.plan()).containsKey(key)) {
                        throw Refusal.notPossibleNow(
                                List.of(), "inspections.plans.frozen-line", gone.title());
                    }
                    plans.removeLine(it.plan(), it.number(), key);
                    it.lines().stream()
                            .filter(line -> line.position() > gone.position())
                            .forEach(
                                    line ->
                                            plans.place(
                                                    it.plan(),
                                                    it.number(),
                                                    line.key(),
                                                    line.position() - 1));
                });
    }

    /** Computes from the registers of today what is owed and whether the officers carry it. */
    @Transactional
    public Feasibility compute(Actor by, At at) {
        var grant = PlanStep.COMPUTE.grant(by);
        var version = held(by, at, PlanStep.COMPUTE);
        if (version.lines().isEmpty()) {
            throw Refusal.notPossibleNow(
                    slugs(by, version), "inspections.plans.nothing-to-compute");
        }
        var feasibility = numbers.of(version, today());
        plans.computed(version, feasibility);
        took(
                by,
                grant,
                version.plan(),
                version.number(),
                PlanStep.COMPUTE,
                words.result(feasibility));
        return feasibility;
    }

    /** Gives a computed draft back to be changed. */
    @Transactional
    public void giveBack(Actor by, At at, @Nullable String reason) {
        var grant = PlanStep.RETURN.grant(by);
        var version = held(by, at, PlanStep.RETURN);
        var why = reason("reason", reason);
        plans.reopen(version, version.settings());
        took(by, grant, version.plan(), version.number(), PlanStep.RETURN, why);
    }

    /**
     * Approves a computed draft; from now on it is in force.
     *
     * @param opinion how it will be carried all the same; must be given when the officers do not
     *     carry it
     */
    @Transactional
    public void approve(Actor by, At at, @Nullable String opinion) {
        var grant = PlanStep.APPROVE.grant(by);
        var version = held(by, at, PlanStep.APPROVE);
        var drafters = drafters(version);
        if (drafters.contains(by.person()) || drafters.contains(grant.onBehalfOf())) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "inspections.plans.own-draft");
        }
        var said = Objects.requireNonNullElse(opinion, "").strip();
        if (said.length() > REASON) {
            throw Refusal.invalid("opinion", "inspections.plans.field.long", REASON);
        }
        if (!Objects.requireNonNull(version.feasibility()).carried() && said.isEmpty()) {
            throw Refusal.invalid("opinion", "inspections.plans.not-carried");
        }
        plans.approve(version, by.person(), clock.instant());
        took(by, grant, version.plan(), version.number(), PlanStep.APPROVE, said);
    }

    /** Who had a hand in what a version says, the absent ones among them. */
    private HashSet<@Nullable PersonId> drafters(PlanVersion version) {
        var drafters = new HashSet<@Nullable PersonId>();
        drafters.add(version.draftedBy());
        plans.steps(version.plan()).stream()
                .filter(it -> it.number() == version.number() && it.step().drafts())
                .forEach(
                        it -> {
                            drafters.add(it.person());
                            drafters.add(it.onBehalfOf());
                        });
        drafters.remove(null);
        return drafters;
    }

    /**
     * Begins a new version of the plan in force, which stays in force until the new one is
     * approved.
     *
     * @return the new version's number
     */
    @Transactional
    public int amend(Actor by, At at, @Nullable String reason) {
        var grant = PlanStep.AMEND.grant(by);
        var version = held(by, at, PlanStep.AMEND);
        var versions = plans.versions(by.agency(), version.plan());
        if (versions.stream().anyMatch(it -> it.state().open())) {
            throw Refusal.notPossibleNow(List.of(), "inspections.plans.open-amendment");
        }
        var why = reason("reason", reason);
        var number = versions.getFirst().number() + 1;
        plans.addVersion(
                version.plan(), number, why, version.settings(), by.person(), clock.instant());
        version.lines().forEach(it -> plans.addLine(version.plan(), number, it));
        took(by, grant, version.plan(), number, PlanStep.AMEND, why);
        return number;
    }

    /** Gives a draft up; it stays on record. */
    @Transactional
    public void drop(Actor by, At at, @Nullable String reason) {
        var grant = PlanStep.DROP.grant(by);
        var version = held(by, at, PlanStep.DROP);
        if (version.number() == 1) {
            throw Refusal.notPossibleNow(slugs(by, version), "inspections.plans.first-stays");
        }
        var why = reason("reason", reason);
        plans.drop(version);
        took(by, grant, version.plan(), version.number(), PlanStep.DROP, why);
    }

    /** What the local rules ask of each class, against what a computed version owes. */
    @Transactional(readOnly = true)
    public List<LocalFloor> floors(Actor by, long plan, int number) {
        InspectionRights.mustRead(by);
        var version = plans.version(by.agency(), plan, number).orElseThrow(Refusal::notFound);
        var feasibility = version.feasibility();
        return feasibility == null ? List.of() : numbers.floors(version, feasibility);
    }

    /** What the draw of a line and quarter of this version would draw from today. */
    @Transactional(readOnly = true)
    public PlannedDraw look(Actor by, long plan, int number, long line, int quarter) {
        InspectionRights.mustRead(by);
        var version = plans.version(by.agency(), plan, number).orElseThrow(Refusal::notFound);
        return planned.look(version, line, quarter);
    }

    /** Names of the officers in the directory, by id. */
    @Transactional(readOnly = true)
    public Map<Long, String> officerNames(Actor by) {
        InspectionRights.mustRead(by);
        return officers.on(by.agency(), today()).stream()
                .collect(Collectors.toMap(EnforcementOfficer::id, EnforcementOfficer::name));
    }

    /** Names of these units, by id. */
    @Transactional(readOnly = true)
    public Map<Long, String> unitNames(Actor by, Collection<Long> ids) {
        InspectionRights.mustRead(by);
        return units.findAll(by.agency(), ids).values().stream()
                .collect(Collectors.toMap(InspectedUnit::id, InspectedUnit::name));
    }

    /** What a version changed in the one it was made from. */
    @Transactional(readOnly = true)
    public Difference difference(Actor by, long plan, int from, int to) {
        InspectionRights.mustRead(by);
        var before = plans.version(by.agency(), plan, from).orElseThrow(Refusal::notFound);
        var after = plans.version(by.agency(), plan, to).orElseThrow(Refusal::notFound);
        return Difference.between(words.lines(before), words.lines(after));
    }

    private void change(
            Actor by,
            At at,
            PlanStep step,
            @Nullable PlanSettings settings,
            String note,
            Consumer<PlanVersion> change) {
        var grant = step.grant(by);
        var version = held(by, at, step);
        plans.reopen(version, Objects.requireNonNullElse(settings, version.settings()));
        change.accept(version);
        took(by, grant, version.plan(), version.number(), step, note);
    }

    private PlanVersion held(Actor by, At at, PlanStep step) {
        plans.hold(at.plan());
        var version =
                plans.version(by.agency(), at.plan(), at.number()).orElseThrow(Refusal::notFound);
        if (at.revision() != null && at.revision() != version.revision()) {
            throw Refusal.stale(version.revision(), "inspections.plans.stale");
        }
        if (!step.from(version.state())) {
            throw Refusal.notPossibleNow(
                    slugs(by, version), "inspections.plans.not-now", words.state(version.state()));
        }
        return version;
    }

    private static List<String> slugs(Actor by, PlanVersion version) {
        return PlanStep.allowed(by, version.state()).stream().map(PlanStep::slug).toList();
    }

    private static String reason(String field, @Nullable String typed) {
        var reason = Objects.requireNonNullElse(typed, "").strip();
        if (reason.isEmpty() || reason.length() > REASON) {
            throw Refusal.invalid(field, "inspections.plans.field.reason", REASON);
        }
        return reason;
    }

    private void took(Actor by, Grant grant, long plan, int number, PlanStep step, String note) {
        plans.addStep(plan, number, step, note, by.person(), grant, clock.instant());
        audit.record(
                by,
                grant,
                step.action(),
                "inspection-plan:" + plan,
                Map.of(),
                note.isEmpty()
                        ? Map.of("version", number)
                        : Map.of("version", number, "note", note));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
