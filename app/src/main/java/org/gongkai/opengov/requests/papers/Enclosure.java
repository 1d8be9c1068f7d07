package org.gongkai.opengov.requests.papers;

import org.jspecify.annotations.Nullable;

/**
 * What goes to the applicant with a letter (随文附件).
 *
 * @param title as the letter names it
 * @param redaction the job of partial disclosure that it comes from; null for a file as it is
 */
public record Enclosure(String title, String sha256, String fileName, @Nullable Long redaction) {}
