package org.gongkai.opengov.requests.letters;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        outcome.must().forEach(it -> told.put(it, words(it)));
        outcome.may().forEach(it -> told.put(it, words(it)));
        return new AnswerBlock("2020年度某化工厂排污许可证副本", outcome, told, outcome.proofs());
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

    private static String words(Told what) {
        return Map.ofEntries(
                        Map.entry(Told.HOW_TO_GET, "本机关网站“环境影响评价”栏目，索引号640100-113/2021-00201"),
                        Map.entry(Told.WHEN, "2021年8月16日前，随本答复书邮寄"),
                        Map.entry(Told.PUBLIC_PART, "排污许可证副本正文（共12页），附件3除外。"),
                        Map.entry(Told.REASONS, "公开附件3会泄露企业的生产工艺，企业不同意公开，理由合理。"),
                        Map.entry(Told.LAW, "《不动产登记暂行条例》第二十七条"),
                        Map.entry(
                                Told.SEARCH,
                                "本机关于2021年7月20日以企业名称和许可证编号检索了2018年至2021年的档案目录和办公系统，没有找到。"),
                        Map.entry(Told.RIGHT_AGENCY, "银川市审批服务管理局，电话0951-6000002"),
                        Map.entry(Told.AGENCY_UNKNOWN, "文件没有署名"),
                        Map.entry(Told.EARLIER_ANSWER, "2021年3月2日，银环公复〔2021〕3号"),
                        Map.entry(Told.PROPER_CHANNEL, "12345政务服务便民热线"))
                .get(what);
    }
}
