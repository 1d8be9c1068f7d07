package org.gongkai.opengov.inspections.results;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.results.ResultValue.Effect;
import org.gongkai.opengov.inspections.results.ResultValuesBook.Version;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what an inspection may find (检查结果值维护): a value is added with its source or ends on a day,
 * and each change is a version with its reason. What was recorded stays readable (ADR 0245).
 */
@Service
public class ResultValuesDesk {
    private static final int WORDS = 200;
    private static final int MOST = 60;

    private final ResultValuesBook book;
    private final AuditTrail audit;
    private final Clock clock;

    ResultValuesDesk(ResultValuesBook book, AuditTrail audit, Clock clock) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The list as it stands.
     *
     * @param versions every version, the newest first; none where the pattern holds
     */
    public record Standing(ResultValues values, List<Version> versions, boolean mayChange) {}

    /** The list with its versions. */
    @Transactional(readOnly = true)
    public Standing standing(Actor by) {
        InspectionRights.mustRead(by);
        return new Standing(
                book.of(by.agency()), book.versions(by.agency()), InspectionRights.keeps(by));
    }

    /** Adds a value, which may be chosen from today or a later day on. */
    @Transactional
    public void add(Actor by, ResultValueEntry entry) {
        InspectionRights.mustKeep(by);
        book.hold(by.agency());
        var values = book.of(by.agency());
        var problems = new ArrayList<FieldProblem>();
        var term = words("term", entry.term(), problems);
        var source = words("source", entry.source(), problems);
        var reason = words("reason", entry.reason(), problems);
        var effect = Effect.named(Objects.requireNonNullElse(entry.effect(), "")).orElse(null);
        if (effect == null) {
            problems.add(FieldProblem.of("effect", "inspections.values.field.effect"));
        }
        var from = day("from", entry.from(), problems);
        if (values.all().stream().anyMatch(it -> it.term().equals(term) && it.until() == null)) {
            problems.add(FieldProblem.of("term", "inspections.values.field.twice"));
        }
        if (values.all().size() >= MOST) {
            problems.add(FieldProblem.of("term", "inspections.values.field.many", MOST));
        }
        if (!problems.isEmpty() || effect == null || from == null) {
            throw Refusal.invalid(problems);
        }
        keep(
                by,
                values.with(new ResultValue(values.freeCode(), term, effect, from, null, source)),
                reason);
    }

    /** Ends a value: it may be chosen until that day, today or later. */
    @Transactional
    public void end(Actor by, String code, @Nullable String until, @Nullable String typedReason) {
        InspectionRights.mustKeep(by);
        book.hold(by.agency());
        var values = book.of(by.agency());
        var value =
                values.find(code).filter(it -> it.until() == null).orElseThrow(Refusal::notFound);
        var problems = new ArrayList<FieldProblem>();
        var last = day("until", until, problems);
        var reason = words("endReason", typedReason, problems);
        if (last != null && last.isBefore(value.from())) {
            problems.add(FieldProblem.of("until", "inspections.values.field.day"));
        }
        if (last != null && values.ended(code, last).on(last.plusDays(1)).isEmpty()) {
            problems.add(FieldProblem.of("until", "inspections.values.field.last"));
        }
        if (!problems.isEmpty() || last == null) {
            throw Refusal.invalid(problems);
        }
        keep(by, values.ended(code, last), reason);
    }

    private void keep(Actor by, ResultValues values, String reason) {
        var number =
                book.versions(by.agency()).stream()
                        .findFirst()
                        .map(it -> it.number() + 1)
                        .orElse(1);
        book.add(by.agency(), new Version(number, values, reason, by.person(), clock.instant()));
        audit.record(
                by,
                "inspections.result-values-changed",
                "inspection-result-values:" + number,
                Map.of(),
                Map.of("reason", reason));
    }

    /** Today or later: what was chosen before was chosen from the list of its day. */
    private @Nullable LocalDate day(
            String field, @Nullable String typed, List<FieldProblem> problems) {
        try {
            var day = LocalDate.parse(Objects.requireNonNullElse(typed, ""));
            if (!day.isBefore(LocalDate.now(clock))) {
                return day;
            }
        } catch (DateTimeException e) {
            // Said below: no day at all, or one that has passed.
        }
        problems.add(FieldProblem.of(field, "inspections.values.field.day"));
        return null;
    }

    private static String words(String field, @Nullable String typed, List<FieldProblem> problems) {
        var words = Objects.requireNonNullElse(typed, "").replaceAll("\\s+", " ").strip();
        if (words.isEmpty() || words.length() > WORDS) {
            problems.add(FieldProblem.of(field, "inspections.values.field." + field, WORDS));
        }
        return words;
    }
}
