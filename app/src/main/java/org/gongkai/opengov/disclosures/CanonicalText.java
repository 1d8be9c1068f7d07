package org.gongkai.opengov.disclosures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way in which content is written down before it is hashed (规范文本).
 *
 * <p>JSON with members sorted by name, no white space, absent members left out, UTF-8: the same
 * content always gives the same bytes. Anybody who has the content can recompute the hash.
 *
 * @param text the canonical text
 * @param sha256 SHA-256 of its UTF-8 bytes, lower-case hex
 */
public record CanonicalText(String text, String sha256) {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /** Writes content down. */
    public static CanonicalText of(DocumentContent content) {
        var text = MAPPER.writeValueAsString(content);
        return new CanonicalText(text, hash(text));
    }

    /** Reads content back from its canonical text. */
    public static DocumentContent read(String text) {
        return MAPPER.readValue(text, DocumentContent.class);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
