package org.gongkai.opengov.inspections.results;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.AgencyDeadline;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What has days of its own (决定公开与撤下): decisions that came of inspections, public within 7 or 20
 * working days, and rulings after which a published result comes down within 3.
 */
@Service
@Transactional
public class EnforcementDecisionDesk {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int LONGEST = 1_000;
    private static final int SHORT = 100;

    private final EnforcementDecisions decisions;
    private final PublicRegister register;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    EnforcementDecisionDesk(
            EnforcementDecisions decisions,
            PublicRegister register,
            Calendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.decisions = decisions;
        this.register = register;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /** A decision with its days. */
    public record DecisionLine(Decision decision, AgencyDeadline due, Timeliness timeliness) {}

    /** A ruling with its days. */
    public record RulingLine(Ruling ruling, AgencyDeadline due, Timeliness timeliness) {}

    /** The decisions that are asked for, the newest first. */
    @Transactional(readOnly = true)
    public List<DecisionLine> decisions(Actor by, DecisionFilter filter) {
        ConsistencyDesk.mustRead(by);
        return decisions.decisions(by.agency()).stream()
                .map(this::line)
                .filter(
                        it ->
                                filter.takes(
                                        it.decision().kind().slug(),
                                        it.timeliness(),
                                        it.decision().number(),
                                        it.decision().taskNumber()))
                .toList();
    }

    /** The rulings that are asked for, the newest first. */
    @Transactional(readOnly = true)
    public List<RulingLine> rulings(Actor by, DecisionFilter filter) {
        ConsistencyDesk.mustRead(by);
        return decisions.rulings(by.agency()).stream()
                .map(this::line)
                .filter(
                        it ->
                                filter.takes(
                                        it.ruling().kind().slug(),
                                        it.timeliness(),
                                        it.ruling().number(),
                                        it.ruling().reasons()))
                .toList();
    }

    /** Records a decision; its id. */
    public long record(
            Actor by,
            @Nullable String task,
            @Nullable String kind,
            @Nullable String number,
            @Nullable String decidedOn) {
        var grant = InspectionRights.mustKeep(by);
        var problems = new ArrayList<FieldProblem>();
        var id = decisions.task(by.agency(), text(task));
        if (id.isEmpty()) {
            problems.add(FieldProblem.of("task", "inspections.decisions.field.task"));
        }
        var what = Decision.Kind.named(text(kind));
        if (what.isEmpty()) {
            problems.add(FieldProblem.of("kind", "inspections.decisions.field.kind"));
        }
        var words = text(number);
        if (words.isEmpty() || words.length() > SHORT) {
            problems.add(FieldProblem.of("number", "inspections.decisions.field.number"));
        } else if (decisions.hasNumber(by.agency(), words)) {
            problems.add(FieldProblem.of("number", "inspections.decisions.field.twice"));
        }
        var on = day("decidedOn", decidedOn, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        long added =
                decisions.add(
                        by.agency(),
                        id.orElseThrow(),
                        what.orElseThrow(),
                        words,
                        Objects.requireNonNull(on),
                        by.person(),
                        clock.instant());
        audit.record(
                by,
                grant,
                "inspections.decision-recorded",
                "inspection-task:" + id.orElseThrow(),
                Map.of(),
                Map.of("number", words));
        return added;
    }

    /** Says which public document publishes a decision; the day is the document's own. */
    public void publishedAs(Actor by, long id, @Nullable String indexNumber) {
        var grant = InspectionRights.mustKeep(by);
        var decision = decisions.decision(by.agency(), id).orElseThrow(Refusal::notFound);
        if (decision.document() != null) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW, "inspections.decisions.refusal.published");
        }
        var found =
                IndexNumber.parse(text(indexNumber))
                        .map(register::at)
                        .filter(PublicAnswer.Found.class::isInstance)
                        .map(PublicAnswer.Found.class::cast)
                        .map(it -> it.document().listing())
                        .filter(it -> it.agency().equals(by.agency()))
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "indexNumber",
                                                "inspections.decisions.field.index-number"));
        var on = LocalDate.ofInstant(found.publishedAt(), SHANGHAI);
        decisions.published(id, found.id(), on);
        audit.record(
                by,
                grant,
                "inspections.decision-published",
                "document:" + found.id(),
                Map.of(),
                Map.of("number", decision.number()));
    }

    /** Records a ruling after which what is published of an inspection comes down. */
    public void rule(
            Actor by,
            @Nullable String task,
            @Nullable String kind,
            @Nullable String ruledOn,
            @Nullable String reasons) {
        var grant = InspectionRights.mustKeep(by);
        var problems = new ArrayList<FieldProblem>();
        var id = decisions.task(by.agency(), text(task));
        var batch = id.flatMap(decisions::publicBatch);
        if (batch.isEmpty()) {
            problems.add(FieldProblem.of("task", "inspections.decisions.field.not-public"));
        }
        var what = Ruling.Kind.named(text(kind));
        if (what.isEmpty()) {
            problems.add(FieldProblem.of("kind", "inspections.decisions.field.ruling"));
        }
        var words = text(reasons);
        if (words.isEmpty() || words.length() > LONGEST) {
            problems.add(FieldProblem.of("reasons", "inspections.decisions.field.reasons"));
        }
        var on = day("ruledOn", ruledOn, problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        decisions.add(
                by.agency(),
                id.orElseThrow(),
                batch.orElseThrow(),
                what.orElseThrow(),
                Objects.requireNonNull(on),
                words,
                by.person(),
                clock.instant());
        audit.record(
                by,
                grant,
                "inspections.ruling-recorded",
                "inspection-task:" + id.orElseThrow(),
                Map.of(),
                Map.of("reasons", words));
    }

    private DecisionLine line(Decision it) {
        var due = calendars.deadline(it.kind().term().period(), it.decidedOn());
        return new DecisionLine(it, due, Timeliness.of(due.lastDay(), it.publishedOn(), today()));
    }

    private RulingLine line(Ruling it) {
        var due = calendars.deadline(PublicationTerm.TAKE_DOWN.period(), it.ruledOn());
        return new RulingLine(it, due, Timeliness.of(due.lastDay(), it.downOn(), today()));
    }

    private @Nullable LocalDate day(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        try {
            var day = LocalDate.parse(text(typed));
            if (day.isAfter(today())) {
                problems.add(FieldProblem.of(field, "inspections.decisions.field.future"));
            }
            return day;
        } catch (DateTimeException unreadable) {
            problems.add(FieldProblem.of(field, "inspections.tasks.field.day"));
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
