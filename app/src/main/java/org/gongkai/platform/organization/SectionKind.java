package org.gongkai.platform.organization;

/** What a part of the agency is (内设机构种类). */
public enum SectionKind {
    /** 科室: a part of the agency itself. */
    SECTION,
    /** 基层单位: a unit under the agency with its own premises and staff. */
    SUBORDINATE_UNIT
}
