package org.gongkai.opengov.budgets;

import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A budget or account of a unit for a year (预决算公开事项).
 *
 * @param unit key in addresses
 * @param subordinate whether it is of a unit under the agency
 * @param approval the one that holds; null while it is awaited
 * @param version number of the newest version; 0 while there is none
 * @param firstPublic the day on which it was public first; null until then
 * @param publicVersion the version that is public; null while none is
 */
public record BudgetPaper(
        long id,
        AgencyId agency,
        String unit,
        String unitName,
        boolean subordinate,
        int year,
        BudgetKind kind,
        @Nullable Approval approval,
        int version,
        @Nullable LocalDate firstPublic,
        @Nullable Integer publicVersion) {

    /**
     * 批复.
     *
     * @param document its number and name
     * @param reason why it was corrected
     */
    public record Approval(
            int number,
            String document,
            LocalDate approvedOn,
            String reason,
            @Nullable PersonId by,
            Instant at) {}

    /** How it stands (公开状态). */
    public enum State {
        /** 待批复. */
        AWAITED,
        /** 期限内. */
        RUNNING,
        /** 即将到期. */
        NEAR,
        /** 逾期未公开. */
        OVERDUE,
        /** 按期公开. */
        IN_TIME,
        /** 逾期公开. */
        LATE,
        /** 已撤回. */
        WITHDRAWN;

        /** As in addresses and the API. */
        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** As of today; what came late stays late. */
    public State state(LocalDate today) {
        if (approval == null) {
            return State.AWAITED;
        }
        var period = new PublicationPeriod(approval.approvedOn());
        if (firstPublic != null) {
            if (publicVersion == null) {
                return State.WITHDRAWN;
            }
            return period.isLate(firstPublic) ? State.LATE : State.IN_TIME;
        }
        if (period.isOverdue(today)) {
            return State.OVERDUE;
        }
        return period.isNear(today) ? State.NEAR : State.RUNNING;
    }

    /** The last day in time; null while the approval is awaited. */
    public @Nullable LocalDate lastDay() {
        return approval == null ? null : new PublicationPeriod(approval.approvedOn()).lastDay();
    }

    /** Its address for everybody. */
    public String path() {
        return "/budgets/" + year + "/" + unit + "/" + kind.slug();
    }
}
