package org.gongkai.opengov.sitechecks.outward;

/** What became of a visit to another site (站外链接状况). */
public enum LinkOutcome {
    /** 可以打开: it answered, be it with a page for those it knows. */
    ALIVE(false),
    /** 网页不存在或者出错. */
    DEAD(true),
    /** 网站连接不上: no such name, no answer within 15 seconds, no trustworthy certificate. */
    UNREACHABLE(true),
    /** 网址写法有误. */
    UNREADABLE(true),
    /** 对方不允许程序访问: robots.txt. */
    NOT_ALLOWED(false),
    /** 不是互联网公开地址: never visited. */
    NOT_PUBLIC(false);

    private final boolean failure;

    LinkOutcome(boolean failure) {
        this.failure = failure;
    }

    /** Whether a reader would not have come there either. */
    public boolean isFailure() {
        return failure;
    }
}
