package org.gongkai.opengov.requests.decisions;

import static org.gongkai.opengov.requests.decisions.Article.item;
import static org.gongkai.opengov.requests.decisions.Article.paragraph;
import static org.gongkai.opengov.requests.decisions.Contents.tells;
import static org.gongkai.opengov.requests.decisions.Force.DUTY;
import static org.gongkai.opengov.requests.decisions.Force.OPTION;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a matter asked for can end (办理结果): one case for each kind of answer in 《政府信息公开条例》 arts. 36–39
 * with 14–16, 30 and 35, and for what ends without one.
 *
 * <p>This is the one table: articles, duty or option, what must and may be told, what must lie with
 * it, on which paper, in which row of the yearly report. Printed into {@code
 * docs/rules/requests-decisions.md}. Readings the text leaves open: ADR 0175.
 */
public enum Outcome {
    /** 1. Where it can be found. Counted as disclosed [M]. */
    ALREADY_PUBLIC(
            "已主动公开", ReportRow.DISCLOSED, DUTY, Paper.REPLY, tells(Told.HOW_TO_GET), item(36, 1)),
    /** 2. The information itself, or way, channel and time. */
    DISCLOSED(
            "予以公开",
            ReportRow.DISCLOSED,
            DUTY,
            Paper.REPLY,
            tells(Told.HOW_TO_GET, Told.WHEN),
            item(36, 2)),
    /** 3. 区分处理. */
    PARTLY_DISCLOSED(
            "部分公开",
            ReportRow.PARTLY_DISCLOSED,
            DUTY,
            Paper.REPLY,
            tells(Told.PUBLIC_PART, Told.REASONS).with(Proof.INFORMATION, Proof.REDACTION_LIST),
            Article.of(37)),
    /** 4. */
    STATE_SECRET(
            "属于国家秘密，不予公开",
            ReportRow.STATE_SECRET,
            DUTY,
            Paper.REPLY,
            tells(Told.REASONS).with(Proof.CLASSIFICATION),
            Article.of(14),
            item(36, 3)),
    /** 5. */
    BANNED_BY_LAW(
            "法律、行政法规禁止公开，不予公开",
            ReportRow.BANNED_BY_LAW,
            DUTY,
            Paper.REPLY,
            tells(Told.REASONS, Told.LAW),
            Article.of(14),
            item(36, 3)),
    /** 6. 国家安全、公共安全、经济安全、社会稳定. */
    ENDANGERS_SECURITY(
            "公开后可能危及国家安全、公共安全、经济安全、社会稳定，不予公开",
            ReportRow.ENDANGERS_SECURITY,
            DUTY,
            Paper.REPLY,
            tells(Told.REASONS),
            Article.of(14),
            item(36, 3)),
    /** 7. 商业秘密、个人隐私; the third party has been asked in writing (art. 32). */
    HARMS_THIRD_PARTY(
            "公开会损害第三方合法权益，不予公开",
            ReportRow.THIRD_PARTY,
            DUTY,
            Paper.REPLY,
            tells(Told.REASONS).with(Proof.THIRD_PARTY_OPINION),
            Article.of(15),
            Article.of(32),
            item(36, 3)),
    /** 8. 人事管理、后勤管理、内部工作流程. */
    INTERNAL_AFFAIRS(
            "属于内部事务信息，不予公开",
            ReportRow.INTERNAL_AFFAIRS,
            OPTION,
            Paper.REPLY,
            tells(Told.REASONS),
            paragraph(16, 1),
            item(36, 3)),
    /** 9. 讨论记录、过程稿、磋商信函、请示报告. */
    PROCESS_INFORMATION(
            "属于过程性信息，不予公开",
            ReportRow.PROCESS_INFORMATION,
            OPTION,
            Paper.REPLY,
            tells(Told.REASONS),
            paragraph(16, 2),
            item(36, 3)),
    /** 10. */
    ENFORCEMENT_FILE(
            "属于行政执法案卷信息，不予公开",
            ReportRow.ENFORCEMENT_FILE,
            OPTION,
            Paper.REPLY,
            tells(Told.REASONS),
            paragraph(16, 2),
            item(36, 3)),
    /** 11. 工商、不动产登记资料等. */
    REGISTRY(
            "属于行政查询事项，依照有关规定办理",
            ReportRow.REGISTRY,
            DUTY,
            Paper.REPLY,
            tells(Told.LAW, Told.PROPER_CHANNEL),
            item(36, 7)),
    /** 12. */
    DOES_NOT_EXIST(
            "经检索没有，政府信息不存在",
            ReportRow.NOT_HELD,
            DUTY,
            Paper.REPLY,
            tells(Told.SEARCH).with(Proof.SEARCH_RECORD),
            item(36, 4)),
    /** 13. Where the right agency is known, its name and contact. */
    NOT_THIS_AGENCY(
            "不属于本机关负责公开",
            ReportRow.NOT_HELD,
            DUTY,
            Paper.REPLY,
            tells(Told.REASONS, Told.RIGHT_AGENCY),
            item(36, 5)),
    /** 14. 加工、分析. */
    NEEDS_MAKING(
            "需要加工、分析，不予提供",
            ReportRow.NEEDS_MAKING,
            OPTION,
            Paper.REPLY,
            tells(Told.REASONS),
            Article.of(38)),
    /** 15. */
    STILL_UNCLEAR(
            "补正后申请内容仍不明确，无法提供",
            ReportRow.STILL_UNCLEAR,
            DUTY,
            Paper.REPLY,
            tells(Told.REASONS).with(Proof.CORRECTION_NOTICE),
            Article.of(30)),
    /** 16. */
    PETITION(
            "属于信访、投诉、举报等活动，不作为政府信息公开申请处理",
            ReportRow.PETITION,
            DUTY,
            Paper.NO_HANDLING,
            tells(Told.REASONS).may(Told.PROPER_CHANNEL),
            paragraph(39, 1)),
    /** 17. The same applicant, the same information, answered by this agency. */
    REPEATED(
            "重复申请，不予重复处理",
            ReportRow.REPEATED,
            DUTY,
            Paper.NO_HANDLING,
            tells(Told.EARLIER_ANSWER).with(Proof.EARLIER_ANSWER),
            item(36, 6)),
    /** 18. 政府公报、报刊、书籍. */
    PUBLICATION(
            "要求提供公开出版物，不予处理",
            ReportRow.PUBLICATION,
            OPTION,
            Paper.NO_HANDLING,
            tells(Told.REASONS).may(Told.HOW_TO_GET),
            paragraph(39, 2)),
    /** 19. */
    UNREASONABLE_VOLUME(
            "申请数量、频次明显超过合理范围且理由不合理，不予处理",
            ReportRow.UNREASONABLE_VOLUME,
            OPTION,
            Paper.NO_HANDLING,
            tells(Told.REASONS).with(Proof.REASONS_NOTICE),
            Article.of(35)),
    /** 20. No article says so; the row of the report is all there is [M]. */
    CONFIRM_AGAIN(
            "要求确认或者重新出具已经获取的信息，不予处理",
            ReportRow.CONFIRM_AGAIN,
            OPTION,
            Paper.NO_HANDLING,
            tells(Told.REASONS)),
    /** 21. */
    NOT_CORRECTED(
            "无正当理由逾期不补正，视为放弃申请",
            ReportRow.NOT_CORRECTED,
            DUTY,
            Paper.FILE_NOTE,
            tells().with(Proof.CORRECTION_NOTICE, Proof.FILE_NOTE),
            Article.of(30)),
    /** 22. 国办函〔2020〕109号. */
    FEE_UNPAID(
            "逾期未缴纳信息处理费，视为放弃申请",
            ReportRow.FEE_UNPAID,
            DUTY,
            Paper.FILE_NOTE,
            tells().with(Proof.FEE_NOTICE, Proof.FILE_NOTE),
            paragraph(42, 1)),
    /** 23. Withdrawn, died, merged with another [M]. */
    ENDED_OTHERWISE(
            "其他（撤回、终止、合并办理等）",
            ReportRow.OTHER,
            OPTION,
            Paper.FILE_NOTE,
            tells(Told.REASONS).with(Proof.FILE_NOTE));

