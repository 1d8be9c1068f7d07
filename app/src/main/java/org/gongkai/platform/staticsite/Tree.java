package org.gongkai.platform.staticsite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/**
 * One whole site in files (文件树). What has not changed is a hard link to the file of the tree
 * before, so that it costs nothing and keeps its date.
 */
final class Tree {
    private static final String COMPRESSED = ".gz";

    private final Path folder;
    private final Path site;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();

    Tree(Path folder) {
        this.folder = folder;
        this.site = folder.resolve("site");
    }

    /** The folder of the tree: the site, its manifest, its configuration. */
    Path folder() {
        return folder;
    }

    /** Takes a file over from another tree; false if it is not there as it was written. */
    boolean link(Tree from, String file, Entry entry) throws IOException {
        var original = from.site.resolve(file);
        try {
            if (Files.size(original) != entry.length()) {
                return false;
            }
            var own = ready(file);
            Files.createLink(own, original);
            if (entry.compressible()) {
                Files.createLink(compressed(own), compressed(original));
            }
            return true;
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(site.resolve(file));
            return false;
        }
    }

    /** Whether a file holds exactly these bytes. */
    boolean holds(String file, byte[] content) throws IOException {
        var own = site.resolve(file);
        return Files.isRegularFile(own)
                && Files.size(own) == content.length
                && Arrays.equals(Files.readAllBytes(own), content);
    }

    /** Writes a file, and compressed beside it where that is worth it. */
    void write(String file, byte[] content, boolean compress) throws IOException {
        var own = ready(file);
        // Never into a file that another tree shares.
        remove(file);
        Files.write(own, content);
        if (compress) {
            Files.write(compressed(own), zipped(content));
        }
    }

    /** Moves a file in. */
    void move(Path content, String file) throws IOException {
        Files.move(content, ready(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes a file away. */
    void remove(String file) throws IOException {
        var own = site.resolve(file);
        Files.deleteIfExists(own);
        Files.deleteIfExists(compressed(own));
    }

    private Path ready(String file) throws IOException {
        var own = site.resolve(file);
        var parent = own.getParent();
        if (!made.contains(parent)) {
            Files.createDirectories(parent);
            made.add(parent);
        }
        return own;
    }

    private static Path compressed(Path file) {
        return file.resolveSibling(file.getFileName() + COMPRESSED);
    }

    private static byte[] zipped(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream(content.length / 2);
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
