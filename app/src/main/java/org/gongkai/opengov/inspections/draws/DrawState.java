package org.gongkai.opengov.inspections.draws;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a draw stands (抽取阶段). It moves forward only; void is an end, and public. */
public enum DrawState {
    /** 已公告: what will be drawn, from which sources, when. */
    ANNOUNCED,
    /** 已冻结: lists and secret are bound; witnesses open their numbers. */
    FROZEN,
    /** 见证数已收: who has not opened is absent. */
    NONCES_IN,
    /** 随机数已齐: a result is owed. */
    SOURCES_IN,
    /** 已抽取. */
    DRAWN,
    /** 已揭示: the secret is public, everybody can compute the draw again. */
    REVEALED,
    /** 已作废: before the first public source came out (C3). */
    VOID;

    /** What may follow. */
    public Set<DrawState> next() {
        return switch (this) {
            case ANNOUNCED -> EnumSet.of(FROZEN, NONCES_IN, VOID);
            case FROZEN -> EnumSet.of(NONCES_IN, VOID);
            case NONCES_IN -> EnumSet.of(SOURCES_IN, VOID);
            case SOURCES_IN -> EnumSet.of(DRAWN);
            case DRAWN -> EnumSet.of(REVEALED);
            case REVEALED, VOID -> EnumSet.noneOf(DrawState.class);
        };
    }

    /** Whether the lists are bound. */
    public boolean isFrozen() {
        return this != ANNOUNCED && this != VOID;
    }

    /** Whether there is a result. */
    public boolean isDrawn() {
        return this == DRAWN || this == REVEALED;
    }

    /** The name in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses and the API. */
    public static Optional<DrawState> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
