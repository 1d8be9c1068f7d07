package org.gongkai.platform.commitments;

import java.security.MessageDigest;

/** HMAC (RFC 2104) over either hash function, for one thread. */
public final class Hmac {
    private static final int BLOCK = 64;

    private final MessageDigest digest;
    private final byte[] inner = new byte[BLOCK];
    private final byte[] outer = new byte[BLOCK];

    /** A key of at most one block; ours have 32 bytes. */
    public Hmac(MessageDigest digest, byte[] key) {
        this.digest = digest;
        for (var at = 0; at < BLOCK; at++) {
            var each = at < key.length ? key[at] : 0;
            inner[at] = (byte) (each ^ 0x36);
            outer[at] = (byte) (each ^ 0x5c);
        }
    }

    public byte[] of(byte[] message) {
        return of(message, message.length);
    }

    public byte[] of(byte[] message, int length) {
        digest.update(inner);
        digest.update(message, 0, length);
        var inside = digest.digest();
        digest.update(outer);
        return digest.digest(inside);
    }
}
