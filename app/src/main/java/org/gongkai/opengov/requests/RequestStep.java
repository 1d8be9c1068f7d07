package org.gongkai.opengov.requests;

import static org.gongkai.opengov.requests.EventField.EVIDENCE;
import static org.gongkai.opengov.requests.EventField.NOTE;
import static org.gongkai.opengov.requests.EventField.OUTCOME;
import static org.gongkai.opengov.requests.EventField.PARTY;
import static org.gongkai.opengov.requests.EventField.SECTION;
import static org.gongkai.opengov.requests.EventField.TERM;
import static org.gongkai.opengov.requests.EventField.WAY;
import static org.gongkai.opengov.requests.EventField.WORKING_DAYS;
import static org.gongkai.opengov.requests.RequestStage.ARRIVED;
import static org.gongkai.opengov.requests.RequestStage.AWAITING_CORRECTION;
import static org.gongkai.opengov.requests.RequestStage.AWAITING_FEE;
import static org.gongkai.opengov.requests.RequestStage.AWAITING_REASONS;
import static org.gongkai.opengov.requests.RequestStage.CLOSED;
import static org.gongkai.opengov.requests.RequestStage.CONSULTING;
import static org.gongkai.opengov.requests.RequestStage.DELIVERED;
import static org.gongkai.opengov.requests.RequestStage.DISPATCHED;
import static org.gongkai.opengov.requests.RequestStage.DRAFTED;
import static org.gongkai.opengov.requests.RequestStage.IN_HAND;
import static org.gongkai.opengov.requests.RequestStage.MADE;
import static org.gongkai.opengov.requests.RequestStage.RECEIVED;
import static org.gongkai.opengov.requests.RequestStage.REVIEWED;
import static org.gongkai.opengov.requests.RequestStage.SIGNED;
import static org.gongkai.opengov.requests.RequestStage.UNDELIVERABLE;
import static org.gongkai.platform.roles.Role.CLERK;
import static org.gongkai.platform.roles.Role.DEPUTY_LEADER;
import static org.gongkai.platform.roles.Role.DISCLOSURE_HEAD;
import static org.gongkai.platform.roles.Role.DISCLOSURE_OFFICE;
import static org.gongkai.platform.roles.Role.LEGAL_ADVISER;
import static org.gongkai.platform.roles.Role.PRINCIPAL_LEADER;
import static org.gongkai.platform.roles.Role.SECTION_HEAD;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.roles.Role;

/**
 * What can happen to a request (办理环节): on what ground, in which stages, told by whom, and what has
 * to be told beside the day.
 *
 * <p>This is the one table; pages and API ask it and nothing else. It is printed into {@code
 * docs/rules/requests.md} and approved by test. A stage is missing only where the thing cannot have
 * happened; what is late or unlawful can still be recorded, and is marked as a breach.
 */
