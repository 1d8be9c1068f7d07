package org.gongkai.opengov.inspections.registers;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes into a register (名录导入).
 *
 * @param total rows of the file; null until they are known
 * @param overtaken rows not carried out, because the entry was changed after the comparison
 * @param failure why it stopped; null unless it failed
 */
public record RegisterImport(
        long id,
        AgencyId agency,
        Register register,
        String fileName,
        State state,
        @Nullable Integer total,
        Counts counts,
        @Nullable String failure,
        PersonId begunBy,
        Instant begunAt,
        Instant changedAt) {

    /** How far it is. */
    public enum State {
        /** 读取中. */
        READING,
        /** 比对中. */
        COMPARING,
        /** 待确认: nothing of the register has changed yet. */
        CHECKED,
        /** 写入中. */
        APPLYING,
        /** 已完成. */
        DONE,
        /** 已取消. */
        CANCELLED,
        /** 未能读取. */
        FAILED;

        /** Whether the program is at it. */
        public boolean isAtWork() {
            return this == READING || this == COMPARING || this == APPLYING;
        }

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Rows by what becomes of them; {@code missing} are entries that the file does not name. */
    public record Counts(
            int read,
            int broken,
            int added,
            int changed,
            int same,
            int missing,
            int applied,
            int overtaken) {}

    /** What can be done with it. */
    public enum Step {
        /** 确认导入. */
        CONFIRM,
        /** 取消. */
        CANCEL;

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the file would do to an entry. */
    public enum Kind {
        /** 新增. */
        NEW,
        /** 变更. */
        CHANGED,
        /** 名录中有而文件中没有: shown and left alone. */
        MISSING;

        /** The name in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something wrong with a row. */
    public record Problem(int row, String field, String reason) {}

    /**
     * What the file would do to one entry.
     *
     * @param row of the file; 0 for a missing one
     * @param entry null for a new one
     * @param named the fields that name it
     * @param fields before and after, as they are kept
     */
    public record Difference(
            Kind kind,
            int row,
            @Nullable Long entry,
            List<FieldDifference> named,
            List<FieldDifference> fields) {
        public Difference {
            named = List.copyOf(named);
            fields = List.copyOf(fields);
        }
    }

    /** A field before and after. */
    public record FieldDifference(String key, String before, String after) {}

    /** What can be done now. */
    public List<Step> allowed() {
        return switch (state) {
            case CHECKED -> List.of(Step.CONFIRM, Step.CANCEL);
            case READING, COMPARING, APPLYING -> List.of(Step.CANCEL);
            case DONE, CANCELLED, FAILED -> List.of();
        };
    }

    /** Rows to be carried out. */
    public int toApply() {
        return counts.added() + counts.changed();
    }

    /** How much of the present work is done, 0 to 100. */
    public int percent() {
        return switch (state) {
            case READING -> share(counts.read(), total == null ? 0 : total);
            case APPLYING -> share(counts.applied() + counts.overtaken(), toApply());
            case COMPARING -> 0;
            case CHECKED, DONE, CANCELLED, FAILED -> 100;
        };
    }

    private static int share(int done, int all) {
        return all == 0 ? 0 : (int) Math.min(100, 100L * done / all);
    }
}
