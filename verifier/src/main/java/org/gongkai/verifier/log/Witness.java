package org.gongkai.verifier.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Suite;
import org.jspecify.annotations.Nullable;

/**
 * A witness (见证人): remembers the last checkpoint of each log it knows and cosigns the next only if
 * the log has grown out of it. c2sp.org/tlog-witness, {@code add-checkpoint}, by file.
 *
 * <p>Its folder holds {@code secret}, {@code logs} (the keys of the logs it serves) and the last
 * checkpoint of each. What it signs is on disk before anybody sees the signature.
 */
public final class Witness {
    private final Path folder;
    private final Clock clock;

    private Witness(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The witness of this folder. */
    public static Witness in(Path folder, Clock clock) {
        return new Witness(folder, clock);
    }

    /**
     * Makes a new witness with a key of its own.
     *
     * @return its public key, for logs and readers
     */
    public String create(String name) {
        if (!name.matches("[^\\s+\\p{Z}]+")) {
            throw Refusal.unreadable(
                    "名称不能有空格或加号", "a name without spaces and plus signs is wanted");
        }
        NoteSigner signer = NoteSigner.newWitness(name);
        Path secret = folder.resolve("secret");
        try {
            Files.createDirectories(folder);
            Files.writeString(secret, signer.text(), StandardOpenOption.CREATE_NEW);
            if (Files.getFileStore(secret).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
            }
            return signer.key().text();
        } catch (IOException unwritable) {
            throw unreadable(secret);
        }
    }

    /**
     * Answers a request.
     *
     * @return the line that goes under the checkpoint
     */
    public String answer(String requestText) {
        AddCheckpoint request = AddCheckpoint.read(requestText);
        List<NoteKey> logs = Keys.read(folder.resolve("logs").toString());
        Checkpoint checkpoint = request.checkpoint().verify(logs);
        NoteSigner signer = NoteSigner.read(read(folder.resolve("secret")));
        try (var lock =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            lock.lock();
            Path file = folder.resolve(fileName(checkpoint.origin()));
            verifyGrowth(request, last(file));
            String line = signer.cosign(checkpoint.text(), clock.instant().getEpochSecond());
            keep(file, checkpoint.text() + "\n" + line);
            return line;
        } catch (IOException unwritable) {
            throw unreadable(folder);
        }
    }

    private static void verifyGrowth(AddCheckpoint request, @Nullable Checkpoint last) {
        long known = last == null ? 0 : last.size();
        if (request.oldSize() != known) {
            throw Refusal.differs(
                    "",
                    Long.toString(known),
                    Long.toString(request.oldSize()),
                    "请求不是从本见证人上次见证的大小开始",
                    "the request does not start where this witness has seen the log last");
        }
        request.verifyGrowthFrom(known == 0 ? null : last);
    }

    private static @Nullable Checkpoint last(Path file) throws IOException {
        try {
            return Checkpoint.read(Files.readString(file));
        } catch (NoSuchFileException never) {
            return null;
        }
    }

    private void keep(Path file, String text) throws IOException {
        Path next = folder.resolve("next");
        try (var out =
                FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            out.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String fileName(String origin) {
        return HexFormat.of().formatHex(Suite.SHA256.hash(Suite.utf8(origin))).substring(0, 16)
                + ".checkpoint";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw unreadable(file);
        }
    }

    private static Refusal unreadable(Path file) {
        return Refusal.unreadable("不能读写 " + file, "cannot read or write " + file);
    }
}
