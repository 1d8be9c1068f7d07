package org.gongkai.platform.organization;

import org.gongkai.platform.roles.PersonId;

/** A member of the leading group for open government (政务公开领导小组成员); work plan 五.2. */
public record GroupMember(long id, PersonId person, GroupFunction function, Validity validity) {}
