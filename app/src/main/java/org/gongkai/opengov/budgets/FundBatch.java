package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A list of what was granted (资金发放清单).
 *
 * @param unread heads of columns that were not read
 * @param document that publishes it; null while none was drafted
 */
public record FundBatch(
        long id,
        String fileName,
        String unread,
        BudgetImport.State state,
        PersonId begunBy,
        Instant begunAt,
        @Nullable DocumentId document,
        @Nullable LocalDate publishedOn,
        boolean isPublic,
        int lines,
        BigDecimal total) {}
