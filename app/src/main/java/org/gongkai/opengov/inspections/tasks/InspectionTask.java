package org.gongkai.opengov.inspections.tasks;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.opengov.inspections.results.SkipReason;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An inspection to be made or made (检查任务).
 *
 * @param drawSeq number of the draw; null outside the plan
 * @param visit number of the visit in its draw
 * @param certificate where the draw's certificate of the visit is read; null while there is none
 * @param reason why it is made outside the plan; empty for a drawn one
 * @param reference number of the complaint, order or report it follows
 * @param sealed whether it is secret until the day of release
 * @param endedOn the day on which the officers left, or the reason for not checking was found
 * @param result code of the result value
 */
public record InspectionTask(
        long id,
        AgencyId agency,
        String number,
        TaskSource source,
        @Nullable Long drawSeq,
        @Nullable Integer visit,
        @Nullable String certificate,
        Unit unit,
        Item item,
        String reason,
        String reference,
        boolean sealed,
        LocalDate releaseOn,
        LocalDate dueOn,
        TaskState state,
        @Nullable PersonId approvedBy,
        @Nullable LocalDate endedOn,
        @Nullable String result,
        @Nullable SkipReason skipReason,
        @Nullable String skipWords,
        long version,
        Instant createdAt,
        @Nullable PersonId createdBy) {

    /** The inspected, as the register has it now. */
    public record Unit(long id, String name, String creditCode, String address, String region) {}

    /** The item of the list. */
    public record Item(long id, String number, String title, String basis) {}

    /** Whether nobody of the team may see it yet. */
    public boolean isHiddenOn(LocalDate today) {
        return sealed && today.isBefore(releaseOn) && state == TaskState.OPEN;
    }
}
