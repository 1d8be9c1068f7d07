package org.gongkai.opengov.inspections;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A draw has a result: these visits are to be made (抽取结果下达). Told within the transaction that
 * draws, and again for each amendment with the visits that are new.
 *
 * @param drawSeq the number of the draw, without gaps
 * @param sealed whether the teams see their visits only on the day of release
 * @param releaseOn the first day of the visits
 * @param dueOn the last day of the visits
 */
public record VisitsDrawn(
        AgencyId agency,
        long drawSeq,
        boolean sealed,
        LocalDate releaseOn,
        LocalDate dueOn,
        List<Visit> visits) {
    public VisitsDrawn {
        visits = List.copyOf(visits);
    }

    /**
     * A visit of the draw, as it stands.
     *
     * @param t its number in the draw; a replaced unit keeps it
     * @param unit in the register of units
     * @param item in the list of items
     * @param officers in the register of officers; with fewer than two the visit is short and
     *     blocked
     * @param certificate address of the page on which a firm checks the visit; null before there is
     *     one
     * @param reason why this visit was amended; null for one as it was drawn
     */
    public record Visit(
            int t,
            long unit,
            long item,
            List<Long> officers,
            @Nullable String certificate,
            @Nullable String reason) {
        public Visit {
            officers = List.copyOf(officers);
        }
    }
}
