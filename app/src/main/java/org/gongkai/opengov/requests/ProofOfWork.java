package org.gongkai.opengov.requests;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A task that costs a browser a second and a flood its speed (工作量证明), instead of a picture puzzle
 * that shuts out blind applicants. Whoever cannot do it asks without, and is let through more
 * slowly (ADR 0166).
 *
 * <p>A task reads {@code until.random.signature}; its answer is a number such that SHA-256 of
 * {@code task:number} begins with so many zero bits.
 */
@Component
public class ProofOfWork {
    /** Zero bits wanted: 65,536 tries on average. */
    public static final int BITS = 16;

    private static final Duration VALID = Duration.ofHours(2);
    private static final int RANDOM_BYTES = 12;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final Clock clock;

    ProofOfWork(Secrets secrets, Clock clock) {
        this.key = new SecretKeySpec(secrets.key("request-proof"), "HmacSHA256");
        this.clock = clock;
    }

    /** A new task. */
    public String task() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var text = clock.instant().plus(VALID).getEpochSecond() + "." + text(bytes);
        return text + "." + text(signature(text));
    }

    /** Whether this answers a task of this installation that has not run out. */
    boolean isSolved(@Nullable String task, @Nullable String answer) {
        if (task == null
                || answer == null
                || !task.matches("[0-9]{1,12}\\.[\\w-]{16}\\.[\\w-]{43}")) {
            return false;
        }
        var end = task.lastIndexOf('.');
        var until = Instant.ofEpochSecond(Long.parseLong(task.substring(0, task.indexOf('.'))));
        return answer.matches("[0-9]{1,12}")
                && clock.instant().isBefore(until)
                && MessageDigest.isEqual(
                        ascii(text(signature(task.substring(0, end)))),
                        ascii(task.substring(end + 1)))
                && zeroBits(sha256(task + ":" + answer)) >= BITS;
    }

    private static int zeroBits(byte[] hash) {
        var bits = 0;
        for (var it : hash) {
            if (it != 0) {
                return bits + Integer.numberOfLeadingZeros(it & 0xff) - 24;
            }
            bits += Byte.SIZE;
        }
        return bits;
    }

    private byte[] signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(ascii(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(ascii(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
