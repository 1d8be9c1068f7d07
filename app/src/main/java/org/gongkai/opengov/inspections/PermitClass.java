package org.gongkai.opengov.inspections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a unit's discharge is permitted (排污许可管理类别).
 *
 * <p>《排污许可管理条例》 (Order No. 736) arts. 2, 24: key management and simplified management need a
 * permit, others register.
 */
public enum PermitClass {
    /** 重点管理. */
    KEY("重点管理"),
    /** 简化管理. */
    SIMPLIFIED("简化管理"),
    /** 登记管理. */
    REGISTERED("登记管理"),
    /** No permit and no registration. */
    NONE("无");

    private final String term;

    PermitClass(String term) {
        this.term = term;
    }

    /** The rule's word, as files and the API have it. */
    public String term() {
        return term;
    }

    /** By the rule's word or the name in the API. */
    public static Optional<PermitClass> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.term.equals(asked) || it.slug().equals(asked))
                .findFirst();
    }

    /** The name in the API, e.g. {@code none}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
