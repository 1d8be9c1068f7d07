package org.gongkai.opengov.inspections.tasks;

import java.time.Instant;
import java.util.UUID;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One save of a record of inspection (检查记录保存).
 *
 * @param clientId given by the page or the telephone
 * @param base the number of the save it was made from; 0 for none
 * @param number its own number; null where another came first, and it is kept beside
 */
public record VisitSave(
        long id,
        long task,
        UUID clientId,
        int base,
        @Nullable Integer number,
        boolean finished,
        VisitContent content,
        String fingerprint,
        Instant madeAt,
        PersonId person,
        Instant savedAt) {

    /** Whether another save came first. */
    public boolean isBeside() {
        return number == null;
    }
}
