package org.gongkai.platform.accounts;

import java.util.Locale;
import org.gongkai.platform.refusals.Refusal;

/** The name under which somebody signs in (用户名): small letters, digits, dot, hyphen, underscore. */
public record Username(String value) {
    private static final String PATTERN = "[a-z][a-z0-9._-]{1,31}";

    /** A new one; refuses what is no username. */
    public static Username of(String typed) {
        String value = typed.strip().toLowerCase(Locale.ROOT);
        if (!value.matches(PATTERN)) {
            throw Refusal.invalid("username", "accounts.username.pattern");
        }
        return new Username(value);
    }

    /** As typed at sign-in; what is no username simply matches none. */
    static Username typed(String typed) {
        return new Username(typed.strip().toLowerCase(Locale.ROOT));
    }
}
