package org.gongkai.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The SHA-256 of each entry (校验和), listed as {@code sha256sum} lists them. */
final class Checksums {
    /** The entry that holds the list; its own checksum is the comment of the zip. */
    static final String ENTRY = "MANIFEST.sha256";

    private static final int LENGTH = 64;

    private Checksums() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String of(InputStream content) throws IOException {
        MessageDigest digest = sha256();
        new DigestInputStream(content, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Entry by checksum's entry name, as listed. */
    static Map<String, String> parse(String list) {
        var byName = new LinkedHashMap<String, String>();
        list.lines().forEach(it -> byName.put(it.substring(LENGTH + 2), it.substring(0, LENGTH)));
        return byName;
    }
}
