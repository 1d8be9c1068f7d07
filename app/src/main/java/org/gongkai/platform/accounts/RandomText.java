package org.gongkai.platform.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Random texts that only their holder knows (随机口令); kept as SHA-256, for they cannot be guessed.
 */
final class RandomText {
    /** No signs that are mistaken for one another. */
    private static final String READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** A session's or API's token: 256 bits. */
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    /** A secret to read out and type: groups of four. */
    static String readable(int groups) {
        var text = new StringBuilder();
        for (int at = 0; at < groups * 4; at++) {
            text.append(at > 0 && at % 4 == 0 ? "-" : "");
            text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    static byte[] bytes(int count) {
        byte[] random = new byte[count];
        RANDOM.nextBytes(random);
        return random;
    }

    /** What is kept of it; case and hyphens of typed secrets do not count. */
    static String kept(String typed) {
        return hash(typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", ""));
    }

    static String hash(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
