package org.gongkai.opengov.requests;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant keeps (接收回执): the request is followed with both.
 *
 * @param due the last day for the answer; null while the day of receipt is not confirmed
 */
public record RequestReceipt(
        long id, String number, String secret, LocalDate arrivedOn, @Nullable LocalDate due) {}