    private final String term;
    private final ReportRow row;
    private final Force force;
    private final Paper paper;
    private final Contents contents;
    private final List<Article> articles;

    Outcome(
            String term,
            ReportRow row,
            Force force,
            Paper paper,
            Contents contents,
            Article... articles) {
        this.term = term;
        this.row = row;
        this.force = force;
        this.paper = paper;
        this.contents = contents;
        this.articles = List.of(articles);
    }

    /** Its number in the domain's list, 1 to 23. */
    public int number() {
        return ordinal() + 1;
    }

    /** In the words of letters and lists. */
    public String term() {
        return term;
    }

    /** The row of table 3 in which a request that ends so is counted. */
    public ReportRow row() {
        return row;
    }

    /** Whether the law leaves a choice. */
    public Force force() {
        return force;
    }

    /** On what it is written down. */
    public Paper paper() {
        return paper;
    }

    /**
     * The articles it rests on, the substance first; none for what only the report's table knows.
     */
    public List<Article> articles() {
        return articles;
    }

    /** What the applicant must be told. */
    public Set<Told> must() {
        return contents.must();
    }

    /** What the applicant may be told. */
    public Set<Told> may() {
        return contents.may();
    }

    /** What must lie with it. */
    public Set<Proof> proofs() {
        return contents.proofs();
    }

    /** Whether information is withheld under arts. 14 to 16 (不予公开). */
    public boolean isRefusal() {
        return row.block() == ReportRow.Block.REFUSED && this != REGISTRY;
    }

    /** Whether the applicant gets at least a part of what was asked for. */
    public boolean gives() {
        return row == ReportRow.DISCLOSED || row == ReportRow.PARTLY_DISCLOSED;
    }

    /** The name in the API: {@code already-public}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in the API. */
    public static Optional<Outcome> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
