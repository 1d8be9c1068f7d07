package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.gongkai.opengov.inspections.Importance;
import org.gongkai.opengov.inspections.InspectionMethod;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * An item of the list (抽查事项): what may be inspected at random, at whom, how and on what ground.
 *
 * @param number its number in the list (序号)
 * @param category 抽查类别
 * @param objectKind 检查对象, in words
 * @param body who inspects (检查主体)
 * @param basis law and article (检查依据)
 * @param industries first digits of GB/T 4754 of the units it is about; empty for all
 * @param unitTag the mark of the units it is about; empty for all
 * @param need what one officer of a visit must be able to do (专业要求); empty for anybody
 * @param validTo the last day; null while it stands
 */
public record InspectionItem(
        long id,
        AgencyId agency,
        String number,
        String category,
        String title,
        String objectKind,
        Importance importance,
        Set<InspectionMethod> methods,
        String body,
        String basis,
        String note,
        List<String> industries,
        String unitTag,
        String need,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long version) {
    public InspectionItem {
        methods = Set.copyOf(methods);
        industries = List.copyOf(industries);
    }

    /** Whether it stands in the list on this day. */
    public boolean standsOn(LocalDate day) {
        return !validFrom.isAfter(day) && (validTo == null || !validTo.isBefore(day));
    }

    /** Whether it is about this unit. */
    public boolean concerns(InspectedUnit unit) {
        return (industries.isEmpty() || industries.stream().anyMatch(unit.industry()::startsWith))
                && (unitTag.isEmpty() || unit.tags().contains(unitTag));
    }
}
