package org.gongkai.opengov.mistakes;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.roles.Role;

/** What can be done with a report (办理环节): who, and in which states. */
public enum MistakeStep {
    /** 转办: to the section whose page it is. */
    ROUTE(
            EnumSet.of(MistakeState.OPEN),
            EnumSet.of(Role.DISCLOSURE_OFFICE, Role.SECTION_HEAD, Role.CLERK)),
    /** 答复: it was so, and what was done. */
    ANSWER(
            EnumSet.of(MistakeState.OPEN),
            EnumSet.of(Role.DISCLOSURE_OFFICE, Role.SECTION_HEAD, Role.CLERK)),
    /** 不予采纳: it is no mistake, and why. */
    REJECT(
            EnumSet.of(MistakeState.OPEN),
            EnumSet.of(Role.DISCLOSURE_OFFICE, Role.SECTION_HEAD, Role.CLERK)),
    /** 清除联系方式 (个人信息保护法 art. 47), at the reader's wish or when no longer needed. */
    ERASE_CONTACT(EnumSet.allOf(MistakeState.class), EnumSet.of(Role.DISCLOSURE_OFFICE));

    private final Set<MistakeState> from;
    private final Set<Role> roles;

    MistakeStep(Set<MistakeState> from, Set<Role> roles) {
        this.from = from;
        this.roles = roles;
    }

    /** The states in which it is possible. */
    public Set<MistakeState> from() {
        return EnumSet.copyOf(from);
    }

    /** The roles that may do it; those of a section only for reports routed to it. */
    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    /** The name in addresses and the API: {@code erase-contact}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By its name in addresses and the API. */
    public static Optional<MistakeStep> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
