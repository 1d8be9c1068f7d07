package org.gongkai.platform.transparencylog;

import java.util.Base64;
import java.util.Optional;

/** Bytes in Base64, written the one way they can be written. */
final class Base64Text {
    private Base64Text() {}

    static Optional<byte[]> read(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return write(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
