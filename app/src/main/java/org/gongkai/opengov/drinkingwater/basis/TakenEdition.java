package org.gongkai.opengov.drinkingwater.basis;

/**
 * That an agency has taken over an older edition of a standard (旧版标准启用).
 *
 * @param standard its code
 * @param compared with what its table was compared
 */
public record TakenEdition(String standard, String compared, Decision decision) {}
