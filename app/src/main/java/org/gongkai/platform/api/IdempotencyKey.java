package org.gongkai.platform.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.gongkai.platform.refusals.Refusal;

/**
 * What makes a repeated creation the same one (幂等键): who asked, the key, and a hash of what was
 * asked.
 */
record IdempotencyKey(String account, String key, String fingerprint) {
    static final String HEADER = "Idempotency-Key";

    static IdempotencyKey of(String account, HttpServletRequest request)
            throws IOException, ServletException {
        String key = request.getHeader(HEADER).strip();
        if (!key.matches("[\\x21-\\x7e]{1,200}")) {
            throw Refusal.invalid(HEADER, "api.idempotency.unreadable");
        }
        return new IdempotencyKey(account, key, fingerprint(request));
    }

    private static String fingerprint(HttpServletRequest request)
            throws IOException, ServletException {
        var hash = sha256();
        add(hash, request.getMethod() + " " + request.getRequestURI());
        add(hash, String.valueOf(request.getQueryString()));
        String type = String.valueOf(request.getContentType());
        if (type.startsWith("multipart/")) {
            // The boundary differs each time; the parts do not.
            for (var part : request.getParts()) {
                add(hash, part.getName() + " " + part.getSubmittedFileName());
                add(hash, digest(part));
            }
        } else {
            hash.update(request.getInputStream().readAllBytes());
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    /** Read piece by piece: a part may be larger than the memory. */
    private static String digest(Part part) throws IOException {
        var digest = sha256();
        try (var content = new DigestInputStream(part.getInputStream(), digest)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest hash, String text) {
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
