package org.gongkai.platform.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published test vectors, beside these tests; NOTICE says where each came from. */
public final class Vectors {
    static final String EXAMPLE = "vdraw-open-small-sha256.json";

    private Vectors() {}

    public static byte[] bytes(String name) {
        try (var stream = Vectors.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String name) {
        return JsonMapper.shared().readTree(bytes(name));
    }

    public static DrawBundle example() {
        return DrawBundle.read(bytes(EXAMPLE));
    }

    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
