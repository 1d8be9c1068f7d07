package org.gongkai.opengov.requests.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a late answer lay when its term ran out (逾期原因): the first thing that was not done then. */
public enum LatenessCause {
    /** 未及时分办. */
    NOT_ASSIGNED,
    /** 科室未及时回复. */
    SECTION,
    /** 未及时拟稿. */
    DRAFTING,
    /** 未及时审签. */
    SIGNING,
    /** 未及时制作. */
    MAKING,
    /** 未及时发出. */
    DISPATCH;

    /** Key of its name on pages. */
    public String messageKey() {
        return "requests.lateness." + name();
    }

    /** Where the work stood at the end of this day. */
    public static LatenessCause at(LocalDate due, Milestones work) {
        if (missed(work.madeOn(), due)) {
            if (missed(work.signedOn(), due)) {
                if (missed(work.draftedOn(), due)) {
                    return beforeDrafting(due, work);
                }
                return SIGNING;
            }
            return MAKING;
        }
        return DISPATCH;
    }

    private static LatenessCause beforeDrafting(LocalDate due, Milestones work) {
        if (!missed(work.sectionAnsweredOn(), due)) {
            return DRAFTING;
        }
        return missed(work.assignedOn(), due) ? NOT_ASSIGNED : SECTION;
    }

    private static boolean missed(@Nullable LocalDate day, LocalDate due) {
        return day == null || day.isAfter(due);
    }
}
