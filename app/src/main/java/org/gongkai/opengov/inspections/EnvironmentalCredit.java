package org.gongkai.opengov.inspections;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Environmental credit (环境信用等级), the scale of the environment department, apart from the risk
 * class.
 */
public enum EnvironmentalCredit {
    /** 绿牌. */
    GREEN("诚信"),
    /** 蓝牌. */
    BLUE("良好"),
    /** 黄牌. */
    YELLOW("警示"),
    /** 红牌、黑牌. */
    RED("不良"),
    /** Not assessed. */
    NONE("未评价");

    private final String term;

    EnvironmentalCredit(String term) {
        this.term = term;
    }

    /** The rule's word, as files and the API have it. */
    public String term() {
        return term;
    }

    /** By the rule's word or the name in the API. */
    public static Optional<EnvironmentalCredit> named(String asked) {
        return Arrays.stream(values())
                .filter(it -> it.term.equals(asked) || it.slug().equals(asked))
                .findFirst();
    }

    /** The name in the API, e.g. {@code none}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
