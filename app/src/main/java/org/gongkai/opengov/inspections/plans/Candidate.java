package org.gongkai.opengov.inspections.plans;

import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.UnitState;

/**
 * A unit of the class a line is about, on the day of the register (候选检查对象).
 *
 * @param unit its number in the register of units
 * @param grade the worse of its risk class and its environmental credit
 * @param visits inspections of its firm (by credit code) by this agency in the year, of any item,
 *     that come from a draw
 * @param drawn whether it was drawn this year for an item of the line
 */
public record Candidate(long unit, RiskClass grade, UnitState state, int visits, boolean drawn) {}
