package org.gongkai.opengov.requests.letters;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import org.gongkai.opengov.requests.decisions.AnswerBlock;
import org.gongkai.opengov.requests.decisions.Decision;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Paper;
import org.gongkai.opengov.requests.decisions.RemedyKind;
import org.gongkai.opengov.requests.decisions.RemedyText;
import org.gongkai.opengov.requests.decisions.Told;

/** A request with everything a letter can ask for (样例). */
final class Samples {
    static final LocalDate DAY = LocalDate.of(2021, 8, 9);
    static final TemplateSet OWN = TemplateSet.read(TemplateSet.ownText());
    static final RemedyText.Places PLACES =
            new RemedyText.Places("银川市人民政府", "宁夏回族自治区生态环境厅", "银川市金凤区人民法院", null, null, null);

    private Samples() {}

    /** Everything but the answer itself. */
    static LetterFacts facts() {
        return LetterFacts.none()
                .with(LetterField.AGENCY, "银川市生态环境局")
                .with(LetterField.APPLICANT, "张三")
                .with(LetterField.YOU, "你")
                .with(LetterField.REGISTRATION, "YSQ-2021-00012")
                .with(LetterField.CHANNEL, "网站")
                .with(LetterField.RECEIVED_ON, LocalDate.of(2021, 7, 12))
                .with(LetterField.MATTER, "2020年度某化工厂排污许可证副本")
                .with(LetterField.DUE, LocalDate.of(2021, 8, 11))
                .with(LetterField.HANDLER, "马晓燕")
                .with(LetterField.PHONE, "0951-6000000")
                .with(LetterField.ADDRESS, "银川市金凤区北京中路1号")
                .with(LetterField.UNCLEAR, "没有写明是哪一家企业、哪一年的许可证。")
                .with(LetterField.TO_CORRECT, "写明企业名称和年份。")
                .with(LetterField.GUIDANCE, "可以在全国排污许可证管理信息平台先查询企业全称。")
                .with(LetterField.TERM, LocalDate.of(2021, 8, 6))
                .with(LetterField.REASONS, "所涉档案正在移交，调取需要时间")
                .with(LetterField.EXTENSION, "20")
                .with(LetterField.NEW_DUE, LocalDate.of(2021, 9, 8))
                .with(LetterField.THIRD_PARTY, "宁夏某化工有限公司")
                .with(LetterField.INFORMATION, "贵公司2020年度排污许可证副本附件3（工艺流程）。")
                .with(LetterField.HARM, "可能涉及生产工艺等商业秘密。")
                .with(LetterField.SENT_ON, LocalDate.of(2021, 7, 19))
                .with(LetterField.OTHER_AGENCY, "银川市水务局")
                .with(LetterField.QUESTION, "该文件是否可以公开，以及理由。")
                .with(LetterField.VOLUME, "2021年6月1日至7月10日，共提出申请63件。")
                .with(LetterField.FEE_METHOD, "按件计收")
                .with(LetterField.FEE_LINES, "第1件至第10件，每件0元，计0元；\n第11件至第30件，每件100元，计2000元")
                .with(LetterField.FEE_SUM, "2000")
                .with(LetterField.FEE_WAY, "凭缴款通知书到代收银行缴纳，全额上缴国库")
                .with(LetterField.PUBLIC_PART, "排污许可证副本正文，不含附件3。")
                .with(LetterField.RECORD_BEFORE, "法定代表人：李四")
                .with(LetterField.RECORD_AFTER, "法定代表人：王五")
                .with(LetterField.FORWARDED_TO, "银川市市场监督管理局，电话0951-6000001")
                .with(LetterField.RIGHT_AGENCY, "银川市公安局，电话0951-6000003")
                .with(LetterField.PAPER, "政府信息公开申请答复书")
                .with(LetterField.PAPER_NUMBER, "银环公复〔2021〕12号")
                .with(LetterField.RECIPIENT, "张三")
                .with(LetterField.WAY, "邮寄（邮政企业）")
                .with(LetterField.PLACE, "银川市兴庆区某街2号")
                .with(LetterField.OUTCOME, Outcome.NOT_CORRECTED.term())
                .with(LetterField.BASIS, AnswerText.basis(Outcome.NOT_CORRECTED))
                .with(LetterField.HISTORY, "2021年7月15日告知补正，8月6日期满，申请人没有补正，没有说明理由。")
                .with(
                        LetterField.REMEDY,
                        RemedyText.of(RemedyKind.OTHER_REPLY, Paper.REPLY, DAY, PLACES, false)
                                .orElseThrow());
    }

    /** An answer with this outcome, complete. */
    static AnswerBlock block(Outcome outcome) {
        var told = new EnumMap<Told, String>(Told.class);
        outcome.must().forEach(it -> told.put(it, words(outcome, it)));
        outcome.may().forEach(it -> told.put(it, words(outcome, it)));
        return new AnswerBlock(matter(outcome), outcome, told, outcome.proofs());
    }

    /** A reply or notice with these outcomes, one for each matter. */
    static RequestLetter answer(Outcome... outcomes) {
        var decision = new Decision(List.of(outcomes).stream().map(Samples::block).toList());
        var kind =
                switch (decision.paper()) {
                    case REPLY -> LetterKind.REPLY;
                    case NO_HANDLING -> LetterKind.NO_HANDLING;
                    case FILE_NOTE -> LetterKind.FILE_NOTE;
                };
        var remedy =
                RemedyText.of(
                                RemedyKind.of(decision.outcomes()),
                                decision.paper(),
                                DAY,
                                PLACES,
                                false)
                        .orElseThrow();
        return RequestLetter.of(
                kind,
                OWN,
                facts().with(LetterField.ANSWER, AnswerText.of(decision, OWN, facts()))
                        .with(LetterField.REMEDY, remedy),
                number(),
                AnswerText.enclosures(decision),
                DAY);
    }

