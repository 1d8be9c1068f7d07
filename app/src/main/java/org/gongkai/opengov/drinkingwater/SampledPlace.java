package org.gongkai.opengov.drinkingwater;

/**
 * Where water is sampled, as far as reading a sheet needs it (监测点位).
 *
 * @param name as the agency writes it
 * @param standard the standard its water is held against
 * @param water what kind of water it is
 */
public record SampledPlace(String name, WaterStandard standard, WaterBody water) {}
