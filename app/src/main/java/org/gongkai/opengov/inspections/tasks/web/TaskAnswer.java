package org.gongkai.opengov.inspections.tasks.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.tasks.TaskStep;
import org.gongkai.opengov.inspections.tasks.TaskStepTaken;
import org.gongkai.opengov.inspections.tasks.TaskView;
import org.jspecify.annotations.Nullable;

/** An inspection as the API tells it (检查任务). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskAnswer(
        long id,
        String number,
        String source,
        @Nullable Long draw,
        @Nullable Integer visit,
        @Nullable String certificate,
        @Nullable Unit unit,
        Item item,
        @Nullable List<Officer> team,
        boolean shortOfOfficers,
        boolean sealed,
        String reason,
        String reference,
        LocalDate releaseOn,
        LocalDate dueOn,
        String state,
        @Nullable LocalDate endedOn,
        @Nullable String result,
        @Nullable String skipReason,
        @Nullable String skipWords,
        long version,
        List<String> allowedSteps,
        List<Taken> stepsTaken) {

    /** The inspected. */
    record Unit(String name, String creditCode, String address, String region) {}

    /** The item. */
    record Item(String number, String title, String basis) {}

    /** An officer of the team. */
    record Officer(String name, String certificate) {}

    /** What was done. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Taken(
            String step,
            String words,
            @Nullable LocalDate on,
            @Nullable Long person,
            Instant takenAt) {
        static Taken of(TaskStepTaken it) {
            var person = it.person();
            return new Taken(
                    it.step().slug(),
                    it.words(),
                    it.onDay(),
                    person == null ? null : person.value(),
                    it.takenAt());
        }
    }

    static TaskAnswer of(TaskView view) {
        var task = view.task();
        var skip = task.skipReason();
        var unit = task.unit();
        return new TaskAnswer(
                task.id(),
                task.number(),
                task.source().slug(),
                task.drawSeq(),
                task.visit(),
                view.hidden() ? null : task.certificate(),
                view.hidden()
                        ? null
                        : new Unit(unit.name(), unit.creditCode(), unit.address(), unit.region()),
                new Item(task.item().number(), task.item().title(), task.item().basis()),
                view.hidden()
                        ? null
                        : view.team().stream()
                                .map(it -> new Officer(it.name(), it.certificate()))
                                .toList(),
                view.isShort(),
                task.sealed(),
                task.reason(),
                task.reference(),
                task.releaseOn(),
                task.dueOn(),
                task.state().slug(),
                task.endedOn(),
                task.result(),
                skip == null ? null : skip.slug(),
                task.skipWords(),
                task.version(),
                view.allowed().stream().map(TaskStep::slug).toList(),
                view.steps().stream().map(Taken::of).toList());
    }
}
