package org.gongkai.opengov.requests.papers;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.roles.Role;

/**
 * What can be done with a letter (文书环节): from which state, by which roles, on which course.
 *
 * <p>This is the one table; pages and API ask it and nothing else. Printed into {@code
 * docs/rules/requests-papers.md}. Beside it: nobody reviews or signs what he wrote a line of.
 */
public enum LetterStep {
    /** 送审. */
    SUBMIT(LetterState.SUBMITTED),
    /** 审核. */
    REVIEW(LetterState.REVIEWED),
    /** 退回. */
    RETURN(LetterState.DRAFT),
    /** 签发: takes the number and fixes the text. */
    SIGN(LetterState.SIGNED),
    /** 制作. */
    MAKE(LetterState.MADE),
    /** 发出. */
    DISPATCH(LetterState.DISPATCHED),
    /** 送达. */
    DELIVER(LetterState.DELIVERED),
    /** 无法送达. */
    UNDELIVERABLE(LetterState.UNDELIVERABLE),
    /** 作废: once signed, by the office alone (ADR 0203). */
    VOID(LetterState.VOID);

    private static final Set<Role> OFFICE = set(Role.DISCLOSURE_OFFICE);
    private static final Set<Role> WORKING =
            set(Role.CLERK, Role.SECTION_HEAD, Role.DISCLOSURE_OFFICE);
    private static final Set<Role> REVIEWERS = set(Role.SECTION_HEAD, Role.DISCLOSURE_HEAD);
    private static final Set<Role> LEADERS = set(Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER);
    private static final Set<Role> SIGNERS_OF_NOTICES =
            set(Role.DISCLOSURE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER);
    private static final Set<Role> ALL_WHO_LOOK =
            set(Role.SECTION_HEAD, Role.DISCLOSURE_HEAD, Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER);

    private final LetterState to;

    LetterStep(LetterState to) {
        this.to = to;
    }

    /** Where it leads. */
    public LetterState to() {
        return to;
    }

    /** The states from which it can be done. */
    public Set<LetterState> from(LetterCourse course) {
        return switch (this) {
            case SUBMIT -> course == LetterCourse.PLAIN ? Set.of() : EnumSet.of(LetterState.DRAFT);
            case REVIEW ->
                    course == LetterCourse.ANSWER ? EnumSet.of(LetterState.SUBMITTED) : Set.of();
            case RETURN ->
                    course == LetterCourse.PLAIN
                            ? Set.of()
                            : EnumSet.of(LetterState.SUBMITTED, LetterState.REVIEWED);
            case SIGN ->
                    switch (course) {
                        case ANSWER -> EnumSet.of(LetterState.REVIEWED);
                        case NOTICE -> EnumSet.of(LetterState.SUBMITTED);
                        case PLAIN -> Set.of();
                    };
            case MAKE ->
                    EnumSet.of(
                            course == LetterCourse.PLAIN ? LetterState.DRAFT : LetterState.SIGNED);
            case DISPATCH -> EnumSet.of(LetterState.MADE, LetterState.UNDELIVERABLE);
            case DELIVER ->
                    EnumSet.of(LetterState.MADE, LetterState.DISPATCHED, LetterState.UNDELIVERABLE);
            case UNDELIVERABLE -> EnumSet.of(LetterState.DISPATCHED);
            case VOID ->
                    course == LetterCourse.PLAIN
                            ? EnumSet.of(LetterState.DRAFT)
                            : EnumSet.of(
                                    LetterState.DRAFT,
                                    LetterState.SUBMITTED,
                                    LetterState.REVIEWED,
                                    LetterState.SIGNED,
                                    LetterState.MADE);
        };
    }

    /** Who does it. */
    public Set<Role> roles(LetterCourse course) {
        return switch (this) {
            case SUBMIT -> course == LetterCourse.ANSWER ? WORKING : OFFICE;
            case REVIEW -> REVIEWERS;
            case RETURN -> course == LetterCourse.ANSWER ? ALL_WHO_LOOK : SIGNERS_OF_NOTICES;
            case SIGN -> course == LetterCourse.ANSWER ? LEADERS : SIGNERS_OF_NOTICES;
            case MAKE, DISPATCH, DELIVER, UNDELIVERABLE -> OFFICE;
            case VOID -> course == LetterCourse.ANSWER ? WORKING : OFFICE;
        };
    }

    /** Whether it leads away from the applicant: 退回、无法送达、作废. */
    public boolean isSetback() {
        return this == RETURN || this == UNDELIVERABLE || this == VOID;
    }

    /** Whether the one who does it must have written nothing of it. */
    public boolean byAnother() {
        return this == REVIEW || this == SIGN;
    }

    /** The name in addresses and in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in addresses and in the API. */
    public static Optional<LetterStep> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }

    private static Set<Role> set(Role... roles) {
        return Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(roles)));
    }
}
