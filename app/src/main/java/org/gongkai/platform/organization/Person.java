package org.gongkai.platform.organization;

import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A person of the agency as they stand on a day (人员).
 *
 * @param key short stable name, to which an account is bound
 * @param post what the public reads beside the name, e.g. 党组书记、局长
 * @param section where they work, null for the leaders
 * @param named whether the public pages name them; 条例 art. 20 (2) asks it of the heads
 */
public record Person(
        PersonId id,
        long version,
        AgencyId agency,
        String key,
        String name,
        String post,
        @Nullable SectionId section,
        boolean named,
        Validity validity) {}
