package org.gongkai.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Passwords and keys that the installation makes for itself (密钥): one file each in the data folder,
 * readable by its owner alone, made at first use and kept. A backup holds them.
 */
public final class Secrets {
    private static final int BYTES = 32;

    private final Path folder;

    /** The secrets in this folder. */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The secret of this name as printable text of 256 bits; made now if there is none. */
    public String text(String name) {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("Not a name of a secret: " + name);
        }
        try {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret " + name + " cannot be read", e);
        }
    }

    /** The secret of this name as 32 bytes, for keyed hashes and encryption. */
    public byte[] key(String name) {
        return Base64.getUrlDecoder().decode(text(name));
    }

    private void make(Path file) throws IOException {
        PrivateFolder.make(folder);
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var owner =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path unfinished = Files.createTempFile(folder, ".new-", "", owner);
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(text + "\n"));
            channel.force(true);
        }
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException e) {
            // Another thread made it first: its secret counts.
        } finally {
            Files.delete(unfinished);
        }
    }
}
