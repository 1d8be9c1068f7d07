package org.gongkai.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.files.persistence.StoredContents;
import org.gongkai.platform.files.recognition.FileRecognition;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/**
 * Keeps files by their content (文件库): each under its SHA-256, written whole or not at all.
 *
 * <p>Names never become paths. What is not on the closed list, or is dangerous, is refused by the
 * name of the problem before anything is kept.
 */
public final class FileStore {
    private final ContentFolder folder;
    private final StoredContents register;
    private final ParserGuard guard;
    private final List<BeforeStorage> inspections;
    private final Clock clock;

    /** A store in this folder, with its register and what looks at files first. */
    public FileStore(
            ContentFolder folder,
            StoredContents register,
            ParserGuard guard,
            List<BeforeStorage> inspections,
            Clock clock) {
        this.folder = folder;
        this.register = register;
        this.guard = guard;
        this.inspections = List.copyOf(inspections);
        this.clock = clock;
    }

    /**
     * Takes a file in; the same content twice is kept once. The register's row belongs to the
     * caller's transaction: if that is undone, the sweep removes the bytes later.
     */
    public StoredFile put(InputStream content, String declaredName, UploadLimits limits) {
        var name = SafeName.of(declaredName);
        try (var received = folder.receive(content, limits, name)) {
            var kind = guard.read(name.value(), () -> recognised(received.path(), name, limits));
            for (var inspection : inspections) {
                inspection.inspect(received.path(), kind, name.value());
            }
            folder.keep(received);
            register.add(received.sha256(), received.size(), kind, clock.instant());
            return new StoredFile(
                    received.sha256(), received.size(), kind.mediaType(), name.value());
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /**
     * Looks at a file by the same rules and keeps nothing (只检查不入库): for what is kept sealed
     * elsewhere.
     */
    public ExaminedFile examine(InputStream content, String declaredName, UploadLimits limits) {
        var name = SafeName.of(declaredName);
        try (var received = folder.receive(content, limits, name)) {
            var kind = guard.read(name.value(), () -> recognised(received.path(), name, limits));
            for (var inspection : inspections) {
                inspection.inspect(received.path(), kind, name.value());
            }
            return new ExaminedFile(kind, Files.readAllBytes(received.path()));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** The kept content, to be closed by the caller; not found if there is none. */
    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(path(sha256));
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** The path of kept content, for reading only. */
    public Path path(String sha256) {
        var path = folder.pathOf(sha256);
        if (!Files.isRegularFile(path)) {
            throw Refusal.notFound();
        }
        return path;
    }

    /** What is known of this content, shown under {@code name}. */
    public Optional<StoredFile> find(String sha256, String name) {
        return register.find(sha256)
                .map(
                        it ->
                                new StoredFile(
                                        it.sha256(),
                                        it.size(),
                                        it.mediaType(),
                                        SafeName.of(name).value()));
    }

    /** Whether the bytes on disk are still those that were kept. */
    public boolean intact(String sha256) {
        try {
            return folder.digest(path(sha256)).equals(sha256);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    /** Removes content for good (清除), for spilled content only; the register keeps that it was. */
    public void erase(String sha256) {
        register.markRemoved(sha256, clock.instant());
        try {
            folder.remove(sha256);
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private static MediaKind recognised(Path file, SafeName name, UploadLimits limits)
            throws IOException {
        var kind = FileRecognition.recognise(file, name);
        if (!limits.kinds().contains(kind)) {
            throw Refusal.of(
                    RefusalKind.UNSUPPORTED,
                    "files.refused.kind-not-here",
                    name.value(),
                    kind.extension());
        }
        return kind;
    }
}
