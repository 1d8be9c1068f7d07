package org.gongkai.opengov.budgets;

import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook said (公开表版本).
 *
 * @param number from 1 on
 * @param reason why it was imported again
 */
public record BudgetVersion(
        long paper,
        int number,
        String fileName,
        String sha256,
        List<OfficialTable> tables,
        String reason,
        @Nullable PersonId by,
        Instant at) {
    public BudgetVersion {
        tables = List.copyOf(tables);
    }
}
