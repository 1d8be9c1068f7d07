package org.gongkai.platform.accounts.web;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.accounts.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, for the security filters (当前会话). */
final class SessionAuthentication extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Session session;

    SessionAuthentication(Session session) {
        super(List.of());
        this.session = session;
        setAuthenticated(true);
    }

    /** The session of the present request. */
    static Optional<Session> current() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof SessionAuthentication it
                ? Optional.of(it.session)
                : Optional.empty();
    }

    @Override
    public String getName() {
        return "account:" + session.account();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionAuthentication it && it.session.equals(session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
