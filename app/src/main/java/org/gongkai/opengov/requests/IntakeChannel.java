package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.opengov.requestclock.RequestChannel;

/**
 * How a request came in (提交渠道), as the desk tells it; the clock knows the channels of 《政府信息公开条例》
 * art. 31.
 *
 * <p>Our reading (ADR 0165): e-mail and the municipal platform are the internet; what another unit
 * of the agency got is treated like an ordinary letter, as 国办公开办函〔2015〕207号 had it.
 */
public enum IntakeChannel {
    /** 当面提交: art. 31 (1). */
    IN_PERSON(RequestChannel.IN_PERSON),
    /** 需要签收的邮寄: art. 31 (2). */
    SIGNED_POST(RequestChannel.SIGNED_POST),
    /** 平常信函: art. 31 (2). */
    ORDINARY_POST(RequestChannel.ORDINARY_POST),
    /** 互联网渠道: art. 31 (3). */
    ONLINE(RequestChannel.ONLINE),
    /** 传真: art. 31 (3). */
    FAX(RequestChannel.FAX),
    /** 电子邮件: as the internet. */
    EMAIL(RequestChannel.ONLINE),
    /** 其他单位转来: as an ordinary letter. */
    OTHER_UNIT(RequestChannel.ORDINARY_POST),
    /** 市级平台: as the internet. */
    PLATFORM(RequestChannel.ONLINE);

    private final RequestChannel legal;

    IntakeChannel(RequestChannel legal) {
        this.legal = legal;
    }

    /** The channel of art. 31 by which the day of receipt is found. */
    public RequestChannel legal() {
        return legal;
    }

    /** Whether the day of receipt is the day on which the applicant was reached. */
    public boolean needsConfirmation() {
        return legal.toBeConfirmed();
    }

    /** The name in the API: {@code signed-post}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in the API. */
    public static Optional<IntakeChannel> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
