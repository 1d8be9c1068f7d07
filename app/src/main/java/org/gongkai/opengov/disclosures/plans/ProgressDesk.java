package org.gongkai.opengov.disclosures.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PlanRegister;
import org.gongkai.opengov.disclosures.PlanStanding;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.plans.PlanStatus.Report;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.textcheck.ReviewText;
import org.gongkai.platform.textcheck.TextCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a section tells what became of its public plans (规划落实情况填报), and a second person releases it
 * or gives it back: the head of the section or the disclosure office, and nobody who wrote any of
 * it since the last release (ADR 0294).
 */
@Service
@Transactional
public class ProgressDesk {
    private static final Set<Role> WRITE = EnumSet.of(Role.CLERK, Role.SECTION_HEAD);
    private static final Set<Role> READ =
            EnumSet.of(Role.PRINCIPAL_LEADER, Role.DISCLOSURE_OFFICE, Role.AUDITOR);

    private final ProgressBook book;
    private final PlanRegister plans;
    private final PublicRegister register;
    private final Organization organization;
    private final TextCheck textCheck;
    private final PageChanges pages;
    private final AuditTrail audit;
    private final Clock clock;
    private final int months;

    ProgressDesk(
            ProgressBook book,
            PlanRegister plans,
            PublicRegister register,
            Organization organization,
            TextCheck textCheck,
            PageChanges pages,
            AuditTrail audit,
            Clock clock,
            @Value("${GONGKAI_PLAN_STATUS_MONTHS:3}") int months) {
        this.book = book;
        this.plans = plans;
        this.register = register;
        this.organization = organization;
        this.textCheck = textCheck;
        this.pages = pages;
        this.audit = audit;
        this.clock = clock;
        this.months = months;
    }

    /**
     * A plan at the desk.
     *
     * @param revisions the newest first; empty while nothing was told
     * @param due the status that is owed now; null for none
     */
    public record View(
            PlanRegister.Entry plan,
            String section,
            List<ProgressRevision> revisions,
            @Nullable ProgressDue due,
            boolean mayWrite,
            boolean mayRelease) {

        /** Number of the newest revision; 0 while there is none. */
        public int version() {
            return revisions.isEmpty() ? 0 : revisions.getFirst().number();
        }

        /** What was written last. */
        public PlanProgress progress() {
            return revisions.isEmpty() ? PlanProgress.NONE : revisions.getFirst().progress();
        }

        /** Whether what was written last is public. */
        public ProgressStanding standing() {
            return ProgressStanding.of(revisions);
        }
    }

    /**
     * What narrows the list.
     *
     * @param standing null for any
     * @param due whether only those that owe a status are wanted
     */
    public record Filter(@Nullable ProgressStanding standing, boolean due) {
        /** Nothing left out. */
        public static final Filter ALL = new Filter(null, false);

        boolean takes(View it) {
            return (standing == null || it.standing() == standing) && (!due || it.due() != null);
        }
    }

    /** Whether this person reads the progress of any plan at the desk. */
    public boolean reads(Actor by) {
        return READ.stream().anyMatch(by::has)
                || WRITE.stream().anyMatch(by::has)
                || by.has(Role.DEPUTY_LEADER);
    }

    /** The agency's public final plans that this person may read, the latest period first. */
    @Transactional(readOnly = true)
    public List<View> list(Actor by, Filter filter) {
        if (!reads(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "disclosures.plans.refusal.readers");
        }
        return plans.all().stream()
                .filter(it -> it.listing().agency().equals(by.agency()))
                .filter(it -> it.standing() != PlanStanding.DRAFT_FOR_COMMENT)
                .filter(it -> reads(by, it.listing().section()))
                .map(it -> view(by, it))
                .filter(filter::takes)
                .toList();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public View read(Actor by, DocumentId plan) {
        return list(by, Filter.ALL).stream()
                .filter(it -> it.plan().listing().id().equals(plan))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Writes what became of a plan.
     *
     * @param expected the version that was read; null for any
     */
    public void write(Actor by, DocumentId plan, ProgressEntry entry, @Nullable Long expected) {
        var view = read(by, plan);
        var section = view.plan().listing().section();
        var grant =
                writing(by, section)
                        .orElseThrow(() -> refused("disclosures.plans.refusal.writers", section));
        if (expected != null && expected != view.version()) {
            throw Refusal.stale(view.version(), "disclosures.plans.refusal.stale");
        }
        textCheck.refuseClassified(new ReviewText("", "", entry.typed(), List.of()));
        var progress = entry.checked(today(), it -> report(it, by.agency()));
        if (progress.equals(view.progress())) {
            throw Refusal.notPossibleNow(List.of(), "disclosures.plans.problem.unchanged");
        }
        var number = view.version() + 1;
        try {
            book.add(plan, number, progress, by.person(), clock.instant());
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(number, "disclosures.plans.refusal.stale");
        }
        audit.record(
                by,
                grant,
                "disclosures.plan-progress-written",
                "document:" + plan,
                Map.of("revision", view.version()),
                Map.of("revision", number));
    }

    /** Releases the newest revision; {@code sha256} is of what was read. */
    public void release(Actor by, DocumentId plan, String sha256) {
        var view = waiting(by, plan, sha256);
        var section = view.plan().listing().section();
        var grant = mustRelease(by, section);
        if (wrote(by, grant, view.revisions())) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "disclosures.plans.refusal.two-people");
        }
        decide(by, plan, view, true, "", grant);
        pages.tell(PublicProgress.SOURCE);
    }

