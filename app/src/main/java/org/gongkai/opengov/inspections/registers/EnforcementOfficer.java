package org.gongkai.opengov.inspections.registers;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.OfficerState;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An officer who can be drawn (执法检查人员).
 *
 * <p>《行政处罚法》 (2021) art. 42: at least two, each with the qualification, which the certificate
 * proves.
 *
 * @param certificate 行政执法证号
 * @param certificateValidTo its last day
 * @param specialities what the officer can do (专业特长), e.g. 辐射
 * @param region GB/T 2260
 * @param person who signs in; null for one without an account
 * @param leftOn the first day no longer in the directory; null while in it
 */
public record EnforcementOfficer(
        long id,
        AgencyId agency,
        String name,
        Sex sex,
        String unit,
        String post,
        String certificate,
        LocalDate certificateValidTo,
        List<String> specialities,
        String region,
        OfficerState state,
        @Nullable PersonId person,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        String leftReason,
        long version) {
    public EnforcementOfficer {
        specialities = List.copyOf(specialities);
    }

    /** Whether in the directory on this day. */
    public boolean standsOn(LocalDate day) {
        return !joinedOn.isAfter(day) && (leftOn == null || leftOn.isAfter(day));
    }

    /** Whether the officer can go out on this day: in the directory, on duty, certificate valid. */
    public boolean canInspectOn(LocalDate day) {
        return standsOn(day) && state == OfficerState.ON_DUTY && !certificateValidTo.isBefore(day);
    }
}
