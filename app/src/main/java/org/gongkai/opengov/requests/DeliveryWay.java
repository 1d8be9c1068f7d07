package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the information is to reach the applicant (获取方式), 《政府信息公开条例》 art. 29 (3). */
public enum DeliveryWay {
    /** 当面领取. */
    IN_PERSON,
    /** 邮寄. */
    POST,
    /** 电子邮件. */
    EMAIL,
    /** 传真. */
    FAX,
    /** 查阅、抄录. */
    ON_SITE;

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in the API. */
    public static Optional<DeliveryWay> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
