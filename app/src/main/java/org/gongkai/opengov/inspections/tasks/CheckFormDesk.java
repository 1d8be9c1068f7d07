package org.gongkai.opengov.inspections.tasks;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.inspections.InspectionRights;
import org.gongkai.opengov.inspections.tasks.Question.Kind;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The check forms of the items (检查表管理): versions by their first day, added by the keeper and never
 * changed.
 */
@Service
@Transactional
public class CheckFormDesk {
    private static final int TEXT = 300;

    private final Visits visits;
    private final TaskChoices choices;
    private final AuditTrail audit;
    private final Clock clock;

    CheckFormDesk(Visits visits, TaskChoices choices, AuditTrail audit, Clock clock) {
        this.visits = visits;
        this.choices = choices;
        this.audit = audit;
        this.clock = clock;
    }

    /** An item and the form it has today; without questions where it has none of its own. */
    public record OfItem(String number, String title, CheckForm form) {}

    /**
     * A question as it is typed; the kind as {@code yes-no}, {@code number}, {@code text}, {@code
     * photo}.
     */
    public record QuestionInput(
            @Nullable String key,
            @Nullable String text,
            @Nullable String kind,
            @Nullable String unit,
            @Nullable Boolean required,
            @Nullable String basis) {}

    /** Every item in force with its form. */
    @Transactional(readOnly = true)
    public List<OfItem> all(Actor by) {
        InspectionRights.mustRead(by);
        var today = LocalDate.now(clock);
        return choices.all(by.agency(), today).items().stream()
                .map(
                        it ->
                                new OfItem(
                                        it.code(),
                                        it.name(),
                                        visits.form(item(by, it.code()), today)))
                .toList();
    }

    /** Every version of the form of an item, the newest first. */
    @Transactional(readOnly = true)
    public List<CheckForm> versions(Actor by, String item) {
        InspectionRights.mustRead(by);
        return visits.forms(item(by, item));
    }

    /** What an item is called. */
    @Transactional(readOnly = true)
    public String title(Actor by, String item) {
        InspectionRights.mustRead(by);
        return choices.all(by.agency(), LocalDate.now(clock)).items().stream()
                .filter(it -> it.code().equals(item))
                .map(TaskChoices.One::name)
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /**
     * Adds a version; its number. Records already written keep the version they were written on.
     */
    public int add(
            Actor by,
            String item,
            @Nullable String validFrom,
            @Nullable List<QuestionInput> typed) {
        var grant = InspectionRights.mustKeep(by);
        long id = item(by, item);
        var problems = new ArrayList<FieldProblem>();
        var from = from(validFrom, problems);
        var questions = questions(Objects.requireNonNullElse(typed, List.of()), problems);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        int version =
                visits.addForm(
                        by.agency().value(),
                        id,
                        questions,
                        Objects.requireNonNull(from),
                        by.person(),
                        clock.instant());
        audit.record(
                by,
                grant,
                "inspections.form-added",
                "inspection-item:" + id,
                Map.of(),
                Map.of("version", version, "questions", questions.size()));
        return version;
    }

    private @Nullable LocalDate from(@Nullable String typed, List<FieldProblem> problems) {
        try {
            var day = LocalDate.parse(TaskDesk.text(typed));
            if (day.isBefore(LocalDate.now(clock))) {
                problems.add(FieldProblem.of("validFrom", "inspections.tasks.field.past"));
            }
            return day;
        } catch (DateTimeException unreadable) {
            problems.add(FieldProblem.of("validFrom", "inspections.tasks.field.day"));
            return null;
        }
    }

    private static List<Question> questions(
            List<QuestionInput> typed, List<FieldProblem> problems) {
        var questions = new ArrayList<Question>();
        var keys = new HashSet<String>();
        if (typed.isEmpty() || typed.size() > CheckForm.MOST) {
            problems.add(
                    FieldProblem.of("questions", "inspections.forms.field.count", CheckForm.MOST));
        }
        for (var at = 0; at < typed.size() && problems.isEmpty(); at++) {
            var it = typed.get(at);
            var key = TaskDesk.text(it.key());
            var text = TaskDesk.text(it.text());
            var unit = TaskDesk.text(it.unit());
            var kind = kind(TaskDesk.text(it.kind()));
            var basis = TaskDesk.text(it.basis());
            if (!key.matches("[a-z][a-z0-9-]{0,39}") || !keys.add(key)) {
                problems.add(FieldProblem.of("questions", "inspections.forms.field.key", at + 1));
            } else if (text.isEmpty() || text.length() > TEXT || basis.length() > TEXT) {
                problems.add(FieldProblem.of("questions", "inspections.forms.field.text", at + 1));
            } else if (kind == null) {
                problems.add(FieldProblem.of("questions", "inspections.forms.field.kind", at + 1));
            } else if ((kind == Kind.NUMBER) == unit.isEmpty()) {
                problems.add(FieldProblem.of("questions", "inspections.forms.field.unit", at + 1));
            } else {
                questions.add(
                        new Question(
                                key,
                                text,
                                kind,
                                unit.isEmpty() ? null : unit,
                                Boolean.TRUE.equals(it.required()),
                                basis));
            }
        }
        return questions;
    }

    private static @Nullable Kind kind(String typed) {
        return switch (typed.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "yes-no" -> Kind.YES_NO;
            case "number" -> Kind.NUMBER;
            case "text" -> Kind.TEXT;
            case "photo" -> Kind.PHOTO;
            default -> null;
        };
    }

    private long item(Actor by, String number) {
        return choices.item(by.agency(), number, LocalDate.now(clock))
                .orElseThrow(Refusal::notFound);
    }
}