    /** A letter of this kind. */
    static RequestLetter letter(LetterKind kind) {
        var remedy =
                switch (kind) {
                    case FEE_NOTICE -> RemedyKind.FEE_NOTICE;
                    case THIRD_PARTY_DISCLOSURE -> RemedyKind.THIRD_PARTY;
                    default -> RemedyKind.OTHER_REPLY;
                };
        var text = RemedyText.of(remedy, Paper.REPLY, DAY, PLACES, false).orElseThrow();
        return RequestLetter.of(
                kind, OWN, facts().with(LetterField.REMEDY, text), number(), List.of(), DAY);
    }

    static LetterNumber number() {
        return new LetterNumber("银环公复", 2021, 12);
    }

    /** What is asked where it ends so. */
    private static String matter(Outcome outcome) {
        return switch (outcome) {
            case STATE_SECRET -> "2020年度全市辐射环境应急预案附件";
            case BANNED_BY_LAW -> "2020年度某化工厂环境统计基层报表";
            case ENDANGERS_SECURITY -> "饮用水水源地取水口坐标和输水管线图";
            case HARMS_THIRD_PARTY -> "2020年度某化工厂排污许可证副本附件3";
            case INTERNAL_AFFAIRS -> "本机关2020年度职工考勤记录";
            case PROCESS_INFORMATION -> "某项目环境影响评价审批前的内部讨论记录";
            case ENFORCEMENT_FILE -> "某化工厂环境违法案的调查询问笔录";
            case REGISTRY -> "某小区3号楼的不动产登记资料";
            case NOT_THIS_AGENCY -> "某化工厂的企业登记档案";
            case NEEDS_MAKING -> "2015年至2020年各县区排污许可证数量的逐月对比分析";
            case STILL_UNCLEAR -> "某化工厂的全部资料";
            case PETITION -> "要求查处某化工厂夜间排放异味";
            case PUBLICATION -> "2020年《银川年鉴》";
            case UNREASONABLE_VOLUME -> "2015年以来本机关的全部发文";
            case CONFIRM_AGAIN -> "在2021年3月2日取得的排污许可证复制件上盖章确认";
            default -> "2020年度某化工厂排污许可证副本";
        };
    }

    private static String words(Outcome outcome, Told what) {
        return switch (what) {
            case HOW_TO_GET ->
                    switch (outcome) {
                        case DISCLOSED -> "随本答复书邮寄纸质复制件1份";
                        case PUBLICATION -> "银川市图书馆地方文献阅览室，或者书店";
                        default -> "本机关网站“排污许可”栏目，索引号640100-113/2021-00201";
                    };
            case WHEN -> "2021年8月9日随本答复书寄出";
            case PUBLIC_PART -> "排污许可证副本正文（共12页），附件3除外。";
            case REASONS -> reasons(outcome);
            case LAW -> outcome == Outcome.REGISTRY ? "《不动产登记暂行条例》第二十七条" : "《中华人民共和国统计法》第二十五条";
            case SEARCH -> "本机关于2021年7月20日以企业名称和许可证编号检索了2018年至2021年的档案目录和办公系统，没有找到。";
            case RIGHT_AGENCY -> "银川市审批服务管理局，电话0951-6000002";
            case AGENCY_UNKNOWN -> "文件没有署名";
            case EARLIER_ANSWER -> "2021年3月2日，银环公复〔2021〕3号";
            case PROPER_CHANNEL ->
                    outcome == Outcome.REGISTRY ? "银川市不动产登记事务服务中心查询窗口" : "12345政务服务便民热线";
        };
    }

    private static String reasons(Outcome outcome) {
        return switch (outcome) {
            case STATE_SECRET -> "该附件2020年3月依法定为秘密级，保密期限10年，尚未解密。";
            case BANNED_BY_LAW -> "报表能够识别单个统计调查对象，法律规定任何单位和个人不得对外提供。";
            case ENDANGERS_SECURITY -> "公开取水口坐标和管线走向，可能被用于破坏供水设施，危及公共安全。";
            case INTERNAL_AFFAIRS -> "考勤记录只用于内部人事管理，对外不产生影响，公开会妨碍内部管理。";
            case PROCESS_INFORMATION -> "讨论记录形成于审批决定之前，公开会影响工作人员充分发表意见；审批决定已经公开。";
            case ENFORCEMENT_FILE -> "笔录是行政执法案卷材料，载有证人的情况；处罚决定已经依法公开。";
            case NOT_THIS_AGENCY -> "企业登记档案由登记机关制作和保存，本机关没有制作，也没有保存。";
            case NEEDS_MAKING -> "本机关没有现成的对比分析，提供它需要对各年度的许可证重新统计。";
            case STILL_UNCLEAR -> "补正后仍没有写明资料的名称、年份或者其他便于查询的特征。";
            case PETITION -> "你要求查处违法行为，属于举报，不是要求提供政府信息。";
            case PUBLICATION -> "《银川年鉴》是公开出版物。";
            case UNREASONABLE_VOLUME -> "你在2021年6月1日至7月10日提出63件申请，说明的理由是“想了解一下”，没有说明为什么需要这样多的信息。";
            case CONFIRM_AGAIN -> "你已经取得该信息，要求再次确认不是申请获取政府信息。";
            default -> "公开附件3会泄露企业的生产工艺，企业不同意公开，理由合理。";
        };
    }
}
