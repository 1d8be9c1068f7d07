package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongkai.opengov.inspections.EnvironmentalCredit;
import org.gongkai.opengov.inspections.PermitClass;
import org.gongkai.opengov.inspections.RiskClass;
import org.gongkai.opengov.inspections.SupervisionClass;
import org.gongkai.opengov.inspections.UnitState;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A unit that can be drawn (检查对象): a firm, or one of its sites.
 *
 * @param publicId names it outside, for ever
 * @param creditCode 统一社会信用代码, GB 32100
 * @param site which of the firm's sites, from 1
 * @param region GB/T 2260
 * @param legalPerson 法定代表人; empty where not known
 * @param industry GB/T 4754, two to four digits
 * @param tags what marks it for items, e.g. VOCs
 * @param leftOn the first day it no longer stands in the directory; null while it does
 * @param lastInspectedOn null where it never was
 * @param mergedInto the unit it has become part of; null for none
 */
public record InspectedUnit(
        long id,
        AgencyId agency,
        UUID publicId,
        String name,
        String creditCode,
        int site,
        String address,
        String region,
        String legalPerson,
        String industry,
        PermitClass permitClass,
        SupervisionClass supervisionClass,
        RiskClass riskClass,
        EnvironmentalCredit credit,
        UnitState state,
        List<String> tags,
        LocalDate enteredOn,
        @Nullable LocalDate leftOn,
        String leftReason,
        @Nullable LocalDate lastInspectedOn,
        @Nullable Long mergedInto,
        long version) {
    public InspectedUnit {
        tags = List.copyOf(tags);
    }

    /** Whether it stands in the directory on this day. */
    public boolean standsOn(LocalDate day) {
        return !enteredOn.isAfter(day) && (leftOn == null || leftOn.isAfter(day));
    }

    /** Whether it can be drawn for this day: in the directory and operating. */
    public boolean canBeDrawnOn(LocalDate day) {
        return standsOn(day) && state == UnitState.OPERATING;
    }
}
