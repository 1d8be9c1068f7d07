package org.gongkai.platform.accounts.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.accounts.Sessions;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the session that a request belongs to, by cookie or by bearer token (会话识别). */
final class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final Session.Channel channel;
    private final Function<HttpServletRequest, Optional<String>> token;

    SessionFilter(
            Sessions sessions,
            Session.Channel channel,
            Function<HttpServletRequest, Optional<String>> token) {
        this.sessions = sessions;
        this.channel = channel;
        this.token = token;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token.apply(request)
                .flatMap(it -> sessions.use(it, channel))
                .ifPresent(
                        it ->
                                SecurityContextHolder.setContext(
                                        new SecurityContextImpl(new SessionAuthentication(it))));
        chain.doFilter(request, response);
    }
}
