package org.gongkai.opengov.mistakes;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.audit.Personal;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a reader does (找错留言受理): report a mistake, see what became of it. No account, no cookie. */
@Service
public class MistakeIntake {
    /** The same words about the same page again within this time are the same report. */
    private static final Duration SAME = Duration.ofHours(1);

    private final MistakeReports reports;
    private final MistakeTries tries;
    private final ResponsibleSection responsible;
    private final Organization organization;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    MistakeIntake(
            MistakeReports reports,
            MistakeTries tries,
            ResponsibleSection responsible,
            Organization organization,
            Calendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.reports = reports;
        this.tries = tries;
        this.responsible = responsible;
        this.organization = organization;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a reader is told of a report.
     *
     * @param section the name of the section that has it; null while only the office has
     * @param answer what was answered, or why it was rejected; null while it is open
     */
    public record Followed(
            MistakeReport report,
            @Nullable String section,
            LocalDate due,
            boolean provisional,
            @Nullable MistakeStepTaken answer) {}

    /**
     * Takes in a report and routes it to the section whose page it is.
     *
     * @param origin the network address it came from; only a keyed hash is kept, for a day
     */
    @Transactional
    public MistakeReceipt report(MistakeEntry entry, String origin) {
        var checked = entry.check();
        var now = clock.instant();
        var fingerprint = tries.fingerprint(origin, checked);
        var same = reports.same(fingerprint, now.minus(SAME));
        if (same.isPresent()) {
            return receipt(same.get());
        }
        tries.requireFewReports(origin);
        tries.reported(origin);
        var agency =
                organization.agencies().stream()
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.notPossibleNow(
                                                List.of(), "mistakes.refusal.no-agency"))
                        .id();
        var section = responsible.of(checked.page(), agency).orElse(null);
        var report = reports.add(agency, checked, section, fingerprint, now, LocalDate.now(clock));
        audit.recordAnonymous(
                agency,
                "mistakes.reported",
                "mistake:" + report.id(),
                Map.of(
                        "number", report.number(),
                        "page", report.page(),
                        "kind", report.kind().name(),
                        "contact", Personal.of(checked.contact().orElse(null))));
        return receipt(report);
    }

    /** What became of a report; number and secret together, wrong ones told apart by nobody. */
    @Transactional(readOnly = true)
    public Followed follow(@Nullable String number, @Nullable String secret, String origin) {
        tries.requireFewWrongSecrets(origin);
        var asked = Objects.requireNonNullElse(number, "").strip().toUpperCase(Locale.ROOT);
        var found =
                reports.numbered(asked)
                        .filter(
                                it ->
                                        tries.isSecret(
                                                it.number(),
                                                Objects.requireNonNullElse(secret, "")));
        if (found.isEmpty()) {
            tries.wrongSecret(origin);
            throw Refusal.invalid("number", "mistakes.refusal.not-found");
        }
        return followed(found.get());
    }

    private Followed followed(MistakeReport report) {
        var due = due(report.receivedOn());
        return new Followed(
                report,
                Optional.ofNullable(report.section())
                        .map(it -> organization.section(it).name())
                        .orElse(null),
                due,
                calendars.current(CalendarCode.NX).isProvisional(due),
                reports.steps(report.id()).stream()
                        .filter(
                                it ->
                                        it.step() == MistakeStep.ANSWER
                                                || it.step() == MistakeStep.REJECT)
                        .findFirst()
                        .orElse(null));
    }

    private MistakeReceipt receipt(MistakeReport report) {
        return new MistakeReceipt(
                report.number(), tries.secret(report.number()), due(report.receivedOn()));
    }

    private LocalDate due(LocalDate receivedOn) {
        return new MistakePeriod(receivedOn).lastDay(calendars.current(CalendarCode.NX));
    }
}
