package org.gongkai.platform.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One program per data folder (数据目录锁). The file also names the process, for {@code ./run.sh stop};
 * after any crash the lock is free, whatever the file says.
 */
public final class HomeLock implements AutoCloseable {
    private static final String FILE = "lock";

    /**
     * Held by this process. The system frees a lock when its process closes any other channel to
     * that file, so none may be opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    /** Takes the data folder, or refuses because another program has it. */
    public static HomeLock take(Path home) throws IOException {
        return tryToTake(home).orElseThrow(() -> StartRefused.because("settings.start.busy", home));
    }

    /** Takes the data folder if nobody has it. */
    public static Optional<HomeLock> tryToTake(Path home) throws IOException {
        Files.createDirectories(home);
        if (!HELD.add(home)) {
            return Optional.empty();
        }
        FileChannel channel =
                FileChannel.open(
                        home.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            HELD.remove(home);
            return Optional.empty();
        }
        String pid = ProcessHandle.current().pid() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new HomeLock(home, channel));
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        channel.close();
        HELD.remove(home);
    }
}
