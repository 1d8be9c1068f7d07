package org.gongkai.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.pages.Moments;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes values into the trail (审计内容): plain ones as they are, personal ones as keyed hashes. */
@Component
class AuditValues {
    private static final String HMAC = "HmacSHA256";

    private final JsonMapper json;
    private final SecretKeySpec key;

    AuditValues(JsonMapper json, Secrets secrets) {
        this.json = json;
        this.key = new SecretKeySpec(secrets.key("audit-hash"), HMAC);
    }

    String json(Map<String, ?> values) {
        return json.writeValueAsString(plain(values));
    }

    private @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Personal personal -> hashed(personal);
            case Number _, Boolean _ -> value;
            case Instant moment -> Moments.written(moment);
            case Optional<?> optional -> plain(optional.orElse(null));
            case Collection<?> many -> many.stream().map(this::plain).toList();
            case Map<?, ?> named -> plainMap(named);
            default -> value.toString();
        };
    }

    private Map<String, @Nullable Object> plainMap(Map<?, ?> named) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        named.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
        return plain;
    }

    private @Nullable Object hashed(Personal personal) {
        return personal.value() == null ? null : Map.of("hash", hash(personal.value().toString()));
    }

    /** The keyed hash by which two values can be compared without knowing either. */
    String hash(String value) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
