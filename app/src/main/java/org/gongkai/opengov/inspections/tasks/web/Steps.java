package org.gongkai.opengov.inspections.tasks.web;

import java.util.Map;
import org.gongkai.opengov.inspections.tasks.FieldDesk;
import org.gongkai.opengov.inspections.tasks.TaskDesk;
import org.gongkai.opengov.inspections.tasks.TaskStep;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;

/** Which method of the desks takes which step (检查环节办理), for pages and API alike. */
final class Steps {
    private Steps() {}

    static void take(
            TaskDesk desk,
            FieldDesk field,
            Actor by,
            long id,
            TaskStep step,
            @Nullable Long version,
            Map<String, ? extends @Nullable String> typed) {
        var words = said(typed.get("words"));
        switch (step) {
            case APPROVE -> desk.approve(by, id, version, words);
            case REFUSE -> desk.refuse(by, id, version, words);
            case ADD_OFFICER -> desk.addOfficer(by, id, version, said(typed.get("officer")));
            case REMOVE_OFFICER ->
                    desk.removeOfficer(by, id, version, said(typed.get("officer")), words);
            case SKIP -> desk.skip(by, id, version, typed.get("reason"), words);
            case REPORT_DONE -> field.reportDone(by, id, typed.get("on"), words);
            case RECHECK -> field.recheck(by, id, typed.get("on"), passed(typed), words);
            case HAND_OVER ->
                    field.handOver(
                            by,
                            id,
                            typed.get("measure"),
                            typed.get("receiver"),
                            typed.get("paper"),
                            typed.get("on"),
                            words);
            // These are taken by the record itself, or by a draw.
            case PROPOSE, ISSUE, GIVE_NOTICE, ENTER, LEAVE, FINISH -> throw Refusal.notFound();
        }
    }

    private static @Nullable Boolean passed(Map<String, ? extends @Nullable String> typed) {
        return switch (said(typed.get("passed"))) {
            case "yes", "true" -> Boolean.TRUE;
            case "no", "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static String said(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
