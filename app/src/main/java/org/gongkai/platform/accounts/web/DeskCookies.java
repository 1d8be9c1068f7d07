package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookies of the desk (工作台 Cookie): never sent to public pages, never read by scripts, never
 * sent from another site, and over https alone where https is used.
 */
final class DeskCookies {
    /** Who is signed in. */
    static final String SESSION = "gongkai_desk";

    /** Which browser asked for a form before anybody has signed in. */
    static final String FORM = "gongkai_form";

    private DeskCookies() {}

    static Optional<String> read(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(it -> it.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(it -> it.matches("[A-Za-z0-9_-]{40,60}"))
                        .findFirst();
    }

    static void write(
            HttpServletRequest request, HttpServletResponse response, String name, String value) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, name, value).build().toString());
    }

    static void end(HttpServletRequest request, HttpServletResponse response, String name) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, name, "").maxAge(Duration.ZERO).build().toString());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            HttpServletRequest request, String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/desk")
                .httpOnly(true)
                .sameSite("Strict")
                .secure(request.isSecure());
    }
}
