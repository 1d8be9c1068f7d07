package org.gongkai.opengov.requests.letters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a template can name in braces (文书字段): the word in the template is the word of the office.
 */
public enum LetterField {
    AGENCY("机关名称"),
    APPLICANT("申请人"),
    /** 你 or 你单位, in letters to who asks. */
    YOU("申请人称谓"),
    REGISTRATION("登记号"),
    CHANNEL("申请渠道"),
    RECEIVED_ON("收到日期"),
    MATTER("申请内容"),
    DUE("答复期限"),
    HANDLER("经办人"),
    PHONE("联系电话"),
    ADDRESS("联系地址"),
    UNCLEAR("不明确之处"),
    TO_CORRECT("补正事项"),
    GUIDANCE("指导意见"),
    TERM("办理期限"),
    REASONS("理由"),
    EXTENSION("延长工作日"),
    NEW_DUE("延长后期限"),
    THIRD_PARTY("第三方"),
    INFORMATION("涉及信息"),
    HARM("可能的影响"),
    SENT_ON("发出日期"),
    OTHER_AGENCY("相关机关"),
    QUESTION("征求事项"),
    VOLUME("数量频次"),
    FEE_METHOD("计费方式"),
    FEE_LINES("计费明细"),
    FEE_SUM("收费金额"),
    FEE_WAY("缴费方式"),
    ANSWER("答复事项"),
    REMEDY("救济途径"),
    PUBLIC_PART("公开内容"),
    RECORD_BEFORE("更正前"),
    RECORD_AFTER("更正后"),
    FORWARDED_TO("受转送机关"),
    PAPER("文书名称"),
    PAPER_NUMBER("文书文号"),
    RECIPIENT("受送达人"),
    WAY("送达方式"),
    PLACE("送达地点"),
    OUTCOME("办理结果"),
    BASIS("法律条款"),
    HISTORY("办理经过"),
    HOW_TO_GET("获取方式"),
    WHEN("获取时间"),
    LAW("法律依据"),
    SEARCH("检索情况"),
    RIGHT_AGENCY("负责机关"),
    AGENCY_UNKNOWN("不能确定的原因"),
    EARLIER_ANSWER("此前答复"),
    PROPER_CHANNEL("相应渠道");

    private final String term;

    LetterField(String term) {
        this.term = term;
    }

    /** The word in braces. */
    public String term() {
        return term;
    }

    /** The name in forms and in the API: {@code to-correct}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By the word in braces. */
    public static Optional<LetterField> ofTerm(String term) {
        return Arrays.stream(values()).filter(it -> it.term.equals(term)).findFirst();
    }
}
