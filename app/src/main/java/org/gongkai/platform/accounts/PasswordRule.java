package org.gongkai.platform.accounts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a password must have (密码要求): length first, no guessable ones; no rules of signs that make
 * people write it down.
 *
 * <p>Our reading of GB/T 22239-2019 (identity authentication) after NIST SP 800-63B; ADR 0012.
 */
final class PasswordRule {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;
    private static final int LEAST_DIFFERENT = 5;
    private static final String ROWS =
            "01234567890 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm";
    private static final Set<String> GUESSED_FIRST =
            Set.of(
                    "password",
                    "passw0rd",
                    "admin",
                    "administrator",
                    "qwerty",
                    "letmein",
                    "welcome",
                    "iloveyou",
                    "yinchuan",
                    "ningxia",
                    "gongkai",
                    "zhengwu",
                    "huanbao",
                    "shengtai",
                    "woaini",
                    "abc",
                    "aa",
                    "root",
                    "test",
                    "guest",
                    "user",
                    "changeme",
                    "dragon",
                    "monkey",
                    "master",
                    "p@ssw0rd",
                    "p@ssword",
                    "zhongguo",
                    "china");

    private PasswordRule() {}

    /** The message key of what is missing, empty when it is good. */
    static Optional<String> problem(String password, String username) {
        if (password.length() < SHORTEST) {
            return Optional.of("accounts.password.too-short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("accounts.password.too-long");
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (small.contains(username) || username.contains(small)) {
            return Optional.of("accounts.password.has-username");
        }
        if (small.codePoints().distinct().count() < LEAST_DIFFERENT || guessable(small)) {
            return Optional.of("accounts.password.guessable");
        }
        return Optional.empty();
    }

    /** A known word, or a run along the keyboard, with nothing but digits and signs around it. */
    private static boolean guessable(String small) {
        String letters = small.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return letters.isEmpty() && small.matches("[0-9]+")
                || GUESSED_FIRST.contains(letters)
                || letters.length() >= 4 && isRun(letters)
                || isRun(small);
    }

    private static boolean isRun(String text) {
        return ROWS.contains(text) || ROWS.contains(new StringBuilder(text).reverse());
    }
}
