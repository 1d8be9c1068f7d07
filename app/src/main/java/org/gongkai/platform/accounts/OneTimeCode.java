package org.gongkai.platform.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The six digits of an authenticator app (动态码): RFC 6238 with SHA-1 and 30 seconds, as all apps do
 * it. One step before and after is taken, and each step once only.
 */
final class OneTimeCode {
    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;

    private OneTimeCode() {}

    /** The step whose code this is, if it comes after {@code lastUsed}. */
    static OptionalLong matching(byte[] secret, String code, Instant now, long lastUsed) {
        long step = Math.floorDiv(now.getEpochSecond(), SECONDS);
        for (long tried = step - 1; tried <= step + 1; tried++) {
            byte[] right = at(secret, tried).getBytes(StandardCharsets.US_ASCII);
            byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
            if (tried > lastUsed && MessageDigest.isEqual(right, given)) {
                return OptionalLong.of(tried);
            }
        }
        return OptionalLong.empty();
    }

    /** The code of a step. */
    static String at(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
