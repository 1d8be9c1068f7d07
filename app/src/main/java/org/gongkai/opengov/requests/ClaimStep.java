package org.gongkai.opengov.requests;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can happen to a correction or a complaint (更正和投诉办理环节): for which, and whether it ends it.
 * The office records all of them; pages and API ask this table and nothing else.
 */
public enum ClaimStep {
    /** 登记. */
    REGISTERED(Of.BOTH, false, false),
    /** 要求补充证据: the record's error has to be shown, art. 41. */
    EVIDENCE_ASKED(Of.CORRECTION, false, false),
    /** 收到补充的证据: the target runs anew. */
    EVIDENCE_GIVEN(Of.CORRECTION, false, false),
    /** 审核属实，予以更正并告知. */
    CORRECTED(Of.CORRECTION, true, false),
    /** 不予更正，告知理由. */
    NOT_CORRECTED(Of.CORRECTION, true, false),
    /** 主管部门要求说明: by the day the authority set. */
    TERM_SET(Of.COMPLAINT, false, true),
    /** 向主管部门书面说明. */
    EXPLAINED(Of.COMPLAINT, false, false),
    /** 查证属实，督促整改. */
    UPHELD(Of.COMPLAINT, true, false),
    /** 查证不属实. */
    DISMISSED(Of.COMPLAINT, true, false),
    /** 转送有权处理的机关，并告知: it is not this agency's to decide. */
    FORWARDED(Of.BOTH, true, false),
    /** 告知向有权处理的机关提出. */
    POINTED_ON(Of.BOTH, true, false),
    /** 本人撤回. */
    TAKEN_BACK(Of.BOTH, true, false);

    private final Of of;
    private final boolean ends;
    private final boolean needsTerm;

    ClaimStep(Of of, boolean ends, boolean needsTerm) {
        this.of = of;
        this.ends = ends;
        this.needsTerm = needsTerm;
    }

    /** For what a step is. */
    private enum Of {
        CORRECTION,
        COMPLAINT,
        BOTH
    }

    /** Whether nothing is owed after it. */
    public boolean ends() {
        return ends;
    }

    /** Whether a day has to be told with it. */
    public boolean needsTerm() {
        return needsTerm;
    }

    /** Whether it can happen to this kind. */
    public boolean fits(ClaimKind kind) {
        return of == Of.BOTH || of == (kind.isComplaint() ? Of.COMPLAINT : Of.CORRECTION);
    }

    /** Whether whoever claims is told of it by a letter. */
    public boolean isTold() {
        return ends && this != TAKEN_BACK;
    }

    /**
     * Whether it happens as its letter leaves and is not recorded by hand, ADR 0205: what this
     * agency decides. What the authority decided of a complaint can be recorded as well.
     */
    public boolean byLetterAlone() {
        return isTold() && this != UPHELD && this != DISMISSED;
    }

    /** The steps that can be recorded of this kind by hand while it is open. */
    public static List<ClaimStep> of(ClaimKind kind) {
        return Arrays.stream(values())
                .filter(it -> it != REGISTERED && it.fits(kind) && !it.byLetterAlone())
                .toList();
    }

    /** The ends of this kind of which a letter tells. */
    public static List<ClaimStep> told(ClaimKind kind) {
        return Arrays.stream(values()).filter(it -> it.isTold() && it.fits(kind)).toList();
    }

    /** The name in addresses and the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses and the API. */
    public static Optional<ClaimStep> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
