package org.gongkai.opengov.drinkingwater.basis;

/**
 * Whether rates are told without the sources too that miss their target by nature alone (达标率列示).
 *
 * @param number of the version, from 1
 */
public record RateSetting(int number, boolean setsApart, String reason, Decision decision) {}
