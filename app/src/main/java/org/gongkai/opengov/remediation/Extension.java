package org.gongkai.opengov.remediation;

import java.time.LocalDate;

/**
 * A later deadline (延期).
 *
 * @param until the new deadline
 * @param reason why, visible to everybody
 * @param basis the paper that allows it
 * @param allowedOn the day on which it was allowed
 */
public record Extension(LocalDate until, String reason, String basis, LocalDate allowedOn) {}
