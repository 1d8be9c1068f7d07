package org.gongkai.opengov.requests.notices;

/** By which way a notice goes (通知方式). */
public enum NoticeWay {
    /** 电子邮件. */
    EMAIL,
    /** 短信. */
    SMS
}
