package org.gongkai.platform.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * The token in every form of the desk (表单令牌), against forms sent from other sites: bound to the
 * session, or before sign-in to a cookie of its own. Nothing is kept for it.
 */
@Component
class FormTokens implements CsrfTokenRepository {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    FormTokens(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.key("form-token"), HMAC);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return bound(request)
                .orElseGet(
                        () -> {
                            byte[] value = new byte[32];
                            random.nextBytes(value);
                            String cookie =
                                    Base64.getUrlEncoder().withoutPadding().encodeToString(value);
                            request.setAttribute(DeskCookies.FORM, cookie);
                            return token("form:" + cookie);
                        });
    }

    @Override
    public void saveToken(
            @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(DeskCookies.FORM) instanceof String cookie) {
            DeskCookies.write(request, response, DeskCookies.FORM, cookie);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return bound(request).orElse(null);
    }

    private Optional<CsrfToken> bound(HttpServletRequest request) {
        return SessionAuthentication.current().isPresent()
                ? DeskCookies.read(request, DeskCookies.SESSION).map(it -> token("session:" + it))
                : DeskCookies.read(request, DeskCookies.FORM).map(it -> token("form:" + it));
    }

    private CsrfToken token(String boundTo) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash = mac.doFinal(boundTo.getBytes(StandardCharsets.UTF_8));
            String value = Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