public enum RequestStep {
    /** 登记. Taken by asking or taking in, never afterwards. */
    REGISTERED("条例第二十九条、第四十五条", Stages.NONE, Roles.OFFICE),
    /** 确认未果: the applicant was not reached. */
    CONFIRM_TRIED("条例第三十一条", Stages.ARRIVED_ONLY, Roles.OFFICE, WAY, NOTE),
    /** 双方确认: from this day the days run. */
    CONFIRMED("条例第三十一条", Stages.ARRIVED_ONLY, Roles.OFFICE, WAY),
    /** 受理. */
    ACCEPTED("条例第四十五条", EnumSet.of(RECEIVED), Roles.OFFICE),
    /** 分办: to a section or subordinate unit. */
    ASSIGNED("条例第四十五条", Stages.UNSIGNED_OR_ARRIVED, Roles.OFFICE_AND_HEAD, SECTION),
    /** 科室回复. */
    SECTION_ANSWERED("条例第四十五条", Stages.UNSIGNED, Roles.SECTION, NOTE),
    /** 征询法律顾问; pauses nothing. */
    LEGAL_CONSULTED("条例第四十五条", Stages.UNSIGNED, EnumSet.of(DISCLOSURE_OFFICE, LEGAL_ADVISER), NOTE),
    /** 告知补正: once, within seven working days. */
    CORRECTION_ASKED("条例第三十条", Stages.UNSIGNED, Roles.OFFICE, NOTE, TERM),
    /** 收到补正: the days run anew. */
    CORRECTED("条例第三十条", EnumSet.of(AWAITING_CORRECTION), Roles.OFFICE, NOTE),
    /** 逾期不补正，视为放弃. */
    NOT_CORRECTED("条例第三十条", EnumSet.of(AWAITING_CORRECTION), Roles.OFFICE, NOTE),
    /** 申请延期 (within the agency). */
    EXTENSION_ASKED("条例第三十三条", Stages.UNSIGNED, Roles.WORKING, WORKING_DAYS, NOTE),
    /** 同意延期. Not by who asked for it. */
    EXTENSION_APPROVED("条例第三十三条", Stages.UNSIGNED, EnumSet.of(DISCLOSURE_HEAD), WORKING_DAYS),
    /** 告知延期: the notice has reached the applicant. */
    EXTENDED("条例第三十三条", Stages.UNSIGNED, Roles.OFFICE_AND_HEAD, WORKING_DAYS),
    /** 征求第三方意见: the letter has left. */
    THIRD_PARTY_ASKED("条例第三十二条", Stages.UNSIGNED, Roles.OFFICE, PARTY, NOTE),
    /** 第三方收到征求意见书: its fifteen working days run. */
    THIRD_PARTY_RECEIVED("条例第三十二条", Stages.UNSIGNED, Roles.OFFICE, PARTY),
    /** 第三方答复. */
    THIRD_PARTY_ANSWERED("条例第三十二条", Stages.UNSIGNED, Roles.OFFICE, PARTY, NOTE),
    /** 第三方逾期未答复: no consent; the agency decides. */
    THIRD_PARTY_SILENT("条例第三十二条", Stages.UNSIGNED, Roles.OFFICE, PARTY),
    /** 征求共同制作机关意见. */
    CO_AUTHOR_ASKED("条例第三十四条", Stages.UNSIGNED, Roles.OFFICE, PARTY, NOTE),
    /** 共同制作机关收到. */
    CO_AUTHOR_RECEIVED("条例第三十四条", Stages.UNSIGNED, Roles.OFFICE, PARTY),
    /** 共同制作机关答复. */
    CO_AUTHOR_ANSWERED("条例第三十四条", Stages.UNSIGNED, Roles.OFFICE, PARTY, NOTE),
    /** 共同制作机关逾期未答复，视为同意. */
    CO_AUTHOR_SILENT("条例第三十四条", Stages.UNSIGNED, Roles.OFFICE, PARTY),
    /** 征求其他机关意见. */
    AGENCY_ASKED("条例第三十三条", Stages.UNSIGNED, Roles.OFFICE, PARTY, NOTE),
    /** 其他机关答复. */
    AGENCY_ANSWERED("条例第三十三条", Stages.UNSIGNED, Roles.OFFICE, PARTY, NOTE),
    /** 要求说明理由: number and frequency beyond reason. */
    REASONS_ASKED("条例第三十五条", Stages.UNSIGNED, Roles.OFFICE, NOTE, TERM),
    /** 申请人说明理由. */
    REASONS_GIVEN("条例第三十五条", EnumSet.of(AWAITING_REASONS), Roles.OFFICE, NOTE),
    /** 确定合理的延迟答复期限, told to the applicant. */
    LATER_DATE_SET("条例第三十五条", Stages.UNSIGNED, Roles.OFFICE, NOTE, TERM),
    /** 收费通知已收到. */
    FEE_NOTICED("条例第四十二条；国办函〔2020〕109号", Stages.UNSIGNED, Roles.OFFICE, NOTE),
    /** 已缴费: the days run anew. */
    FEE_PAID("国办函〔2020〕109号", EnumSet.of(AWAITING_FEE), Roles.OFFICE, EVIDENCE),
    /** 逾期未缴费，视为放弃. */
    FEE_UNPAID("国办函〔2020〕109号", EnumSet.of(AWAITING_FEE), Roles.OFFICE, NOTE),
    /** 拟稿. */
    DRAFTED_ANSWER(
            "条例第三十六条",
            EnumSet.of(RECEIVED, IN_HAND, CONSULTING, AWAITING_REASONS, DRAFTED, REVIEWED),
            Roles.WORKING,
            NOTE),
    /** 审核. Not by who drafted. */
    REVIEWED_ANSWER("条例第十七条", EnumSet.of(DRAFTED), EnumSet.of(SECTION_HEAD, DISCLOSURE_HEAD)),
    /** 签发. */
    SIGNED_ANSWER("条例第三十六条", EnumSet.of(REVIEWED), EnumSet.of(DEPUTY_LEADER, PRINCIPAL_LEADER)),
    /** 制作答复书. */
    MADE_ANSWER("条例第三十六条", EnumSet.of(SIGNED), Roles.OFFICE, OUTCOME),
    /** 发出: by post the day of posting counts. */
    DISPATCHED_ANSWER(
            "国办公开办函〔2016〕235号", EnumSet.of(MADE, UNDELIVERABLE), Roles.OFFICE, WAY, EVIDENCE),
    /** 送达: handed over, the day of signing counts. */
    DELIVERED_ANSWER(
            "国办公开办函〔2016〕235号",
            EnumSet.of(MADE, DISPATCHED, UNDELIVERABLE),
            Roles.OFFICE,
            WAY,
            EVIDENCE),
    /** 无法送达. */
    UNDELIVERABLE_ANSWER("民事诉讼法第八十七条至第九十五条", EnumSet.of(DISPATCHED), Roles.OFFICE, NOTE),
    /** 申请人撤回. */
    WITHDRAWN("条例第二十七条", Stages.UNANSWERED, Roles.OFFICE, NOTE),
    /** 重新办理: by a decision of review or court, or the agency's own. */
    REOPENED(
            "行政复议法第六十四条；行政诉讼法第七十二条",
            EnumSet.of(DELIVERED, DISPATCHED, CLOSED),
            Roles.OFFICE_AND_HEAD,
            NOTE,
            EVIDENCE),
    /** 转为主动公开. */
    PUBLISHED("条例第四十四条", EnumSet.of(DELIVERED, DISPATCHED), Roles.OFFICE, EVIDENCE),
    /** 申请行政复议. */
    REVIEW_FILED("条例第五十一条；行政复议法第十一条", Stages.ANY, Roles.OFFICE, NOTE),
    /** 复议结果. */
    REVIEW_RESULT("行政复议法第六十四条", Stages.ANY, Roles.OFFICE, OUTCOME, EVIDENCE),
    /** 提起行政诉讼. */
    SUIT_FILED("条例第五十一条；行政诉讼法第四十五条", Stages.ANY, Roles.OFFICE, NOTE),
    /** 诉讼结果. */
    SUIT_RESULT("行政诉讼法第六十九条", Stages.ANY, Roles.OFFICE, OUTCOME, EVIDENCE);

