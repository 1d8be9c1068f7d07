package org.gongkai.verifier.hash;

import java.io.ByteArrayOutputStream;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The source of every lot (抽签值): {@code T(label, x..) = HMAC(PRK, lp("vdraw/1/" label) lp(x)..
 * 01)}. For one thread.
 */
public final class Prf {
    private static final int LONGEST_BLOCK = 1024;

    private final HMac mac;
    private final byte[] key;
    private byte[] message = new byte[LONGEST_BLOCK];
    private int length;

    /** With this key, PRK. */
    public Prf(Suite suite, byte[] key) {
        this.key = key.clone();
        this.mac = keyed(suite, key);
    }

    private static HMac keyed(Suite suite, byte[] key) {
        var mac = new HMac(suite.digest());
        mac.init(new KeyParameter(key));
        return mac;
    }

    /** HMAC(key, message), as in HKDF-Extract. */
    public static byte[] hmac(Suite suite, byte[] key, byte[] message) {
        HMac mac = keyed(suite, key);
        mac.update(message, 0, message.length);
        byte[] out = new byte[Suite.LENGTH];
        mac.doFinal(out, 0);
        return out;
    }

    /** The input keying material of a draw: {@code lp("vdraw/1/ikm") lp(mh) ..}. */
    public static byte[] prefixed(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] each : parts) {
            Suite.writePrefixed(out, each);
        }
        return out.toByteArray();
    }

    /** PRK itself. */
    public byte[] key() {
        return key.clone();
    }

    /** T(label, parts). */
    public byte[] lot(String label, byte[]... parts) {
        length = 0;
        append(Suite.utf8("vdraw/1/" + label));
        for (byte[] each : parts) {
            append(each);
        }
        mac.update(message, 0, length);
        mac.update((byte) 1);
        byte[] out = new byte[Suite.LENGTH];
        mac.doFinal(out, 0);
        return out;
    }

    private void append(byte[] part) {
        if (length + 4 + part.length > message.length) {
            message = java.util.Arrays.copyOf(message, 2 * (length + 4 + part.length));
        }
        System.arraycopy(Suite.u32(part.length), 0, message, length, 4);
        System.arraycopy(part, 0, message, length + 4, part.length);
        length += 4 + part.length;
    }
}
