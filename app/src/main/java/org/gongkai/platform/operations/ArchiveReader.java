package org.gongkai.platform.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gongkai.platform.settings.StartRefused;

/** Reads a backup file (备份文件), after every byte of it has been checked against its SHA-256. */
final class ArchiveReader implements AutoCloseable {
    private final ZipFile zip;

    private ArchiveReader(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens it after all of it has been checked. */
    static ArchiveReader open(Path file) throws IOException {
        if (!Checksums.guard(file)) {
            throw StartRefused.because("operations.restore.damaged", file);
        }
        try {
            return new ArchiveReader(new ZipFile(file.toFile(), StandardCharsets.UTF_8));
        } catch (ZipException e) {
            throw StartRefused.because("operations.restore.damaged", file);
        }
    }

    /** Names of the entries of one folder, without the folder. */
    List<String> below(String folder) {
        return zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith(folder))
                .map(name -> name.substring(folder.length()))
                .toList();
    }

    InputStream open(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ZipException("No entry " + name);
        }
        return zip.getInputStream(entry);
    }

    List<String> lines(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
    }

    private byte[] bytes(String name) throws IOException {
        try (var content = open(name)) {
            return content.readAllBytes();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
