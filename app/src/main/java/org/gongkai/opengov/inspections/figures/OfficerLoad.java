package org.gongkai.opengov.inspections.figures;

/**
 * How many visits an officer has had in the year (人均负荷).
 *
 * @param officer by id
 * @param visits assigned
 * @param checked made
 */
public record OfficerLoad(long officer, String name, int visits, int checked) {}
