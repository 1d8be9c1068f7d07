package org.gongkai.opengov.mistakes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the agency does about mistakes that readers found (找错留言办理): route, answer, reject, erase how
 * to reach the reader. {@link MistakeStep} says who may; people of a section see its reports alone,
 * the disclosure office and the auditor those of all sections.
 */
@Service
public class MistakeDesk {
    private static final int LONGEST = 1_000;
    private static final int PART = 200;

    private final MistakeReports reports;
    private final ResponsibleSection responsible;
    private final Organization organization;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    MistakeDesk(
            MistakeReports reports,
            ResponsibleSection responsible,
            Organization organization,
            Calendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.reports = reports;
        this.responsible = responsible;
        this.organization = organization;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A report as the desk sees it.
     *
     * @param section the section that is to answer; null while only the office has it
     * @param allowed what this person may do with it now
     */
    public record MistakeLine(
            MistakeReport report,
            @Nullable Section section,
            MistakeStanding standing,
            List<MistakeStep> allowed) {}

    /**
     * A report with everything about it.
     *
     * @param contact how to reach the reader; null when nothing was left or it was erased
     * @param document the document at the page, while it is public
     */
    public record MistakeHistory(
            MistakeLine line,
            @Nullable String contact,
            Optional<DocumentId> document,
            List<MistakeStepTaken> steps) {}

    /** Whether this person may see reports at all. */
    public static boolean canRead(Actor by) {
        return readsAll(by) || by.has(Role.CLERK) || by.has(Role.SECTION_HEAD);
    }

    /** A part of the list, newest first. */
    @Transactional(readOnly = true)
    public Items<MistakeLine> list(Actor by, MistakeFilter filter, Paging paging) {
        long before = paging.cursor(1).map(it -> it.number(0)).orElse(Long.MAX_VALUE);
        var found = reports.list(by.agency(), narrowed(by, filter), before, paging.fetch());
        return Items.of(lines(by, found), paging, it -> Cursor.at(it.report().id()));
    }

    /** A numbered page of the list, newest first. */
    @Transactional(readOnly = true)
    public List<MistakeLine> page(Actor by, MistakeFilter filter, int skip, int limit) {
        return lines(by, reports.page(by.agency(), narrowed(by, filter), skip, limit));
    }

    /** How many there are in each state, whatever state the filter names. */
    @Transactional(readOnly = true)
    public Map<MistakeState, Long> counts(Actor by, MistakeFilter filter) {
        return reports.counts(
                by.agency(), narrowed(by, new MistakeFilter(null, filter.sections())));
    }

    /** Hands over the whole list, newest first, read in parts. */
    @Transactional(readOnly = true)
    public void forEach(Actor by, MistakeFilter filter, Consumer<MistakeLine> taker) {
        var narrowed = narrowed(by, filter);
        var before = Long.MAX_VALUE;
        List<MistakeReport> part;
        do {
            part = reports.list(by.agency(), narrowed, before, PART);
            lines(by, part).forEach(taker);
            before = part.isEmpty() ? 0 : part.getLast().id();
        } while (part.size() == PART);
    }

    /** One report with its history. */
    @Transactional(readOnly = true)
    public MistakeHistory one(Actor by, long id) {
        var report = reports.find(id).filter(it -> sees(by, it)).orElseThrow(Refusal::notFound);
        var maySee =
                by.has(Role.DISCLOSURE_OFFICE) || grant(by, MistakeStep.ANSWER, report).isPresent();
        return new MistakeHistory(
                line(by, report),
                maySee ? reports.contact(id).orElse(null) : null,
                responsible.documentAt(report.page()),
                reports.steps(id));
    }

    /** Whether this person may see the report, as it is routed now. */
    @Transactional(readOnly = true)
    public boolean sees(Actor by, long id) {
        return reports.find(id).filter(it -> sees(by, it)).isPresent();
    }

    /** What waits for this person, the oldest first. */
    @Transactional(readOnly = true)
    public List<MistakeLine> waitingFor(Actor by) {
        return lines(
                by,
                reports.open(by.agency(), PART).stream().filter(it -> answersFor(by, it)).toList());
    }

    /**
     * Sends it to the section whose page it is, or back to the disclosure office.
     *
     * @param section key or name; empty for the disclosure office
     */
    @Transactional
    public void route(
            Actor by, long id, @Nullable Long version, @Nullable String section, String reason) {
        var asked = Objects.requireNonNullElse(section, "").strip();
        var to = asked.isEmpty() ? null : section(by, asked);
        var taken = take(by, MistakeStep.ROUTE, id, version, reason, to);
        reports.move(taken, MistakeState.OPEN, to);
    }

    /** Says that it was so and what was done; closes it. */
    @Transactional
    public void answer(Actor by, long id, @Nullable Long version, String words) {
        var report = take(by, MistakeStep.ANSWER, id, version, words, null);
        reports.move(report, MistakeState.ANSWERED, report.section());
    }

    /** Says why it is no mistake; closes it. */
    @Transactional
    public void reject(Actor by, long id, @Nullable Long version, String words) {
        var report = take(by, MistakeStep.REJECT, id, version, words, null);
        reports.move(report, MistakeState.REJECTED, report.section());
    }

    /** Erases how to reach the reader; the report itself stays. */
    @Transactional
    public void eraseContact(Actor by, long id, @Nullable Long version, String reason) {
        var report = take(by, MistakeStep.ERASE_CONTACT, id, version, reason, null);
        reports.eraseContact(id);
        reports.move(report, report.state(), report.section());
    }

    private MistakeReport take(
            Actor by,
            MistakeStep step,
            long id,
            @Nullable Long version,
            String typed,
            @Nullable SectionId to) {
        var report = reports.locked(id).filter(it -> sees(by, it)).orElseThrow(Refusal::notFound);
        var grant =
                grant(by, step, report)
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "mistakes.refusal.role",
                                                named("mistakes.step." + step.name())));
        if (version != null && version != report.version()) {
            throw Refusal.stale(report.version(), "mistakes.refusal.stale");
        }
        if (!possible(step, report)) {
            throw Refusal.notPossibleNow(
                    allowed(by, report).stream().map(MistakeStep::slug).toList(),
                    "mistakes.refusal.state",
                    named("mistakes.step." + step.name()),
                    named("mistakes.state." + report.state().name()));
        }
        var words = words(typed);
        reports.record(
                report,
                new MistakeStepTaken(
                        step, words, to, by.person(), grant.onBehalfOf(), clock.instant()));
        audit.record(
                by,
                grant,
                "mistakes." + step.slug(),
                "mistake:" + report.id(),
                Map.of("state", report.state().name(), "section", of(report.section())),
                Map.of(
                        "number", report.number(),
                        "section", of(step == MistakeStep.ROUTE ? to : report.section()),
                        "words", words));
        return report;
    }

    private static String words(String typed) {
        var words = typed.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
        if (words.isEmpty()) {
            throw Refusal.invalid("words", "mistakes.field.words");
        }
        if (words.length() > LONGEST) {
            throw Refusal.invalid("words", "mistakes.field.too-long", LONGEST);
        }
        return words;
    }

    private List<MistakeLine> lines(Actor by, List<MistakeReport> found) {
        return found.stream().map(it -> line(by, it)).toList();
    }

    private MistakeLine line(Actor by, MistakeReport report) {
        var section = report.section();
        return new MistakeLine(
                report,
                section == null ? null : organization.section(section),
                standing(report),
                allowed(by, report));
    }

    private MistakeStanding standing(MistakeReport report) {
        var calendar = calendars.current(CalendarCode.NX);
        var today = LocalDate.now(clock);
        var due = new MistakePeriod(report.receivedOn()).lastDay(calendar);
        return new MistakeStanding(
                due,
                calendar.workingDaysBetween(today, due),
                report.state() == MistakeState.OPEN && due.isBefore(today),
                calendar.isProvisional(due));
    }

    private List<MistakeStep> allowed(Actor by, MistakeReport report) {
        return Arrays.stream(MistakeStep.values())
                .filter(it -> possible(it, report) && grant(by, it, report).isPresent())
                .toList();
    }

    private boolean possible(MistakeStep step, MistakeReport report) {
        return step.from().contains(report.state())
                && (step != MistakeStep.ERASE_CONTACT || reports.contact(report.id()).isPresent());
    }

    private Optional<Grant> grant(Actor by, MistakeStep step, MistakeReport report) {
        return by.grants().stream()
                .filter(it -> step.roles().contains(it.role()))
                .filter(
                        it ->
                                !it.role().bySection()
                                        || it.section() != null
                                                && it.section().equals(report.section()))
                .findFirst();
    }

    /** The office has what nobody else has and what is late; a section has its own. */
    private boolean answersFor(Actor by, MistakeReport report) {
        var section = report.section();
        if (section == null) {
            return by.has(Role.DISCLOSURE_OFFICE);
        }
        return by.has(Role.CLERK, section)
                || by.has(Role.SECTION_HEAD, section)
                || by.has(Role.DISCLOSURE_OFFICE) && standing(report).late();
    }

    private static boolean sees(Actor by, MistakeReport report) {
        var section = report.section();
        return report.agency().equals(by.agency())
                && (readsAll(by)
                        || section != null
                                && (by.has(Role.CLERK, section)
                                        || by.has(Role.SECTION_HEAD, section)));
    }

    /**
     * Whether this person sees the reports of every section: the disclosure office, the auditor.
     */
    public static boolean readsAll(Actor by) {
        return by.has(Role.DISCLOSURE_OFFICE) || by.has(Role.AUDITOR);
    }

    /** People of a section are shown its reports alone. */
    private static MistakeFilter narrowed(Actor by, MistakeFilter filter) {
        if (readsAll(by)) {
            return filter;
        }
        var own =
                by.grants().stream()
                        .filter(it -> it.role() == Role.CLERK || it.role() == Role.SECTION_HEAD)
                        .flatMap(it -> Optional.ofNullable(it.section()).stream())
                        .collect(Collectors.toSet());
        if (own.isEmpty()) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "mistakes.refusal.readers");
        }
        return new MistakeFilter(filter.state(), own);
    }

    private SectionId section(Actor by, String key) {
        return organization
                .findSection(by.agency(), key)
                .filter(it -> it.validity().covers(LocalDate.now(clock)))
                .orElseThrow(() -> Refusal.invalid("section", "mistakes.field.section"))
                .id();
    }

    private static String of(@Nullable SectionId section) {
        return section == null ? "" : section.toString();
    }

    private static MessageSourceResolvable named(String key) {
        return new DefaultMessageSourceResolvable(key);
    }
}
