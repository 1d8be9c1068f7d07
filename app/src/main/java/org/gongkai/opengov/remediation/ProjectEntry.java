package org.gongkai.opengov.remediation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.opengov.remediation.Measure.Direction;
import org.gongkai.opengov.remediation.Stage.Ground;
import org.gongkai.opengov.remediation.Stage.Withheld;
import org.gongkai.opengov.remediation.Typed.Check;
import org.jspecify.annotations.Nullable;

/** How each part of a project is typed, and what is meant by it (整治项目填报). */
public final class ProjectEntry {
    /** The fields of what a project is, in the order of the form. */
    public static final List<String> FACTS =
            List.of("name", "district", "cause", "basis", "unit", "head", "start", "deadline");

    /** The fields of one measure. */
    public static final List<String> MEASURE =
            List.of("name", "unit", "direction", "baseline", "target", "reached", "asOf");

    /** The most measures of a project. */
    public static final int MOST_MEASURES = 30;

    private ProjectEntry() {}

    /** The facts as they would be typed. */
    public static Typed of(ProjectFacts facts) {
        return new Typed(
                Map.of(
                        "name", facts.name(),
                        "district", facts.district(),
                        "cause", facts.cause(),
                        "basis", facts.basis(),
                        "unit", facts.unit(),
                        "head", facts.head(),
                        "start", facts.start().toString(),
                        "deadline", facts.deadline().toString()));
    }

    /** What a project is. */
    static ProjectFacts facts(Typed typed, Collection<String> districts) {
        var check = new Check(typed);
        var name = check.text("name", 100, true);
        var district =
                check.chosen(
                        "district", Optional.of(typed.of("district")).filter(districts::contains));
        var cause = check.text("cause", Check.LONG, true);
        var basis = check.text("basis", 200, true);
        var unit = check.text("unit", Check.SHORT, true);
        var head = check.text("head", Check.SHORT, true);
        var start = check.day("start");
        var deadline = check.day("deadline");
        if (check.right() && deadline.isBefore(start)) {
            check.add("deadline", "remediation.problem.before-start");
        }
        check.end();
        return new ProjectFacts(
                name, district.orElseThrow(), cause, basis, unit, head, start, deadline);
    }

    /** Measures as they would be typed, a row each: {@code 1.name}, {@code 1.unit} and so on. */
    public static Typed of(List<Measure> measures) {
        var typed = new HashMap<String, String>();
        for (var at = 0; at < measures.size(); at++) {
            var it = measures.get(at);
            var row = at + 1 + ".";
            typed.put(row + "name", it.name());
            typed.put(row + "unit", it.unit());
            typed.put(row + "direction", it.direction().slug());
            typed.put(row + "baseline", plain(it.baseline()));
            typed.put(row + "target", plain(it.target()));
            typed.put(row + "reached", plain(it.reached()));
            typed.put(row + "asOf", Objects.toString(it.asOf(), ""));
        }
        return new Typed(typed);
    }

    /** The measures of all rows in which something was typed. */
    static List<Measure> measures(Typed typed, LocalDate today) {
        var check = new Check(typed);
        var measures = new ArrayList<Measure>();
        var names = new HashSet<String>();
        for (var at = 1; at <= MOST_MEASURES; at++) {
            var row = at + ".";
            if (MEASURE.stream()
                    .filter(it -> !it.equals("direction"))
                    .allMatch(it -> typed.of(row + it).isEmpty())) {
                continue;
            }
            var read = measure(check, typed, row, today);
            if (!names.add(typed.of(row + "name"))) {
                check.add(row + "name", "remediation.problem.measure-twice");
            }
            if (read != null) {
                measures.add(read);
            }
        }
        check.end();
        return measures;
    }

    private static @Nullable Measure measure(
            Check check, Typed typed, String row, LocalDate today) {
        var name = check.text(row + "name", 100, true);
        var unit = check.text(row + "unit", 20, true);
        var direction =
                check.chosen(row + "direction", Direction.named(typed.of(row + "direction")));
        var baseline = check.number(row + "baseline", false);
        var target = check.number(row + "target", true);
        var reached = check.number(row + "reached", false);
        var asOf =
                reached == null && typed.of(row + "asOf").isEmpty()
                        ? null
                        : check.past(row + "asOf", today);
        if (reached == null && asOf != null) {
            check.add(row + "reached", "remediation.problem.required");
        }
        return direction.isEmpty() || target == null
                ? null
                : new Measure(name, unit, direction.orElseThrow(), baseline, target, reached, asOf);
    }

