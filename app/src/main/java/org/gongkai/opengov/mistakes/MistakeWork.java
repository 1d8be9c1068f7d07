package org.gongkai.opengov.mistakes;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.mistakes.MistakeDesk.MistakeLine;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Mistakes that wait for an answer (找错留言待办): on the start page of the responsible section and its
 * part-time openness officer; of the disclosure office where no section is known or it is late.
 */
@Component
@Order(25)
class MistakeWork implements WorklistSource {
    private final MistakeDesk desk;
    private final Wording wording;

    MistakeWork(MistakeDesk desk, Wording wording) {
        this.desk = desk;
        this.wording = wording;
    }

    @Override
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        return MistakeDesk.canRead(actor)
                ? desk.waitingFor(actor).stream().map(this::item).toList()
                : List.of();
    }

    private WorkItem item(MistakeLine line) {
        var report = line.report();
        return new WorkItem(
                line.section() == null ? "mistakes.work.route" : "mistakes.work.answer",
                List.of(report.number(), wording.say("mistakes.kind." + report.kind().name())),
                "/desk/mistakes/" + report.id(),
                line.standing().due(),
                report.section(),
                false);
    }
}
