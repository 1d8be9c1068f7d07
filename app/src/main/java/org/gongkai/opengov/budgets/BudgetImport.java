package org.gongkai.opengov.budgets;

import java.time.Instant;
import java.util.Locale;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/** A workbook that came in (导入的工作簿). */
public record BudgetImport(
        long id,
        long paper,
        String fileName,
        String sha256,
        State state,
        PersonId begunBy,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** What became of it. */
    public enum State {
        /** 待确认. */
        READ,
        /** 已采用. */
        TAKEN,
        /** 已放弃. */
        CANCELLED;

        /** As in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
