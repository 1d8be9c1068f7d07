package org.gongkai.platform.operations;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.platform.database.Migrations;
import org.gongkai.platform.database.UnfinishedRestore;
import org.gongkai.platform.settings.PrivateFolder;
import org.gongkai.platform.settings.Secrets;
import org.gongkai.platform.settings.Settings;
import org.gongkai.platform.settings.StartRefused;

/**
 * Brings a backup back onto an empty machine (恢复). Every checksum is verified before anything is
 * written; a restore that breaks off leaves a mark, and the program will not start on it.
 */
final class Restore {
    private final ArchiveReader archive;
    private final Settings settings;

    private Restore(ArchiveReader archive, Settings settings) {
        this.archive = archive;
        this.settings = settings;
    }

    /** Reads the file into an empty data folder. */
    static void read(Path file, Settings settings) throws IOException, SQLException {
        if (!Files.isRegularFile(file)) {
            throw StartRefused.because("operations.restore.missing", file);
        }
        refuseUnlessEmpty(settings.home());
        try (var archive = ArchiveReader.open(file)) {
            new Restore(archive, settings).run();
        }
    }

    private void run() throws IOException, SQLException {
        SortedMap<String, String> versions = versions();
        Path home = Files.createDirectories(settings.home());
        UnfinishedRestore.begin(home);
        folder(Backup.SECRETS, PrivateFolder.make(settings.secretsFolder()));
        folder(Backup.FILES, PrivateFolder.make(settings.filesFolder()));
        var secrets = new Secrets(settings.secretsFolder());
        new RestoredDatabase(archive, settings, secrets, versions).fill();
        UnfinishedRestore.end(home);
    }

    private SortedMap<String, String> versions() throws IOException {
        var versions = new TreeMap<String, String>();
        for (String line : archive.lines(Backup.VERSION_LIST)) {
            String[] parts = line.split("\t");
            if (!Migrations.know(parts[0], parts[1])) {
                throw StartRefused.because("operations.restore.newer", parts[0], parts[1]);
            }
            versions.put(parts[0], parts[1]);
        }
        return versions;
    }

    private void folder(String prefix, Path folder) throws IOException {
        for (String name : archive.below(prefix)) {
            Path target = folder.resolve(name).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("Outside of its folder: " + name);
            }
            Files.createDirectories(target.getParent());
            try (var content = archive.open(prefix + name)) {
                Files.copy(content, target);
            }
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
            try (var written = FileChannel.open(target, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
    }

    private static void refuseUnlessEmpty(Path home) throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        try (Stream<Path> found = Files.list(home)) {
            if (found.findAny().isPresent()) {
                throw StartRefused.because("operations.restore.not-empty", home);
            }
        }
    }
}
