package org.gongkai.opengov.requests.papers;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Where a letter stands (文书状态). */
public enum LetterState {
    /** 起草中. */
    DRAFT,
    /** 已送审. */
    SUBMITTED,
    /** 已审核: an answer, before a leader signs it. */
    REVIEWED,
    /** 已签发: number, day and text are fixed. */
    SIGNED,
    /** 已制作: the paper exists and has not left. */
    MADE,
    /** 已发出. */
    DISPATCHED,
    /** 无法送达. */
    UNDELIVERABLE,
    /** 已送达. */
    DELIVERED,
    /** 已作废. */
    VOID;

    private static final Set<LetterState> LEFT =
            Collections.unmodifiableSet(EnumSet.of(DISPATCHED, UNDELIVERABLE, DELIVERED));

    /** Whether it has left the agency; from then on the applicant sees it too. */
    public boolean hasLeft() {
        return LEFT.contains(this);
    }

    /** The name in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
