package org.gongkai.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 that guard a backup file (校验和): one of each entry, and one of the whole file. */
final class Checksums {
    /** The entry that lists the others as {@code sha256sum} does, for {@code sha256sum -c}. */
    static final String ENTRY = "MANIFEST.sha256";

    /** Keeps the place of the whole file's checksum, its last bytes. */
    static final String PLACE = "0".repeat(64);

    private static final int BUFFER = 1 << 16;

    private Checksums() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Of all bytes of the file before the place of its own checksum. */
    static String ofAllBefore(Path file) throws IOException {
        MessageDigest digest = sha256();
        long left = Files.size(file) - PLACE.length();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the file ends with the checksum of all that is before it. */
    static boolean guard(Path file) throws IOException {
        byte[] end = new byte[PLACE.length()];
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < end.length) {
                return false;
            }
            in.seek(in.length() - end.length);
            in.readFully(end);
        }
        return new String(end, StandardCharsets.US_ASCII).equals(ofAllBefore(file));
    }
}
