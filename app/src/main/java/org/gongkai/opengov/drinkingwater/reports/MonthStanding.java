package org.gongkai.opengov.drinkingwater.reports;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How a month stands with the public (月份公开状态).
 *
 * @param due the last day on which it is public in time
 * @param release null unless it is public
 * @param reason why it is not: what the section says, or why the report was withdrawn; empty if
 *     nobody has said
 */
public record MonthStanding(
        YearMonth month,
        LocalDate due,
        @Nullable Release release,
        boolean withdrawn,
        String reason,
        LocalDate today) {

    /** The word for it. */
    public enum State {
        /** 已公开. */
        RELEASED,
        /** 已撤回: it was public. */
        WITHDRAWN,
        /** 未到期. */
        NOT_YET_DUE,
        /** 逾期未公开: a gap, to be seen. */
        MISSING
    }

    /** Which of them it is. */
    public State state() {
        if (release != null) {
            return State.RELEASED;
        }
        if (withdrawn) {
            return State.WITHDRAWN;
        }
        return today.isAfter(due) ? State.MISSING : State.NOT_YET_DUE;
    }
}
