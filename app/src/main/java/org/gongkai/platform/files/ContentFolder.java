package org.gongkai.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.regex.Pattern;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/**
 * The folder with the bytes (文件夹): {@code ab/cd/<sha256>}; received beside it, forced to disk, then
 * renamed in one step, so that a power cut leaves the whole file or none.
 */
public final class ContentFolder {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final Path incoming;
    private final ReadWriteLock sweeping = new ReentrantReadWriteLock();

    /** The folder; made if missing. */
    public ContentFolder(Path root) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        try {
            Files.createDirectories(incoming);
        } catch (IOException trouble) {
            throw new java.io.UncheckedIOException(trouble);
        }
    }

    Path root() {
        return root;
    }

    ReadWriteLock sweeping() {
        return sweeping;
    }

    /** Where this content is or would be. */
    Path pathOf(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw Refusal.notFound();
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }

    /** Writes the stream beside the store, no further than the limit. */
    Received receive(InputStream content, UploadLimits limits, SafeName name) throws IOException {
        var file = Files.createTempFile(incoming, "upload-", ".part");
        var received = false;
        try {
            var digest = sha256();
            var size = copy(new DigestInputStream(content, digest), file, limits, name);
            var sum = HexFormat.of().formatHex(digest.digest());
            received = true;
            return new Received(file, sum, size);
        } finally {
            if (!received) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copy(InputStream in, Path file, UploadLimits limits, SafeName name)
            throws IOException {
        long size = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = new byte[64 * 1024];
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > limits.bytes()) {
                    throw Refusal.of(
                            RefusalKind.TOO_LARGE,
                            "files.refused.too-large",
                            name.value(),
                            limits.megabytes());
                }
                var bytes = java.nio.ByteBuffer.wrap(buffer, 0, count);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        return size;
    }

    /** Moves a received file to its place, durably. */
    void keep(Received received) throws IOException {
        var target = pathOf(received.sha256());
        sweeping.readLock().lock();
        try {
            var inner = target.resolveSibling(".").normalize();
            Files.createDirectories(inner);
            Files.move(
                    received.path(),
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            for (var folder :
                    new Path[] {inner, root.resolve(received.sha256().substring(0, 2)), root}) {
                force(folder);
            }
        } finally {
            sweeping.readLock().unlock();
        }
    }

    void remove(String sha256) throws IOException {
        var path = pathOf(sha256);
        var folder = path.resolveSibling(".").normalize();
        Files.deleteIfExists(path);
        if (Files.isDirectory(folder)) {
            force(folder);
        }
    }

    String digest(Path file) throws IOException {
        var digest = sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A file written beside the store; gone when closed unless it was kept. */
    record Received(Path path, String sha256, long size) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }
}
