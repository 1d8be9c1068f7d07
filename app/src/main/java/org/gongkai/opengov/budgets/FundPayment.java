package org.gongkai.opengov.budgets;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What somebody was granted (资金发放记录), as it is published.
 *
 * @param line of its list
 * @param recipient of a person the first sign of the name
 * @param place village or street
 * @param amount in yuan
 */
public record FundPayment(
        int line,
        FundKind kind,
        String recipient,
        String place,
        String policy,
        String basis,
        BigDecimal amount,
        LocalDate paidOn) {}
