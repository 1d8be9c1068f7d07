package org.gongkai.platform.organization;

import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.SectionId;

/** A section's part-time openness officer (政务公开兼职人员): work plan 五.2, one for each section. */
public record OpennessOfficer(long id, SectionId section, PersonId person, Validity validity) {}
