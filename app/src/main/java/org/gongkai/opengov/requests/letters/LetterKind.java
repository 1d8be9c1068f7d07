package org.gongkai.opengov.requests.letters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The papers of a request (文书种类), each with the article it rests on. */
public enum LetterKind {
    /** 登记回执. */
    REGISTRATION_RECEIPT("登记回执", "art. 31", false),
    /** 补正告知书. */
    CORRECTION_NOTICE("补正告知书", "art. 30", true),
    /** 延期答复告知书. */
    EXTENSION_NOTICE("延期答复告知书", "art. 33", true),
    /** 征求意见书 (to a third party). */
    THIRD_PARTY_CONSULTATION("第三方意见征询书", "art. 32", true),
    /** 意见回复单 (enclosed for the third party to fill in). */
    THIRD_PARTY_REPLY_FORM("第三方意见回复单", "art. 32", false),
    /** 征求意见告知书 (to the applicant). */
    CONSULTATION_NOTICE("征求意见告知书", "art. 33", true),
    /** 决定公开告知书 (to a third party). */
    THIRD_PARTY_DISCLOSURE("向第三方公开决定告知书", "art. 32", true),
    /** 征求意见函 (to the agency that made it as well). */
    CO_AUTHOR_CONSULTATION("共同制作机关意见征询函", "art. 34", true),
    /** 协办函 (to another agency). */
    ASSISTANCE_LETTER("协助办理函", "art. 33", true),
    /** 说明理由告知书. */
    REASONS_NOTICE("说明理由告知书", "art. 35", true),
    /** 延迟答复期限告知书. */
    LATER_DATE_NOTICE("延迟答复期限告知书", "art. 35", true),
    /** 收费通知书. */
    FEE_NOTICE("信息处理费收费通知书", "art. 42", true),
    /** 答复书. */
    REPLY("政府信息公开申请答复书", "arts. 36–38", true),
    /** 不予处理告知书. */
    NO_HANDLING("不予处理告知书", "arts. 35, 36(6), 39", true),
    /** 更正告知书. */
    RECORD_CORRECTED("信息更正告知书", "art. 41", true),
    /** 更正转送告知书. */
    RECORD_FORWARDED("信息更正申请转送告知书", "art. 41", true),
    /** 不予更正告知书. */
    RECORD_NOT_CORRECTED("信息不予更正告知书", "art. 41", true),
    /** 告知向有权更正的机关提出. */
    RECORD_POINTED_ON("信息更正申请告知书", "art. 41", true),
    /** 投诉举报办理结果告知书. */
    COMPLAINT_RESULT("投诉举报办理结果告知书", "arts. 47, 51", true),
    /** 送达回证. */
    DELIVERY_RECEIPT("送达回证", "民事诉讼法 arts. 87–95", false),
    /** 办理终止记录 (for the file). */
    FILE_NOTE("办理终止记录", "arts. 30, 42", false);

    private final String term;
    private final String ground;
    private final boolean numbered;

    LetterKind(String term, String ground, boolean numbered) {
        this.term = term;
        this.ground = ground;
        this.numbered = numbered;
    }

    /** What it is called. */
    public String term() {
        return term;
    }

    /** The article it rests on; without a name, of 《政府信息公开条例》. */
    public String ground() {
        return ground;
    }

    /** Whether it carries a number of the series. */
    public boolean numbered() {
        return numbered;
    }

    /** The name in addresses, the API and the files of templates: {@code fee-notice}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses and files. */
    public static Optional<LetterKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
