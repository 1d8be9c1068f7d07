package org.gongkai.opengov.requests;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.platform.settings.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keyed hashes of this installation (密钥散列): query secrets, and marks by which the same applicant,
 * text or address is known again without being named.
 *
 * <p>A query secret is not kept at all: it follows from number and generation (ADR 0167).
 */
@Component
class RequestKeys {
    /** No signs that are mistaken for one another. */
    private static final String READABLE = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int SECRET_SIGNS = 12;
    private static final int CODE_SIGNS = 20;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    RequestKeys(Secrets secrets) {
        this.key = new SecretKeySpec(secrets.key("request-hash"), "HmacSHA256");
    }

    /** The query secret of a request in groups of four. */
    String secret(RequestCase request) {
        return secret(request.number(), request.secretGeneration());
    }

    /** The query secret of a correction or complaint; its numbers are no requests' numbers. */
    String secret(Claim claim) {
        return secret(claim.number(), claim.secretGeneration());
    }

    private String secret(String number, int generation) {
        var hash = hash("secret", number, String.valueOf(generation));
        var text = new StringBuilder();
        for (var at = 0; at < SECRET_SIGNS; at++) {
            text.append(at > 0 && at % 4 == 0 ? "-" : "");
            // Two bytes for each sign leave no sign more likely than another by more than 1 in
            // 2,000.
            var two = (hash[2 * at] & 0xff) << 8 | hash[2 * at + 1] & 0xff;
            text.append(READABLE.charAt(two % READABLE.length()));
        }
        return text.toString();
    }

    /** Whether this is the secret, however it was typed; takes equally long for each wrong one. */
    boolean isSecret(RequestCase request, @Nullable String typed) {
        return isSame(secret(request), typed);
    }

    /** The same for a correction or complaint. */
    boolean isSecret(Claim claim, @Nullable String typed) {
        return isSame(secret(claim), typed);
    }

    private static boolean isSame(String secret, @Nullable String typed) {
        return MessageDigest.isEqual(
                secret.replace("-", "").getBytes(StandardCharsets.UTF_8),
                plain(typed).getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "");
    }

    /**
     * The same for the same person or organisation, whichever request; of whom a picture alone is
     * known, by name and contact.
     */
    String applicant(Applicant applicant) {
        var identity = applicant.identity();
        var to = applicant.contact();
        return mark(
                "applicant",
                identity.kind().name(),
                identity.kind().hasNumber()
                        ? identity.number()
                        : Stream.of(to.phone(), to.email(), to.address())
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(""),
                identity.name());
    }

    /** The same for the same applicant asking the same in the same way. */
    String fingerprint(RequestEntry.Checked entry, IntakeChannel channel) {
        return mark(
                "same",
                applicant(entry.applicant()),
                channel.name(),
                String.join("\u0001", entry.matters()));
    }

    /** A new code of a hundred random bits in groups of four. */
    String newCode() {
        var text = new StringBuilder();
        for (var at = 0; at < CODE_SIGNS; at++) {
            text.append(at > 0 && at % 4 == 0 ? "-" : "");
            text.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    /** What is kept of a code, however it was typed. */
    String ofCode(@Nullable String typed) {
        return mark("code", plain(typed));
    }

    /** Whoever has an IPv6 line has 2^64 addresses of it: they count as one. */
    String origin(String origin) {
        return mark("origin", line(origin));
    }

    private static String line(String origin) {
        try {
            return InetAddress.ofLiteral(origin) instanceof Inet6Address address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, Long.BYTES)
                    : origin;
        } catch (IllegalArgumentException noAddress) {
            return origin;
        }
    }

    private String mark(String... parts) {
        return HexFormat.of().formatHex(hash(parts));
    }

    private byte[] hash(String... parts) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(
                    String.join("\u0000", List.of(parts)).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
