package org.gongkai.opengov.inspections.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.inspections.VisitsDrawn;
import org.gongkai.opengov.inspections.VisitsDrawn.Visit;
import org.gongkai.opengov.inspections.results.SkipReason;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes tasks of drawn visits (抽取结果转任务), in the transaction of the draw: a visit is there or
 * neither is. An amendment changes the team, or ends the task of the replaced unit and begins
 * another.
 */
@Component
class DrawnTasks {
    private final Tasks tasks;
    private final Clock clock;

    DrawnTasks(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(VisitsDrawn drawn) {
        drawn.visits().forEach(it -> take(drawn, it));
    }

    private void take(VisitsDrawn drawn, Visit visit) {
        endReplaced(drawn, visit);
        var standing = tasks.visit(drawn.agency(), drawn.drawSeq(), visit.t(), visit.unit());
        long id = standing.orElseGet(() -> add(drawn, visit));
        changeTeam(id, visit);
    }

    private long add(VisitsDrawn drawn, Visit visit) {
        var now = clock.instant();
        long id =
                tasks.add(
                        new Tasks.New(
                                drawn.agency(),
                                TaskSource.DRAWN,
                                drawn.drawSeq(),
                                visit.t(),
                                visit.certificate(),
                                visit.unit(),
                                visit.item(),
                                "",
                                "",
                                drawn.sealed(),
                                drawn.releaseOn(),
                                drawn.dueOn(),
                                TaskState.OPEN,
                                null,
                                now),
                        today().getYear());
        step(id, TaskStep.ISSUE, Objects.requireNonNullElse(visit.reason(), ""), now);
        return id;
    }

    private void endReplaced(VisitsDrawn drawn, Visit visit) {
        var now = clock.instant();
        var words = Objects.requireNonNullElse(visit.reason(), SkipReason.AMENDED.term());
        for (var it : tasks.visits(drawn.agency(), drawn.drawSeq(), visit.t())) {
            if (it.unit().id() != visit.unit() && it.state() == TaskState.OPEN) {
                tasks.skip(it.id(), today(), SkipReason.AMENDED, words);
                step(it.id(), TaskStep.SKIP, words, now);
            }
        }
    }

    private void changeTeam(long id, Visit visit) {
        var now = clock.instant();
        var wanted = new HashSet<>(visit.officers());
        var team = tasks.teams(List.of(id), today()).getOrDefault(id, List.of());
        for (var it : team) {
            if (!wanted.remove(it.officer())) {
                var why = Objects.requireNonNullElse(visit.reason(), SkipReason.AMENDED.term());
                tasks.leave(id, it.officer(), why, now);
                step(id, TaskStep.REMOVE_OFFICER, it.name() + "：" + why, now);
            }
        }
        visit.officers().stream().filter(wanted::contains).forEach(it -> tasks.join(id, it, now));
    }

    private void step(long id, TaskStep step, String words, Instant at) {
        tasks.record(id, new TaskStepTaken(step, words, null, null, null, at));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
