package org.gongkai.opengov.inspections.draws;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Secrets of 32 bytes (随机密钥), from the operating system. */
@Component
class RandomBytes {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    byte[] bytes() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    SecureRandom source() {
        return random;
    }
}
