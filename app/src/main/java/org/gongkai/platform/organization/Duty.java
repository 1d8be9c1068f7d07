package org.gongkai.platform.organization;

import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.SectionId;

/** That a topic belongs to a section (职责): work plan 五.2, 明确各科室和基层单位的公开内容. */
public record Duty(long id, AgencyId agency, String topic, SectionId section, Validity validity) {}
