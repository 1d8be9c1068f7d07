package org.gongkai.opengov.requests.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The columns that a file of cases may have (导入列), each under its Chinese name or the one of the
 * API. The later ones tell an event; a case with several events goes on in further rows.
 */
public enum CaseColumn {
    NUMBER("outsideNumber", "原编号"),
    CLASS("applicantClass", "申请人类别"),
    NAME("name", "姓名或者名称"),
    REPRESENTATIVE("representative", "法定代表人"),
    IDENTITY_KIND("identityKind", "证件种类"),
    IDENTITY_NUMBER("identityNumber", "证件号码"),
    PHONE("phone", "联系电话"),
    EMAIL("email", "电子邮箱"),
    ADDRESS("address", "联系地址"),
    AGENT_NAME("agentName", "代理人姓名"),
    AGENT_NUMBER("agentNumber", "代理人证件号码"),
    AGENT_PHONE("agentPhone", "代理人电话"),
    MANDATE("mandate", "代理依据"),
    MATTERS("matters", "申请内容"),
    FORM("form", "信息形式"),
    DELIVERY("delivery", "获取方式"),
    CHANNEL("channel", "提交渠道"),
    ARRIVED("arrivedOn", "到达日期"),
    PUBLIC_WORDS("publicWords", "公开登记用语"),
    TYPE("type", "办理环节"),
    DATE("date", "发生日期"),
    NOTE("note", "内容"),
    EVIDENCE("evidence", "凭据"),
    PARTY("party", "对象"),
    WORKING_DAYS("workingDays", "工作日数"),
    SECTION("section", "科室"),
    WAY("way", "送达方式"),
    TERM("term", "期限"),
    OUTCOME("outcome", "办理结果");

    /** Without these no case can be read. */
    static final List<CaseColumn> NEEDED =
            List.of(NUMBER, CLASS, NAME, MATTERS, FORM, DELIVERY, CHANNEL, ARRIVED);

    private final String key;
    private final String term;

    CaseColumn(String key, String term) {
        this.key = key;
        this.term = term;
    }

    /** The name in the API. */
    public String key() {
        return key;
    }

    /** The name in a file. */
    public String term() {
        return term;
    }

    /** Whether it tells an event. */
    boolean ofEvent() {
        return ordinal() >= TYPE.ordinal();
    }

    /** By the head of its column. */
    static Optional<CaseColumn> named(String head) {
        var name = head.strip();
        return Arrays.stream(values())
                .filter(it -> it.key.equalsIgnoreCase(name) || it.term.equals(name))
                .findFirst();
    }
}
