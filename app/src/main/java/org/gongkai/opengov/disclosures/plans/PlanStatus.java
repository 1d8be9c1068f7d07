package org.gongkai.opengov.disclosures.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a plan had come on a day, at the end of a period (一期落实情况).
 *
 * @param report the published report that says so
 * @param figures at least one; tasks that the report does not tell of are left out
 */
public record PlanStatus(LocalDate asOf, Report report, List<Figure> figures) {
    public PlanStatus {
        figures = List.copyOf(figures);
    }

    /** A published report, by its index number. */
    public record Report(UUID id, String indexNumber) {}

    /** What was reached of a task, by its name. */
    public record Figure(String task, BigDecimal reached) {}

    /** What was reached of this task; empty where the report does not tell of it. */
    public Optional<BigDecimal> reached(PlanTask task) {
        return figures.stream()
                .filter(it -> it.task().equals(task.name()))
                .map(Figure::reached)
                .findFirst();
    }
}
