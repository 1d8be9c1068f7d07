package org.gongkai.opengov.inspections.draws;

import java.time.Instant;
import java.util.Locale;
import org.gongkai.platform.roles.PersonId;

/**
 * The computation of a draw (抽取运算): it may be stopped, and begins again where it is asked for; the
 * outcome is the same.
 *
 * @param done how many of {@code total} records the phase has been through
 * @param problem what no longer fits what was frozen; empty if all does
 */
public record DrawRun(
        long draw,
        State state,
        Phase phase,
        int done,
        int total,
        String problem,
        PersonId by,
        Instant begunAt,
        Instant changedAt) {

    /** Where it stands. */
    public enum State {
        WAITING,
        RUNNING,
        STOPPED,
        /** What was frozen is not there as it was. */
        REFUSED,
        DONE;

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What it is at. */
    public enum Phase {
        /** 读取冻结名录. */
        READ,
        /** 核对名录. */
        LISTS,
        /** 计算抽签号. */
        TICKETS,
        /** 分派人员. */
        SEATS,
        /** 计算结果根. */
        RESULT,
        /** 写入结果. */
        KEEP
    }

    /** Whether it is to be worked on. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Percent of the phase; 0 while it is not known. */
    public int percent() {
        return total == 0 ? 0 : (int) (100L * done / total);
    }
}
