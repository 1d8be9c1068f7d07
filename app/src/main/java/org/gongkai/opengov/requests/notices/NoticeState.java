package org.gongkai.opengov.requests.notices;

/** How far a notice is (通知状态). */
public enum NoticeState {
    /** 待发送. */
    WAITING,
    /** 已发送. */
    SENT,
    /** 未能发出. */
    GIVEN_UP,
    /** 已另行告知: the office told the applicant in another way. */
    TOLD_OTHERWISE
}
