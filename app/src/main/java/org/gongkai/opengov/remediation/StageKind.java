package org.gongkai.opengov.remediation;

/**
 * A stage as the agency counts them (环节).
 *
 * @param owesDocument whether a published notice or report is owed for it
 */
public record StageKind(String key, String name, boolean owesDocument) {}
