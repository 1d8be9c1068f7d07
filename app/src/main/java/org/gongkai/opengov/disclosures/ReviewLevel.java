package org.gongkai.opengov.disclosures;

import org.gongkai.platform.roles.Role;

/**
 * The levels of review (审签层级), 三审三校: each is signed by a different person.
 *
 * <p>The first three are the least there may be; an agency may add the others for kinds of its
 * choice. Order: as in {@link ReviewRoute}.
 */
public enum ReviewLevel {
    /** 科室负责人初审. */
    SECTION_HEAD(Role.SECTION_HEAD),
    /** 法律顾问合法性审核. */
    LEGAL_ADVISER(Role.LEGAL_ADVISER),
    /** 保密审查 (保守国家秘密法 art. 35). */
    SECRECY_REVIEWER(Role.SECRECY_REVIEWER),
    /** 政务公开办公室复核. */
    DISCLOSURE_OFFICE(Role.DISCLOSURE_OFFICE),
    /** 分管领导终审. */
    DEPUTY_LEADER(Role.DEPUTY_LEADER),
    /** 主要负责人审定. */
    PRINCIPAL_LEADER(Role.PRINCIPAL_LEADER);

    private final Role role;

    ReviewLevel(Role role) {
        this.role = role;
    }

    /** The role that signs at this level. */
    public Role role() {
        return role;
    }
}
