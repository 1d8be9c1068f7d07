package org.gongkai.opengov.disclosures.plans.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.plans.PlanStatus.Figure;
import org.gongkai.opengov.disclosures.plans.PublicProgress;
import org.jspecify.annotations.Nullable;

/** A plan with what became of it, as data for everybody (规划落实情况数据). */
record PublicProgressAnswer(
        String indexNumber,
        String title,
        String path,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodTo,
        int targets,
        long met,
        @Nullable Instant releasedAt,
        List<Task> tasks,
        List<Status> statuses,
        List<String> related) {

    static PublicProgressAnswer of(PublicProgress.View it) {
        var plan = it.plan();
        return new PublicProgressAnswer(
                plan.listing().indexNumber().toString(),
                plan.listing().title(),
                it.address(),
                plan.from(),
                plan.to(),
                it.tasks().size(),
                it.met(),
                it.past().isEmpty() ? null : it.past().getFirst().decidedAt(),
                it.tasks().stream().map(Task::of).toList(),
                it.statuses().stream().map(Status::of).toList(),
                it.related().values().stream()
                        .flatMap(List::stream)
                        .map(PublicListing::indexNumber)
                        .map(Object::toString)
                        .toList());
    }

    /** A task with its last figure. */
    record Task(
            String name,
            String unit,
            String direction,
            BigDecimal target,
            @Nullable BigDecimal reached,
            @Nullable LocalDate asOf,
            boolean met) {

        static Task of(PublicProgress.TaskView it) {
            var task = it.task();
            return new Task(
                    task.name(),
                    task.unit(),
                    task.direction().slug(),
                    task.target(),
                    it.reached(),
                    it.status() == null ? null : it.status().status().asOf(),
                    it.met());
        }
    }

    /** What a report said; withdrawn when it is no longer public. */
    record Status(LocalDate asOf, String report, boolean withdrawn, List<Figure> figures) {
        static Status of(PublicProgress.StatusView it) {
            var status = it.status();
            return new Status(
                    status.asOf(), status.report().indexNumber(), !it.backed(), status.figures());
        }
    }
}
