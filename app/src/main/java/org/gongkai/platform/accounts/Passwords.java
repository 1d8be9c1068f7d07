package org.gongkai.platform.accounts;

import java.util.concurrent.Semaphore;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Keeps passwords as Argon2id hashes (密码保存): 19 MiB, two rounds. Few are hashed at a time, so that
 * a flood of sign-ins takes neither all memory nor all processors.
 */
@Component
class Passwords {
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT, HASH, LANES, KIBIBYTES, ROUNDS);
    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final String nobodys = hash("the password of nobody");

    /** The hash to keep. */
    String hash(String password) {
        free.acquireUninterruptibly();
        try {
            return argon2.encode(password);
        } finally {
            free.release();
        }
    }

    /** Whether it is the password; for an account that does not exist this takes just as long. */
    boolean matches(String password, @Nullable String hash) {
        free.acquireUninterruptibly();
        try {
            String given = password.length() > PasswordRule.LONGEST ? "" : password;
            return argon2.matches(given, hash == null ? nobodys : hash) && hash != null;
        } finally {
            free.release();
        }
    }

    /** Refuses a weak one at this field. */
    static void requireStrong(String field, String password, String username) {
        PasswordRule.problem(password, username)
                .ifPresent(
                        key -> {
                            throw Refusal.invalid(field, key, PasswordRule.SHORTEST);
                        });
    }
}
