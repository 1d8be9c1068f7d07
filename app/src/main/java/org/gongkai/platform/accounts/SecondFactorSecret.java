package org.gongkai.platform.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app must be told (动态码密钥): as text to type, and as the address in the QR
 * code.
 */
public final class SecondFactorSecret {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private final String username;
    private final byte[] secret;

    SecondFactorSecret(String username, byte[] secret) {
        this.username = username;
        this.secret = secret.clone();
    }

    /** In base 32, as apps take it by hand. */
    public String text() {
        var text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte next : secret) {
            buffer = (buffer << Byte.SIZE | next & 0xff) & 0xffff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(BASE32.charAt(buffer >> held & 31));
            }
        }
        return text.toString();
    }

    /** The address {@code otpauth://totp/…}. */
    public String address() {
        String label = URLEncoder.encode("政务公开:" + username, StandardCharsets.UTF_8);
        return "otpauth://totp/%s?secret=%s&issuer=%s"
                .formatted(label, text(), URLEncoder.encode("政务公开", StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "SecondFactorSecret";
    }
}
