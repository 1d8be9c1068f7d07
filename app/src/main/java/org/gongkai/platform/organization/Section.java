package org.gongkai.platform.organization;

import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;

/**
 * A section (科室) or subordinate unit (基层单位) as it stands on a day.
 *
 * @param version changes with every change
 * @param functions what it is there for, as the public reads it
 */
public record Section(
        SectionId id,
        long version,
        AgencyId agency,
        String key,
        SectionKind kind,
        String name,
        String functions,
        String phone,
        String place,
        int displayOrder,
        Validity validity) {}
