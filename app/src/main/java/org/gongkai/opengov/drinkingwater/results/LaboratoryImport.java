package org.gongkai.opengov.drinkingwater.results;

import java.time.Instant;
import java.util.Locale;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A laboratory's file on its way in (监测数据导入).
 *
 * @param sha256 of the file, which is kept as it came
 */
public record LaboratoryImport(
        long id,
        String fileName,
        String sha256,
        State state,
        PersonId begunBy,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** What became of it. */
    public enum State {
        /** 待确认: read and compared, nothing kept. */
        READ,
        /** 已录入. */
        TAKEN,
        /** 已取消. */
        CANCELLED;

        /** As in the API. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
