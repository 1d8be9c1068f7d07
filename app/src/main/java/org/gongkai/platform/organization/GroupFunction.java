package org.gongkai.platform.organization;

/** A member's function in the leading group (领导小组职务); work plan 五.2. */
public enum GroupFunction {
    /** 组长: the principal leader; one at a time. */
    LEADER,
    /** 副组长: the deputy leaders. */
    DEPUTY,
    /** 成员: heads of sections and subordinate units. */
    MEMBER
}
