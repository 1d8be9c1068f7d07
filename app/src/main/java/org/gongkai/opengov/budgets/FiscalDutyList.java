package org.gongkai.opengov.budgets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A version of the list of fiscal duties (财政事权清单版本).
 *
 * @param document that publishes it; null while none was drafted
 */
public record FiscalDutyList(
        long id,
        int number,
        List<FiscalDuty> duties,
        String reason,
        @Nullable PersonId by,
        Instant at,
        @Nullable DocumentId document,
        @Nullable LocalDate publishedOn,
        boolean isPublic) {
    public FiscalDutyList {
        duties = List.copyOf(duties);
    }
}
