package org.gongkai.opengov.inspections.plans;

import org.jspecify.annotations.Nullable;

/**
 * The ceremony that carries out a line in a quarter (计划的抽取情况).
 *
 * @param line the line, by key
 * @param seq the ceremony's number
 * @param owed how many were frozen as owed; null before the freeze
 * @param drawn how many were drawn, as things stand after all amendments; null before the draw
 */
public record CarriedDraw(
        long line, int quarter, long seq, @Nullable Integer owed, @Nullable Integer drawn) {}
