package org.gongkai.opengov.inspections.draws;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What is done with a draw (抽取环节), and in which states. Who may is in {@link DrawRights}. */
public enum DrawStep {
    /** 冻结名录. */
    FREEZE(EnumSet.of(DrawState.ANNOUNCED)),
    /** 见证人提交与公开随机数, on the witness's own page. */
    NONCE(EnumSet.of(DrawState.ANNOUNCED, DrawState.FROZEN)),
    /** 录入公开随机数. */
    SOURCE(EnumSet.of(DrawState.FROZEN, DrawState.NONCES_IN)),
    /** 抽取. */
    DRAW(EnumSet.of(DrawState.SOURCES_IN)),
    /** 调整结果. */
    AMEND(EnumSet.of(DrawState.DRAWN)),
    /** 揭示秘密. */
    REVEAL(EnumSet.of(DrawState.DRAWN)),
    /** 作废. */
    VOID(EnumSet.of(DrawState.ANNOUNCED, DrawState.FROZEN, DrawState.NONCES_IN));

    private final Set<DrawState> from;

    DrawStep(Set<DrawState> from) {
        this.from = from;
    }

    /** The states in which it is possible. */
    public Set<DrawState> from() {
        return EnumSet.copyOf(from);
    }

    /** The name in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
