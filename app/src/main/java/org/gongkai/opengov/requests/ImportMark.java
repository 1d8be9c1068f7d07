package org.gongkai.opengov.requests;

import java.time.Instant;

/**
 * From where a case was imported (导入标记).
 *
 * @param system the name of the other system
 * @param outsideNumber its number there
 */
public record ImportMark(long caseId, String system, String outsideNumber, Instant importedAt) {}
