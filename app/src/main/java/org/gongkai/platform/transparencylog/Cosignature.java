package org.gongkai.platform.transparencylog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What a witness signs (见证签名): that at this moment it had seen the log grow to a checkpoint and
 * nothing else. c2sp.org/tlog-cosignature, {@code cosignature/v1}.
 *
 * @param time seconds since 1970
 */
record Cosignature(long time, byte[] signature) {
    private static final int LENGTH = 8 + 64;

    static Optional<Cosignature> read(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        var time = buffer.getLong();
        var signature = new byte[LENGTH - 8];
        buffer.get(signature);
        return time < 0 ? Optional.empty() : Optional.of(new Cosignature(time, signature));
    }

    /** The bytes signed for a note of this text. */
    byte[] message(String text) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    Instant at() {
        return Instant.ofEpochSecond(time);
    }
}