    /** A stage as it would be typed. */
    public static Typed of(Stage stage) {
        return new Typed(
                Map.of(
                        "kind",
                        stage.kind(),
                        "words",
                        stage.words(),
                        "formedOn",
                        stage.formedOn().toString(),
                        "document",
                        stage.document() == null ? "" : stage.document().indexNumber(),
                        "ground",
                        stage.withheld() == null ? "" : stage.withheld().ground().slug(),
                        "groundReason",
                        stage.withheld() == null ? "" : stage.withheld().reason()));
    }

    /** A stage without its document, which {@link StageDocuments} looks up. */
    static Stage stage(Check check, Typed typed, int number, StageList kinds, LocalDate today) {
        var kind = check.chosen("kind", kinds.kind(typed.of("kind")));
        var words = check.text("words", Check.SHORT, false);
        var formedOn = check.past("formedOn", today);
        var ground = Ground.named(typed.of("ground"));
        if (ground.isEmpty() && !typed.of("ground").isEmpty()) {
            check.add("ground", "remediation.problem.choose");
        }
        var reason = check.text("groundReason", Check.LONG, ground.isPresent());
        if (ground.isEmpty() && !reason.isEmpty()) {
            check.add("ground", "remediation.problem.ground");
        }
        if (ground.isPresent() && !typed.of("document").isEmpty()) {
            check.add("ground", "remediation.problem.published-and-withheld");
        }
        return new Stage(
                number,
                kind.map(StageKind::key).orElse(""),
                words,
                formedOn,
                null,
                ground.map(it -> new Withheld(it, reason)).orElse(null));
    }

    /** A later deadline. */
    static Extension extension(Typed typed, ProjectContent content, LocalDate today) {
        var check = new Check(typed);
        var until = check.day("until");
        var reason = check.text("reason", Check.LONG, true);
        var basis = check.text("basis", 200, true);
        var allowedOn = check.past("allowedOn", today);
        if (check.right() && !until.isAfter(content.lastDay())) {
            check.add("until", "remediation.problem.not-later", content.lastDay());
        }
        check.end();
        return new Extension(until, reason, basis, allowedOn);
    }

    /** The end of a project as it would be typed. */
    public static Typed of(@Nullable Completion completion, @Nullable Acceptance acceptance) {
        var typed = new HashMap<String, String>();
        if (completion != null) {
            typed.put("completedOn", completion.on().toString());
            typed.put("completionEvidence", completion.evidence());
        }
        if (acceptance != null) {
            typed.put("acceptedBy", acceptance.by());
            typed.put("acceptedOn", acceptance.on().toString());
            typed.put("passed", acceptance.passed() ? "yes" : "no");
            typed.put("acceptanceEvidence", acceptance.evidence());
        }
        return new Typed(typed);
    }

    /** That the work is done; null where nothing was typed. */
    static @Nullable Completion completion(
            Check check, Typed typed, ProjectContent content, LocalDate today) {
        if (typed.of("completedOn").isEmpty() && typed.of("completionEvidence").isEmpty()) {
            return null;
        }
        var on = check.past("completedOn", today);
        var evidence = check.text("completionEvidence", Check.LONG, true);
        if (check.right() && on.isBefore(content.facts().start())) {
            check.add("completedOn", "remediation.problem.before-start");
        }
        return new Completion(on, evidence);
    }

    /** That somebody else looked at it; null where nothing was typed. */
    static @Nullable Acceptance acceptance(
            Check check,
            Typed typed,
            ProjectContent content,
            @Nullable Completion completion,
            LocalDate today) {
        if (List.of("acceptedBy", "acceptedOn", "passed", "acceptanceEvidence").stream()
                .allMatch(it -> typed.of(it).isEmpty())) {
            return null;
        }
        var by = check.text("acceptedBy", Check.SHORT, true);
        var on = check.past("acceptedOn", today);
        var passed =
                check.chosen(
                        "passed",
                        Optional.of(typed.of("passed")).filter(List.of("yes", "no")::contains));
        var evidence = check.text("acceptanceEvidence", Check.LONG, true);
        if (completion == null) {
            check.add("completedOn", "remediation.problem.accepted-before-completed");
        } else if (on.isBefore(completion.on()) && !on.equals(LocalDate.EPOCH)) {
            check.add("acceptedOn", "remediation.problem.before-completion", completion.on());
        }
        if (Acceptance.sameUnit(by, content.facts().unit())) {
            check.add("acceptedBy", "remediation.problem.own-acceptance", content.facts().unit());
        }
        return new Acceptance(by, on, passed.orElse("").equals("yes"), evidence);
    }

    private static String plain(java.math.@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
