package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who asks (申请人类别): the columns of table 3 of the yearly report, 国办公开办函〔2021〕30号. */
public enum ApplicantClass {
    /** 自然人. */
    NATURAL_PERSON,
    /** 商业企业. */
    BUSINESS,
    /** 科研机构. */
    RESEARCH,
    /** 社会公益组织. */
    CHARITY,
    /** 法律服务机构. */
    LEGAL_SERVICE,
    /** 其他. */
    OTHER;

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in the API. */
    public static Optional<ApplicantClass> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
