package org.gongkai.opengov.inspections.tasks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.inspections.results.Measure;
import org.gongkai.opengov.inspections.results.MeasureRule;
import org.gongkai.opengov.inspections.results.ResultValue;
import org.gongkai.opengov.inspections.results.ResultValues;
import org.gongkai.opengov.inspections.tasks.VisitContent.Present;
import org.gongkai.platform.refusals.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record of inspection may be kept, and whether it is complete (检查记录完整性).
 *
 * <p>《行政处罚法》 arts. 42 and 55: at least two officers who show their certificates; what was found is
 * written down and signed; who refuses to sign is noted. 国办发〔2024〕54号: the notice, and when the
 * officers came and went.
 *
 * @param officers names of the officers of the team who are free to go
 * @param photos how many pictures there are to each question
 */
record VisitCheck(
        CheckForm form,
        ResultValues values,
        Collection<String> officers,
        Map<String, Integer> photos,
        LocalDate releaseOn,
        LocalDateTime now) {
    static final int LONGEST = 4_000;

    /** What a complete record says, read. */
    record Complete(
            LocalDateTime arrived,
            LocalDateTime left,
            ResultValue result,
            Set<Measure> measures,
            @Nullable LocalDate rectifyBy) {}

    /** What is wrong with a record that is only kept for now: nothing that can still be added. */
    List<FieldProblem> whileWritten(VisitContent content) {
        var problems = new ArrayList<FieldProblem>();
        answers(content, false, problems);
        lengths(content, problems);
        return problems;
    }

    /** What keeps the record from being finished. */
    List<FieldProblem> whenFinished(VisitContent content, Present present) {
        var problems = new ArrayList<FieldProblem>();
        answers(content, true, problems);
        lengths(content, problems);
        times(content, problems);
        yes("noticeGiven", content.noticeGiven(), problems);
        yes("certificatesShown", content.certificatesShown(), problems);
        findings(content, problems);
        signatures(content, problems);
        if (present.name().isEmpty() && present.refusal().isEmpty()) {
            problems.add(FieldProblem.of("presentName", "inspections.tasks.field.present"));
        }
        return problems;
    }

    /** The complete record, read; only of one without problems. */
    Complete read(VisitContent content) {
        var left = moment(content.left()).orElseThrow();
        return new Complete(
                moment(content.arrived()).orElseThrow(),
                left,
                values.find(content.result()).orElseThrow(),
                measures(content),
                content.rectifyBy().isEmpty() ? null : LocalDate.parse(content.rectifyBy()));
    }

    private void answers(VisitContent content, boolean complete, List<FieldProblem> problems) {
        for (var question : form.questions()) {
            question.fault(
                            content.answers().get(question.key()),
                            photos.getOrDefault(question.key(), 0),
                            complete)
                    .ifPresent(
                            it ->
                                    problems.add(
                                            FieldProblem.of(
                                                    VisitContent.ANSWER + question.key(),
                                                    "inspections.tasks.answer." + it.name(),
                                                    question.text())));
        }
        content.answers().keySet().stream()
                .filter(key -> form.questions().stream().noneMatch(it -> it.key().equals(key)))
                .forEach(
                        it ->
                                problems.add(
                                        FieldProblem.of(
                                                VisitContent.ANSWER + it,
                                                "inspections.tasks.field.no-such-question",
                                                it)));
    }

    private static void lengths(VisitContent content, List<FieldProblem> problems) {
        var notes =
                content.notes().values().stream().anyMatch(it -> it.length() > Question.LONGEST);
        if (notes || content.findings().length() > LONGEST) {
            problems.add(FieldProblem.of("findings", "inspections.tasks.field.too-long", LONGEST));
        }
        if (content.order().length() > LONGEST) {
            problems.add(FieldProblem.of("order", "inspections.tasks.field.too-long", LONGEST));
        }
    }

    private void times(VisitContent content, List<FieldProblem> problems) {
        var arrived = moment(content.arrived());
        var left = moment(content.left());
        if (arrived.isEmpty()) {
            problems.add(FieldProblem.of("arrived", "inspections.tasks.field.arrived"));
        } else if (arrived.get().toLocalDate().isBefore(releaseOn)) {
            problems.add(
                    FieldProblem.of(
                            "arrived", "inspections.tasks.field.before-release", releaseOn));
        }
        if (left.isEmpty()) {
            problems.add(FieldProblem.of("left", "inspections.tasks.field.left"));
        } else if (arrived.isPresent() && left.get().isBefore(arrived.get())) {
            problems.add(FieldProblem.of("left", "inspections.tasks.field.left-first"));
        } else if (left.get().isAfter(now.plusMinutes(5))) {
            problems.add(FieldProblem.of("left", "inspections.tasks.field.future"));
        }
    }

    private void findings(VisitContent content, List<FieldProblem> problems) {
        if (content.findings().isEmpty()) {
            problems.add(FieldProblem.of("findings", "inspections.tasks.field.findings"));
        }
        var endedOn = moment(content.left()).orElse(now).toLocalDate();
        var result = values.find(content.result()).filter(it -> it.holdsOn(endedOn));
        if (result.isEmpty()) {
            problems.add(FieldProblem.of("result", "inspections.tasks.field.result"));
            return;
        }
        if (content.measures().stream().anyMatch(it -> Measure.named(it).isEmpty())) {
            problems.add(FieldProblem.of("measures", "inspections.tasks.field.measures"));
            return;
        }
        var by = day(content.rectifyBy());
        if (!content.rectifyBy().isEmpty() && by.isEmpty()) {
            problems.add(FieldProblem.of("rectifyBy", "inspections.tasks.field.day"));
            return;
        }
        MeasureRule.faults(result.get().effect(), measures(content), endedOn, by.orElse(null))
                .forEach(
                        it ->
                                problems.add(
                                        FieldProblem.of(
                                                fieldOf(it),
                                                "inspections.results.fault." + it.name())));
    }

    private static String fieldOf(MeasureRule.Fault fault) {
        return switch (fault) {
            case MEASURE_WITHOUT_PROBLEM, ORDER_MISSING, MEASURE_MISSING -> "measures";
            case DUE_DATE_MISSING, DUE_DATE_BEFORE_END, DUE_DATE_WITHOUT_ORDER -> "rectifyBy";
        };
    }

    /** Two officers of the team sign by name. */
    private void signatures(VisitContent content, List<FieldProblem> problems) {
        var signed =
                content.signatures()
                        .lines()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .toList();
        var strangers = signed.stream().filter(it -> !officers.contains(it)).toList();
        if (!strangers.isEmpty()) {
            problems.add(
                    FieldProblem.of(
                            "signatures",
                            "inspections.tasks.field.stranger",
                            strangers.getFirst()));
        } else if (signed.stream().distinct().count() < VisitTeam.FEWEST) {
            problems.add(FieldProblem.of("signatures", "inspections.tasks.field.signatures"));
        }
    }

    private static void yes(String field, boolean said, List<FieldProblem> problems) {
        if (!said) {
            problems.add(FieldProblem.of(field, "inspections.tasks.field." + field));
        }
    }

    private static Set<Measure> measures(VisitContent content) {
        var found = EnumSet.noneOf(Measure.class);
        content.measures().forEach(it -> Measure.named(it).ifPresent(found::add));
        return found;
    }

    private static Optional<LocalDateTime> moment(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
