package org.gongkai.platform.pages;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Short texts that differ when what they stand for differs (内容戳), the same on every machine. */
public final class Stamps {
    private static final int BYTES = 12;

    private Stamps() {}

    /** The stamp of these facts, told by their {@code toString()}. */
    public static String of(@Nullable Object... facts) {
        var text = Stream.of(facts).map(String::valueOf).collect(Collectors.joining("\u0000"));
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
