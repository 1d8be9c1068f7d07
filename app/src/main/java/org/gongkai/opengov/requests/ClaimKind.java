package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody wants beside information (更正和投诉事项), each by its article of 《政府信息公开条例》. */
public enum ClaimKind {
    /** 更正本人信息: a record about oneself is wrong, art. 41. */
    RECORD_CORRECTION("GZ", "第四十一条"),
    /** 对不依法公开、不依法答复的投诉, looked into by the authority for disclosure, art. 47. */
    INACTION_COMPLAINT("TS", "第四十七条"),
    /** 对侵犯合法权益的投诉、举报, to the authority or the agency above, art. 51. */
    RIGHTS_COMPLAINT("TS", "第五十一条");

    private final String prefix;
    private final String article;

    ClaimKind(String prefix, String article) {
        this.prefix = prefix;
        this.article = article;
    }

    /** How its numbers begin. */
    public String prefix() {
        return prefix;
    }

    /** The article it rests on. */
    public String article() {
        return article;
    }

    /** Whether it is a complaint: the authority decides it and sets the day, not this agency. */
    public boolean isComplaint() {
        return this != RECORD_CORRECTION;
    }

    /** The name in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses and the API. */
    public static Optional<ClaimKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
