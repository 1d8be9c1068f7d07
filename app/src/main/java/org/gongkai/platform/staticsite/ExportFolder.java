package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.platform.settings.StartRefused;
import org.springframework.util.FileSystemUtils;

/**
 * The folder that an export writes into (导出目录):
 *
 * <pre>
 * current -&gt; trees/20261123T010000Z    what the web server reads; replaced by one rename
 * trees/20261123T010000Z/site         the files
 * trees/20261123T010000Z/nginx        how nginx hands them out
 * trees/….unfinished                  a tree that is being written, or was left by a killed run
 * </pre>
 */
final class ExportFolder implements AutoCloseable {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final String UNFINISHED = ".unfinished";
    private static final String CURRENT = "current";
    private static final String LOCK = ".lock";

    private final Path folder;
    private final Path trees;
    private final FileChannel lock;

    private ExportFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.trees = folder.resolve("trees");
        this.lock = lock;
    }

    /** Takes the folder for one run; refuses one that holds something else. */
    static ExportFolder take(Path folder) throws IOException {
        if (Files.exists(folder) && !isExport(folder) && !isEmpty(folder)) {
            throw StartRefused.because("staticsite.folder", folder);
        }
        Files.createDirectories(folder.resolve("trees"));
        var lock =
                FileChannel.open(
                        folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new ExportFolder(folder, lock);
            }
        } catch (OverlappingFileLockException held) {
            // By this program itself; said below.
        }
        lock.close();
        throw StartRefused.because("staticsite.busy", folder);
    }

    private static boolean isExport(Path folder) {
        return Files.isDirectory(folder.resolve("trees"));
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** The tree that is served now. */
    Optional<Tree> current() throws IOException {
        var link = folder.resolve(CURRENT);
        return Files.isDirectory(link)
                ? Optional.of(new Tree(link.toRealPath()))
                : Optional.empty();
    }

    /** What killed runs have left. */
    List<Tree> leftBehind() throws IOException {
        try (var inside = Files.list(trees)) {
            return inside.filter(it -> it.toString().endsWith(UNFINISHED))
                    .sorted()
                    .map(Tree::new)
                    .toList();
        }
    }

    /** A new tree, not served yet. */
    Tree begin(Clock clock) throws IOException {
        var tree = trees.resolve(NAME.format(clock.instant()) + UNFINISHED);
        Files.createDirectory(tree);
        return new Tree(tree);
    }

    /** Serves the tree in one step, and deletes all others. */
    Tree serve(Tree tree) throws IOException {
        toDisk();
        var unfinished = tree.folder().getFileName().toString();
        var name = unfinished.substring(0, unfinished.length() - UNFINISHED.length());
        var finished = Files.move(tree.folder(), trees.resolve(name));
        var link = folder.resolve(".next");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of("trees", name));
        Files.move(link, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        toDisk();
        deleteAllBut(name);
        return new Tree(finished);
    }

    private void deleteAllBut(String name) throws IOException {
        List<Path> others;
        try (Stream<Path> inside = Files.list(trees)) {
            others = inside.filter(it -> !it.getFileName().toString().equals(name)).toList();
        }
        for (var each : others) {
            FileSystemUtils.deleteRecursively(each);
        }
    }

    /**
     * The files are on the disk before the link names them, so that a power cut leaves one tree.
     */
    private void toDisk() throws IOException {
        var process =
                new ProcessBuilder("sync", "-f", folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("sync -f " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
