package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.accounts.Session;
import org.gongkai.platform.accounts.Sessions;
import org.gongkai.platform.pages.RefusedRequest;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The three entrances (三个入口): the API by token, the desk by cookie and form token, the public side
 * by nothing at all. What a person may do inside is decided by the desks, not here.
 */
@Configuration(proxyBeanMethods = false)
class Entrances {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final HandlerExceptionResolver failures;

    Entrances(Sessions sessions, @Qualifier("failureResolver") HandlerExceptionResolver failures) {
        this.sessions = sessions;
        this.failures = failures;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity security) {
        return plain(security.securityMatcher("/api/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(
                        calls ->
                                calls.requestMatchers("/api/openapi.json", "/api/v1/public/**")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.POST,
                                                "/api/v1/requests",
                                                "/api/v1/tokens",
                                                "/api/v1/first-password")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .addFilterBefore(
                        new SessionFilter(sessions, Session.Channel.API, Entrances::bearer),
                        CsrfFilter.class)
                .addFilterBefore(new NotKept(), CsrfFilter.class)
                .exceptionHandling(
                        it ->
                                it.authenticationEntryPoint(
                                                (request, response, _) ->
                                                        refuse(
                                                                request,
                                                                response,
                                                                RefusalKind.NOT_SIGNED_IN,
                                                                "refusals.not-signed-in"))
                                        .accessDeniedHandler(
                                                (request, response, _) ->
                                                        refuse(
                                                                request,
                                                                response,
                                                                RefusalKind.NOT_ALLOWED,
                                                                "refusals.not-allowed")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain desk(HttpSecurity security, FormTokens formTokens) {
        return plain(security.securityMatcher("/desk", "/desk/**"))
                .csrf(it -> it.csrfTokenRepository(formTokens))
                .authorizeHttpRequests(
                        pages ->
                                pages.requestMatchers("/desk/login", "/desk/first-password")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .addFilterBefore(
                        new SessionFilter(
                                sessions,
                                Session.Channel.DESK,
                                it -> DeskCookies.read(it, DeskCookies.SESSION)),
                        CsrfFilter.class)
                .addFilterBefore(new NotKept(), CsrfFilter.class)
                .exceptionHandling(
                        it ->
                                it.authenticationEntryPoint(
                                                (request, response, _) ->
                                                        toLogin(request, response))
                                        .accessDeniedHandler(
                                                (request, response, denied) ->
                                                        deny(
                                                                request,
                                                                response,
                                                                denied instanceof CsrfException)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain publicSide(HttpSecurity security) {
        return plain(security)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .build();
    }

    /** Nobody signs in by the framework's own ways, so it need not make up a user. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /**
     * No container session, no headers of the framework (ours are everywhere), none of its pages.
     */
    private static HttpSecurity plain(HttpSecurity security) {
        return security.sessionManagement(
                        it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .filter(it -> it.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(it -> it.substring(BEARER.length()).strip());
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            RefusalKind kind,
            String messageKey) {
        failures.resolveException(request, response, null, Refusal.of(kind, messageKey));
    }

    private static void toLogin(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var login = UriComponentsBuilder.fromPath("/desk/login");
        boolean comesBack =
                request.getMethod().equals("GET") && !request.getRequestURI().equals("/desk");
        if (comesBack) {
            String query = request.getQueryString();
            login.queryParam("next", "{next}");
            login.uriVariables(
                    Map.of("next", request.getRequestURI() + (query == null ? "" : "?" + query)));
        }
        response.sendRedirect(login.encode().build().toUriString());
    }

    /** A form without its token: as a rule the session has ended while the page stood open. */
    private static void deny(
            HttpServletRequest request, HttpServletResponse response, boolean formToken)
            throws IOException {
        RefusedRequest.send(
                request,
                response,
                Refusal.of(
                        RefusalKind.NOT_ALLOWED,
                        formToken ? "accounts.form-token" : "refusals.not-allowed"));
    }
}
