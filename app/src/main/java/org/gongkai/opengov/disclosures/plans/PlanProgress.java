package org.gongkai.opengov.disclosures.plans;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tasks and figures of a plan and how far it had come by period, as its section tells it
 * (规划落实情况).
 *
 * @param statuses by their day, one a day
 */
public record PlanProgress(List<PlanTask> tasks, List<PlanStatus> statuses) {
    /** Nothing has been told yet. */
    public static final PlanProgress NONE = new PlanProgress(List.of(), List.of());

    public PlanProgress {
        tasks = List.copyOf(tasks);
        statuses = statuses.stream().sorted(Comparator.comparing(PlanStatus::asOf)).toList();
    }

    /** The last status that tells of this task. */
    public Optional<PlanStatus> latest(PlanTask task) {
        return statuses.reversed().stream().filter(it -> it.reached(task).isPresent()).findFirst();
    }

    /** How many targets have been reached, by the last figure of each. */
    public long met() {
        return tasks.stream()
                .filter(
                        it ->
                                latest(it)
                                        .flatMap(status -> status.reached(it))
                                        .filter(it::metBy)
                                        .isPresent())
                .count();
    }

    /** The day up to which it has been told; null while it has not. */
    public @Nullable LocalDate toldUpTo() {
        return statuses.isEmpty() ? null : statuses.getLast().asOf();
    }
}
