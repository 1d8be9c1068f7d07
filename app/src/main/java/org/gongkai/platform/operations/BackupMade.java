package org.gongkai.platform.operations;

import java.time.Instant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A backup that was made (备份记录).
 *
 * @param file where it was written; it may have been carried elsewhere since
 * @param takenAt the one moment whose state it holds
 * @param destroyedBy who answers for it that no copy is left
 */
public record BackupMade(
        long id,
        String file,
        Instant takenAt,
        @Nullable PersonId destroyedBy,
        @Nullable Instant destroyedAt,
        @Nullable String note) {}
