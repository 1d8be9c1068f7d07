package org.gongkai.opengov.pushing;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.roles.Role;

/** What a person can do with a push (推送处理): who, and in which states. */
public enum PushStep {
    /** 立即重试: tries it again at once, with all attempts before it. */
    RETRY(
            EnumSet.of(PushState.DEAD, PushState.WAITING, PushState.HANDED_OVER),
            EnumSet.of(Role.DISCLOSURE_OFFICE, Role.OPERATOR)),
    /** 不再推送: leaves it; the platform keeps what it has. */
    SKIP(
            EnumSet.of(PushState.DEAD, PushState.WAITING, PushState.HANDED_OVER),
            EnumSet.of(Role.DISCLOSURE_OFFICE));

    /** Who may see the pushes at all. */
    static final Set<Role> READERS =
            EnumSet.of(Role.DISCLOSURE_OFFICE, Role.OPERATOR, Role.AUDITOR);

    /** Who may have pushed what was public before (补推). */
    static final Set<Role> CATCH_UP = EnumSet.of(Role.DISCLOSURE_OFFICE, Role.OPERATOR);

    private final Set<PushState> from;
    private final Set<Role> roles;

    PushStep(Set<PushState> from, Set<Role> roles) {
        this.from = from;
        this.roles = roles;
    }

    /** The states in which it is possible. */
    public Set<PushState> from() {
        return EnumSet.copyOf(from);
    }

    /** The roles that may do it. */
    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }

    /** The name in addresses and in the API. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name in the API. */
    public static Optional<PushStep> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
