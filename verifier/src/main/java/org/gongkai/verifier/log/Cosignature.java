package org.gongkai.verifier.log;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.gongkai.verifier.hash.Suite;

/**
 * What a witness signs (见证签名): that at this moment it had seen the log grow to this checkpoint and
 * nothing else. c2sp.org/tlog-cosignature, Ed25519.
 */
record Cosignature(long time, byte[] signature) {
    private static final int LENGTH = 8 + 64;

    static Cosignature read(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A cosignature has 72 bytes");
        }
        var buffer = ByteBuffer.wrap(bytes);
        long time = buffer.getLong();
        byte[] signature = new byte[LENGTH - 8];
        buffer.get(signature);
        return new Cosignature(time, signature);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(time).put(signature).array();
    }

    /** The bytes signed. */
    static byte[] message(long time, String text) {
        return Suite.utf8("cosignature/v1\ntime " + time + "\n" + text);
    }

    boolean verifies(NoteKey key, String text) throws GeneralSecurityException {
        return time >= 0 && key.ed25519(message(time, text), signature);
    }

    Instant at() {
        return Instant.ofEpochSecond(time);
    }
}
