package org.gongkai.opengov.disclosures.plans;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gongkai.opengov.disclosures.plans.PlanStatus.Figure;
import org.gongkai.opengov.disclosures.plans.PlanStatus.Report;
import org.gongkai.opengov.disclosures.plans.PlanTask.Direction;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a plan as typed (落实情况填报): a row for each task, {@code 1.name}, {@code 1.unit} and so
 * on, and one for each status, {@code s1.asOf}, {@code s1.report} and {@code s1.figure1} for the
 * task of row 1.
 */
public record ProgressEntry(Map<String, String> typed) {
    /** The fields of a task, in the order of the form. */
    public static final List<String> FIELDS = List.of("name", "unit", "direction", "target");

    /** The most tasks; with the most statuses still fewer fields than a form may have. */
    public static final int MOST_TASKS = 30;

    /** The most statuses. */
    public static final int MOST_STATUSES = 20;

    private static final int LONGEST = 100;
    private static final int LONGEST_UNIT = 20;

    public ProgressEntry {
        typed = Map.copyOf(typed);
    }

    /** What a revision says, as it would be typed. */
    public static ProgressEntry of(PlanProgress progress) {
        var typed = new HashMap<String, String>();
        for (var at = 1; at <= progress.tasks().size(); at++) {
            var it = progress.tasks().get(at - 1);
            typed.put(at + ".name", it.name());
            typed.put(at + ".unit", it.unit());
            typed.put(at + ".direction", it.direction().slug());
            typed.put(at + ".target", it.target().toPlainString());
        }
        for (var at = 1; at <= progress.statuses().size(); at++) {
            var it = progress.statuses().get(at - 1);
            typed.put("s" + at + ".asOf", it.asOf().toString());
            typed.put("s" + at + ".report", it.report().indexNumber());
            for (var task = 1; task <= progress.tasks().size(); task++) {
                var field = figure(at, task);
                it.reached(progress.tasks().get(task - 1))
                        .ifPresent(reached -> typed.put(field, reached.toPlainString()));
            }
        }
        return new ProgressEntry(typed);
    }

    /** The field for what a status says of a task, by the number of their rows. */
    public static String figure(int status, int task) {
        return "s" + status + ".figure" + task;
    }

    /** What was typed into a field; empty for nothing. */
    public String of(String field) {
        return typed.getOrDefault(field, "").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }

    /** The rows in which a task was typed. */
    public List<Integer> tasks() {
        return rows(MOST_TASKS, it -> Set.of(it + ".name", it + ".unit", it + ".target"));
    }

    /** The rows in which a status was typed. */
    public List<Integer> statuses() {
        return rows(
                MOST_STATUSES,
                it -> {
                    var fields = new HashSet<>(Set.of("s" + it + ".asOf", "s" + it + ".report"));
                    tasks().forEach(task -> fields.add(figure(it, task)));
                    return fields;
                });
    }

    private List<Integer> rows(int most, Function<Integer, Set<String>> fields) {
        return IntStream.rangeClosed(1, most)
                .boxed()
                .filter(it -> fields.apply(it).stream().anyMatch(field -> !of(field).isEmpty()))
                .toList();
    }

    /**
     * What is meant by all rows in which something was typed.
     *
     * @param reports finds the public report under what was typed; empty for none
     */
    PlanProgress checked(LocalDate today, Function<String, Optional<Report>> reports) {
        var reading = new Reading(this, today, reports, new ArrayList<>());
        var progress = reading.progress();
        if (!reading.problems().isEmpty()) {
            throw Refusal.invalid(reading.problems());
        }
        return progress;
    }

    private record Reading(
            ProgressEntry entry,
            LocalDate today,
            Function<String, Optional<Report>> reports,
            List<FieldProblem> problems) {

        PlanProgress progress() {
            var names = new HashMap<Integer, String>();
            var tasks = new ArrayList<PlanTask>();
            for (var row : entry.tasks()) {
                var task = task(row + ".");
                if (task.isPresent() && names.containsValue(entry.of(row + ".name"))) {
                    add(row + ".name", "disclosures.plans.problem.twice");
                }
                names.put(row, entry.of(row + ".name"));
                task.ifPresent(tasks::add);
            }
            var days = new HashSet<LocalDate>();
            var statuses = new ArrayList<PlanStatus>();
            for (var row : entry.statuses()) {
                status(row, names)
                        .ifPresent(
                                it -> {
                                    if (!days.add(it.asOf())) {
                                        add(
                                                "s" + row + ".asOf",
                                                "disclosures.plans.problem.day-twice");
                                    }
                                    statuses.add(it);
                                });
            }
            return new PlanProgress(tasks, statuses);
        }

        private Optional<PlanTask> task(String row) {
            var name = text(row + "name", LONGEST);
            var unit = text(row + "unit", LONGEST_UNIT);
            var direction = Direction.named(entry.of(row + "direction"));
            if (direction.isEmpty()) {
                add(row + "direction", "disclosures.plans.problem.choose");
            }
            if (entry.of(row + "target").isEmpty()) {
                add(row + "target", "disclosures.plans.problem.required");
            }
            var target = number(row + "target");
            return direction.isEmpty() || target == null
                    ? Optional.empty()
                    : Optional.of(new PlanTask(name, unit, direction.get(), target));
        }

        private Optional<PlanStatus> status(int row, Map<Integer, String> names) {
            var asOf = day("s" + row + ".asOf");
            var report = reports.apply(entry.of("s" + row + ".report"));
            if (report.isEmpty()) {
                add("s" + row + ".report", "disclosures.plans.problem.report");
            }
            var figures = new ArrayList<Figure>();
            for (var task : entry.tasks()) {
                var reached = number(figure(row, task));
                if (reached != null) {
                    figures.add(new Figure(names.getOrDefault(task, ""), reached));
                }
            }
            if (entry.tasks().stream().allMatch(it -> entry.of(figure(row, it)).isEmpty())) {
                add("s" + row + ".asOf", "disclosures.plans.problem.no-figure");
            }
            return asOf == null || report.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PlanStatus(asOf, report.get(), figures));
        }

        private String text(String field, int longest) {
            var text = entry.of(field);
            if (text.isEmpty()) {
                add(field, "disclosures.plans.problem.required");
            }
            if (text.length() > longest) {
                add(field, "disclosures.plans.problem.too-long", longest);
            }
            return text;
        }

        private @Nullable BigDecimal number(String field) {
            var text = entry.of(field);
            if (text.isEmpty()) {
                return null;
            }
            if (text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
                return new BigDecimal(text);
            }
            add(field, "disclosures.plans.problem.number");
            return null;
        }

        private @Nullable LocalDate day(String field) {
            try {
                var day = LocalDate.parse(entry.of(field));
                if (!day.isAfter(today)) {
                    return day;
                }
                add(field, "disclosures.plans.problem.future");
            } catch (DateTimeException noDay) {
                add(field, "disclosures.plans.problem.day");
            }
            return null;
        }

        private void add(String field, String key, Object... arguments) {
            problems.add(FieldProblem.of(field, key, arguments));
        }
    }
}
