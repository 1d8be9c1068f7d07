package org.gongkai.opengov.projects;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an entry tells of (信息类别): what art. 20 makes public whatever the investor says, or the
 * negotiation (对接过程).
 */
public enum EntryKind {
    /** 行政审批结果, art. 20 (5). */
    APPROVED(5),
    /** 重大建设项目的批准和实施情况, art. 20 (10). */
    CARRIED_OUT(10),
    /** 环境影响评价信息, art. 20 (15) with 环境影响评价法. */
    EIA(15),
    /** 对接情况. */
    TALKS(10),
    /** 合作约定. */
    AGREEMENT(10),
    /** 要素保障. */
    SUPPORT(10);

    private final int article20Item;

    EntryKind(int article20Item) {
        this.article20Item = article20Item;
    }

    /** Whether it is information of the negotiation, which the investor's consent gates. */
    public boolean negotiation() {
        return this == TALKS || this == AGREEMENT || this == SUPPORT;
    }

    /** The item of art. 20 under which it is catalogued. */
    public int article20Item() {
        return article20Item;
    }

    /** As in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By slug. */
    public static Optional<EntryKind> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
