package org.gongkai.opengov.disclosures;

import static org.gongkai.opengov.disclosures.DocumentState.APPROVED;
import static org.gongkai.opengov.disclosures.DocumentState.DRAFT;
import static org.gongkai.opengov.disclosures.DocumentState.IN_REVIEW;
import static org.gongkai.opengov.disclosures.DocumentState.KEPT;
import static org.gongkai.opengov.disclosures.DocumentState.PUBLISHED;
import static org.gongkai.opengov.disclosures.DocumentState.RETURNED;
import static org.gongkai.opengov.disclosures.DocumentState.SCHEDULED;
import static org.gongkai.opengov.disclosures.DocumentState.WITHDRAWN;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.roles.Role;

/**
 * What can happen to a document (办理环节): from which states, by which roles, on what ground.
 *
 * <p>This is the one table of rights; pages and API ask it and nothing else. It is printed into
 * {@code docs/rules/access.md} and approved by test.
 */
public enum Step {
    /** 保存修改. Whatever was signed is void from then on. */
    SAVE("条例 art. 17", EnumSet.of(DRAFT, RETURNED, IN_REVIEW, APPROVED, SCHEDULED), Role.CLERK),
    /** 送审. */
    SUBMIT("work plan 五.3 先审查、后发布", EnumSet.of(DRAFT, RETURNED), Role.CLERK),
    /** 撤回送审. */
    RECALL("work plan 五.3", EnumSet.of(IN_REVIEW), Role.CLERK),
    /** 作废草稿 (nothing of it was ever public). */
    DISCARD("work plan 五.3", EnumSet.of(DRAFT, RETURNED), Role.CLERK),
    /** 签署. Only by the role of the level that is waited for. */
    SIGN("保密法 art. 35; 条例 art. 17", EnumSet.of(IN_REVIEW), Step.reviewers()),
    /** 退回. Only by the role of the level that is waited for. */
    RETURN("条例 art. 17", EnumSet.of(IN_REVIEW), Step.reviewers()),
    /** 扫描录入纸质签署: the form signed by hand is scanned in; another person confirms it. */
    SCAN_IN("publishing facts 3.12", EnumSet.of(IN_REVIEW), Role.CLERK, Role.DISCLOSURE_OFFICE),
    /** 核对纸质签署: a second person knows the hand; the signature stands from then on. */
    CONFIRM_PAPER("publishing facts 3.12", EnumSet.of(IN_REVIEW), Role.DISCLOSURE_OFFICE),
    /** 退回扫描件. */
    REJECT_PAPER(
            "publishing facts 3.12", EnumSet.of(IN_REVIEW), Role.CLERK, Role.DISCLOSURE_OFFICE),
    /** 放行机器提示. */
    OVERRIDE_FINDING("保密法 art. 35", EnumSet.of(DRAFT, RETURNED, IN_REVIEW), Role.SECRECY_REVIEWER),
    /** 发布. */
    PUBLISH("条例 arts. 23, 26", EnumSet.of(APPROVED, SCHEDULED), Role.DISCLOSURE_OFFICE),
    /** 定时发布. */
    SCHEDULE("条例 art. 26", EnumSet.of(APPROVED, SCHEDULED), Role.DISCLOSURE_OFFICE),
    /** 取消定时. */
    UNSCHEDULE("条例 art. 26", EnumSet.of(SCHEDULED), Role.DISCLOSURE_OFFICE),
    /** 不主动公开，存档. */
    KEEP("条例 arts. 14–16, 18", EnumSet.of(APPROVED), Role.DISCLOSURE_OFFICE),
    /** 定期评估: it stays kept, with the day of the next look, or may become public. */
    ASSESS("条例 art. 18", EnumSet.of(KEPT), Role.SECTION_HEAD, Role.DISCLOSURE_OFFICE),
    /** 重新评估后改为起草 (what was kept may become public). */
    REOPEN("条例 art. 18", EnumSet.of(KEPT), Role.CLERK),
    /** 更正. */
    CORRECT("条例 art. 6", EnumSet.of(PUBLISHED, WITHDRAWN), Role.CLERK),
    /** 撤回公开. */
    WITHDRAW(
            "条例 arts. 14–15; 行政处罚法 art. 48",
            EnumSet.of(PUBLISHED, DRAFT, RETURNED, IN_REVIEW, APPROVED, SCHEDULED),
            Role.DISCLOSURE_OFFICE),
    /** 恢复公开. */
    RESTORE("条例 art. 13", EnumSet.of(WITHDRAWN), Role.DISCLOSURE_OFFICE),
    /** 清除内容: takes two persons' word. */
    PURGE(
            "保密法 art. 57",
            EnumSet.complementOf(EnumSet.of(DocumentState.PURGED)),
            Role.DISCLOSURE_OFFICE,
            Role.SECRECY_REVIEWER);

    private final String ground;
    private final Set<DocumentState> from;
    private final Set<Role> roles;

    Step(String ground, EnumSet<DocumentState> from, Role... roles) {
        this.ground = ground;
        this.from = Collections.unmodifiableSet(from);
        this.roles = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(roles)));
    }

    private static Role[] reviewers() {
        return Arrays.stream(ReviewLevel.values()).map(ReviewLevel::role).toArray(Role[]::new);
    }

    /** The rule it rests on. */
    public String ground() {
        return ground;
    }

    /** The states in which it is possible. */
    public Set<DocumentState> from() {
        return from;
    }

    /** The roles that may take it. */
    public Set<Role> roles() {
        return roles;
    }

    /** The name in the API, e.g. {@code override-finding}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By API name. */
    public static Optional<Step> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
