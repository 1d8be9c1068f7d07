package org.gongkai.platform.draw;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published test vectors, beside these tests; NOTICE says where each came from. */
final class Vectors {
    static final String EXAMPLE = "vdraw-open-small-sha256.json";

    private Vectors() {}

    static byte[] bytes(String name) {
        try (var stream = Vectors.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String name) {
        return JsonMapper.shared().readTree(bytes(name));
    }

    static DrawBundle example() {
        return DrawBundle.read(bytes(EXAMPLE));
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
