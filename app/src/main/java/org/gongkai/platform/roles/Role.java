package org.gongkai.platform.roles;

/**
 * What a person is entrusted with (岗位角色). The Chinese names are messages {@code roles.role.<NAME>}.
 */
public enum Role {
    /** 科室信息员: drafts, attaches, sends for review. */
    CLERK(true),
    /** 科室负责人: first review. */
    SECTION_HEAD(true),
    /** 保密审查员: secrecy review. */
    SECRECY_REVIEWER(false),
    /** 分管领导: final review for the sections in their charge. */
    DEPUTY_LEADER(true),
    /** 主要负责人: the head of the agency. */
    PRINCIPAL_LEADER(false),
    /** 政务公开办公室: publishes, schedules, withdraws, keeps columns and clocks. */
    DISCLOSURE_OFFICE(false),
    /** 政府信息公开工作机构负责人: consents to extensions of requests (条例 art. 33). */
    DISCLOSURE_HEAD(false),
    /** 法律顾问. */
    LEGAL_ADVISER(false),
    /** 双随机管理员: keeps the registers of inspections, plans and draws (双随机、一公开). */
    INSPECTION_KEEPER(false),
    /** 行政执法人员: inspects what was drawn (行政处罚法 art. 42). */
    ENFORCEMENT_OFFICER(false),
    /** 审计员: reads everything that was done, changes nothing. */
    AUDITOR(false),
    /** 系统管理员: accounts, people, settings; sees no drafts. */
    OPERATOR(false);

    private final boolean bySection;

    Role(boolean bySection) {
        this.bySection = bySection;
    }

    /** Whether the role is held for named sections rather than for the whole agency. */
    public boolean bySection() {
        return bySection;
    }
}
