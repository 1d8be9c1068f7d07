package org.gongkai.opengov.requestclock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a request came in (申请提交方式): 《政府信息公开条例》 art. 31, one case for each of its items. */
public enum RequestChannel {
    /** 当面提交, art. 31 (1). */
    IN_PERSON(false),
    /** 需签收的邮寄, art. 31 (2): registered post or EMS, signed for by the agency. */
    SIGNED_POST(false),
    /** 平常信函, art. 31 (2): nobody signs, so the office confirms it with the applicant. */
    ORDINARY_POST(true),
    /** 互联网渠道, art. 31 (3). */
    ONLINE(true),
    /** 传真, art. 31 (3). */
    FAX(true);

    private final boolean toBeConfirmed;

    RequestChannel(boolean toBeConfirmed) {
        this.toBeConfirmed = toBeConfirmed;
    }

    /** Whether only a confirmation with the applicant makes the day of receipt. */
    public boolean toBeConfirmed() {
        return toBeConfirmed;
    }

    /** As programs write it, e.g. {@code signed-post}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The channel that programs write so. */
    public static Optional<RequestChannel> of(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
