package org.gongkai.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.gongkai.platform.files.persistence.StoredContents;

/**
 * Removes bytes that nothing needs (清理无主文件): half-received uploads, and content to which no module
 * refers, once they are older than a day.
 */
public final class FileSweep {
    static final Duration GRACE = Duration.ofHours(24);

    private final ContentFolder folder;
    private final StoredContents register;
    private final List<FileReferences> references;
    private final Clock clock;

    /** A sweep that asks all of {@code references}. */
    public FileSweep(
            ContentFolder folder,
            StoredContents register,
            List<FileReferences> references,
            Clock clock) {
        this.folder = folder;
        this.register = register;
        this.references = List.copyOf(references);
        this.clock = clock;
    }

    /** Sweeps once; how many files went. Without anyone to ask, nothing but half uploads goes. */
    public int sweep() {
        try (var files = Files.walk(folder.root())) {
            var gone = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                gone += sweep(file) ? 1 : 0;
            }
            return gone;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private boolean sweep(Path file) throws IOException {
        folder.sweeping().writeLock().lock();
        try {
            if (!Files.exists(file) || !isOld(file)) {
                return false;
            }
            var name = file.getFileName().toString();
            if (name.endsWith(".part")) {
                return Files.deleteIfExists(file);
            }
            if (references.isEmpty() || references.stream().anyMatch(it -> it.needs(name))) {
                return false;
            }
            register.markRemoved(name, clock.instant());
            return Files.deleteIfExists(file);
        } finally {
            folder.sweeping().writeLock().unlock();
        }
    }

    private boolean isOld(Path file) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        return changed.isBefore(clock.instant().minus(GRACE));
    }
}
