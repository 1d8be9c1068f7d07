package org.gongkai.platform.worklist;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person has to do (待办事项).
 *
 * @param messageKey key of the line that says what, e.g. 《{0}》待您签署; {@code <messageKey>.verb} is
 *     the word on the button, {@code <messageKey>.why} says from where it came, with the same
 *     arguments
 * @param arguments what the line names
 * @param link where it is done
 * @param due the last day; null where the law sets none
 * @param section whose it is
 * @param urgent whether it came by the emergency path (紧急); it stands before what is only late
 */
public record WorkItem(
        String messageKey,
        List<Object> arguments,
        String link,
        @Nullable LocalDate due,
        @Nullable SectionId section,
        boolean urgent) {
    public WorkItem {
        arguments = List.copyOf(arguments);
    }
}
