package org.gongkai.verifier.hash;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Which hash a draw uses (算法套件): SHA-256, or SM3 of GB/T 32905-2016. */
public enum Suite {
    SHA256,
    SM3;

    /** Bytes of a hash. */
    public static final int LENGTH = 32;

    /** The suite a manifest names. */
    public static Suite named(String name) {
        return switch (name) {
            case "sha256" -> SHA256;
            case "sm3" -> SM3;
            default -> throw new IllegalArgumentException(name);
        };
    }

    Digest digest() {
        return this == SHA256 ? new SHA256Digest() : new SM3Digest();
    }

    /** H(bytes). */
    public byte[] hash(byte[] bytes) {
        Digest digest = digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[LENGTH];
        digest.doFinal(hash, 0);
        return hash;
    }

    /** TH(tag, parts): the hash of the tag and the parts, each behind its length. */
    public byte[] tagged(String tag, byte[]... parts) {
        var all = new ByteArrayOutputStream();
        writePrefixed(all, utf8(tag));
        for (byte[] each : parts) {
            writePrefixed(all, each);
        }
        return hash(all.toByteArray());
    }

    /** lp(part), written to the end. */
    public static void writePrefixed(ByteArrayOutputStream out, byte[] part) {
        out.writeBytes(u32(part.length));
        out.writeBytes(part);
    }

    /** u32(n): four bytes, the highest first. */
    public static byte[] u32(long n) {
        return new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n};
    }

    /** u64(n): eight bytes, the highest first. */
    public static byte[] u64(long n) {
        byte[] bytes = new byte[8];
        for (int i = 0; i < 8; i++) {
            bytes[i] = (byte) (n >>> (56 - 8 * i));
        }
        return bytes;
    }

    /** A text as UTF-8. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
