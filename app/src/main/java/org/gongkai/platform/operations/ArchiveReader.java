package org.gongkai.platform.operations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.gongkai.platform.settings.StartRefused;

/** Reads a backup file (备份文件), after every entry has been checked against its SHA-256. */
final class ArchiveReader implements AutoCloseable {
    private final ZipFile zip;

    private ArchiveReader(ZipFile zip) {
        this.zip = zip;
    }

    /** Opens and checks all of it. */
    static ArchiveReader open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw StartRefused.because("operations.restore.not-a-backup", file);
        }
        var reader = new ArchiveReader(zip);
        try {
            reader.check(file);
            return reader;
        } catch (ZipException e) {
            zip.close();
            throw StartRefused.because(
                    "operations.restore.damaged", file, String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void check(Path file) throws IOException {
        if (zip.getEntry(Checksums.ENTRY) == null) {
            throw StartRefused.because("operations.restore.not-a-backup", file);
        }
        byte[] list = bytes(Checksums.ENTRY);
        if (!Checksums.of(new ByteArrayInputStream(list)).equals(zip.getComment())) {
            throw StartRefused.because("operations.restore.damaged", file, Checksums.ENTRY);
        }
        Map<String, String> expected = Checksums.parse(new String(list, StandardCharsets.UTF_8));
        var present =
                zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        present.remove(Checksums.ENTRY);
        if (!present.equals(new TreeSet<>(expected.keySet()))) {
            throw StartRefused.because("operations.restore.damaged", file, Checksums.ENTRY);
        }
        for (var each : expected.entrySet()) {
            try (var content = open(each.getKey())) {
                if (!Checksums.of(content).equals(each.getValue())) {
                    throw StartRefused.because("operations.restore.damaged", file, each.getKey());
                }
            }
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