    /** Gives the newest revision back to those who wrote it. */
    public void giveBack(Actor by, DocumentId plan, String sha256, String reason) {
        var view = waiting(by, plan, sha256);
        var grant = mustRelease(by, view.plan().listing().section());
        var said = reason.strip();
        if (said.isEmpty() || said.length() > 500) {
            throw Refusal.invalid("reason", "disclosures.plans.problem.reason");
        }
        decide(by, plan, view, false, said, grant);
    }

    private void decide(
            Actor by, DocumentId plan, View view, boolean released, String reason, Grant grant) {
        var revision = view.revisions().getFirst();
        book.decide(plan, revision, released, reason, by.person(), grant, clock.instant());
        audit.record(
                by,
                grant,
                released
                        ? "disclosures.plan-progress-released"
                        : "disclosures.plan-progress-given-back",
                "document:" + plan,
                Map.of(),
                Map.of("revision", revision.number(), "reason", reason));
    }

    private View waiting(Actor by, DocumentId plan, String sha256) {
        var view = read(by, plan);
        mustRelease(by, view.plan().listing().section());
        if (view.standing() != ProgressStanding.WAITING) {
            throw Refusal.notPossibleNow(List.of(), "disclosures.plans.refusal.decided");
        }
        if (!view.revisions().getFirst().sha256().equals(sha256)) {
            throw Refusal.stale(view.version(), "disclosures.plans.refusal.stale");
        }
        return view;
    }

    private View view(Actor by, PlanRegister.Entry plan) {
        var section = plan.listing().section();
        var revisions = book.of(plan.listing().id());
        return new View(
                plan,
                organization.section(section).name(),
                revisions,
                due(plan, revisions),
                writing(by, section).isPresent(),
                ProgressStanding.of(revisions) == ProgressStanding.WAITING
                        && releasing(by, section)
                                .filter(it -> !wrote(by, it, revisions))
                                .isPresent());
    }

    private @Nullable ProgressDue due(PlanRegister.Entry plan, List<ProgressRevision> revisions) {
        return ProgressDue.on(
                        today(),
                        plan.from(),
                        plan.to(),
                        LocalDate.ofInstant(plan.listing().publishedAt(), clock.getZone()),
                        revisions.isEmpty() ? null : revisions.getFirst().progress().toldUpTo(),
                        months)
                .orElse(null);
    }

    private boolean reads(Actor by, SectionId section) {
        return READ.stream().anyMatch(by::has)
                || writing(by, section).isPresent()
                || by.has(Role.DEPUTY_LEADER, section);
    }

    private static Optional<Grant> writing(Actor by, SectionId section) {
        return WRITE.stream().flatMap(it -> by.grant(it, section).stream()).findFirst();
    }

    private static Optional<Grant> releasing(Actor by, SectionId section) {
        var office = by.grants().stream().filter(it -> it.role() == Role.DISCLOSURE_OFFICE);
        return Stream.concat(by.grant(Role.SECTION_HEAD, section).stream(), office).findFirst();
    }

    private Grant mustRelease(Actor by, SectionId section) {
        return releasing(by, section)
                .orElseThrow(() -> refused("disclosures.plans.refusal.releasers", section));
    }

    private Refusal refused(String key, SectionId section) {
        return Refusal.of(RefusalKind.NOT_ALLOWED, key, organization.section(section).name());
    }

    private static boolean wrote(Actor by, Grant grant, List<ProgressRevision> revisions) {
        return revisions.stream()
                .takeWhile(it -> !Boolean.TRUE.equals(it.released()))
                .anyMatch(it -> it.by().equals(by.person()) || it.by().equals(grant.onBehalfOf()));
    }

    private Optional<Report> report(String typed, AgencyId agency) {
        return IndexNumber.parse(typed)
                .map(register::at)
                .filter(PublicAnswer.Found.class::isInstance)
                .map(it -> ((PublicAnswer.Found) it).document().listing())
                .filter(it -> it.agency().equals(agency))
                .map(it -> new Report(it.id().value(), it.indexNumber().toString()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