    private final String ground;
    private final Set<RequestStage> from;
    private final Set<Role> roles;
    private final Set<EventField> needs;

    RequestStep(String ground, Set<RequestStage> from, Set<Role> roles, EventField... needs) {
        this.ground = ground;
        this.from = from.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(from));
        this.roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        this.needs =
                needs.length == 0
                        ? Set.of()
                        : Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(needs)));
    }

    /** The rule it rests on, as it is cited; 条例 is 《政府信息公开条例》. */
    public String ground() {
        return ground;
    }

    /** The stages in which it can have happened. */
    public Set<RequestStage> from() {
        return from;
    }

    /** The roles that may record it; those of a section only for a request assigned to it. */
    public Set<Role> roles() {
        return roles;
    }

    /** What has to be told beside the day. */
    public Set<EventField> needs() {
        return needs;
    }

    /** The name in the API: {@code third-party-asked}, {@code drafted}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-').replaceFirst("-answer$", "");
    }

    /** By its name in the API. */
    public static Optional<RequestStep> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    /** Groups of stages of the table. */
    private static final class Stages {
        static final Set<RequestStage> NONE = Set.of();
        static final Set<RequestStage> ARRIVED_ONLY = EnumSet.of(ARRIVED);

        /** From the day of receipt until the answer is signed. */
        static final Set<RequestStage> UNSIGNED = EnumSet.range(RECEIVED, REVIEWED);

        static final Set<RequestStage> UNSIGNED_OR_ARRIVED = EnumSet.range(ARRIVED, REVIEWED);
        static final Set<RequestStage> UNANSWERED = EnumSet.range(ARRIVED, MADE);
        static final Set<RequestStage> ANY = EnumSet.range(RECEIVED, CLOSED);
    }

    /** Groups of roles of the table. */
    private static final class Roles {
        static final Set<Role> OFFICE = EnumSet.of(DISCLOSURE_OFFICE);
        static final Set<Role> OFFICE_AND_HEAD = EnumSet.of(DISCLOSURE_OFFICE, DISCLOSURE_HEAD);
        static final Set<Role> SECTION = EnumSet.of(CLERK, SECTION_HEAD);
        static final Set<Role> WORKING = EnumSet.of(CLERK, SECTION_HEAD, DISCLOSURE_OFFICE);
    }
}
