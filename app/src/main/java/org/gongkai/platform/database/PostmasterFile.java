package org.gongkai.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file by which a running PostgreSQL marks its data folder (进程标记文件).
 *
 * <p>After a hard kill it stays behind and its number may belong to anybody; only a process that
 * works in this very folder is the server or one of its workers.
 */
record PostmasterFile(Path cluster) {
    private static final String NAME = "postmaster.pid";

    /** The server that runs on this data folder, if one does. */
    Optional<ProcessHandle> server() throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve(NAME));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst());
        return worksHere(pid) ? ProcessHandle.of(pid) : Optional.empty();
    }

    /** Whether a server or a worker that outlived it still has the data in hand. */
    boolean isInUse() {
        return ProcessHandle.allProcesses().anyMatch(it -> worksHere(it.pid()));
    }

    /** Takes the mark of a killed server away; only after {@link #isInUse} has said no. */
    void remove() throws IOException {
        Files.deleteIfExists(cluster.resolve(NAME));
    }

    private boolean worksHere(long pid) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster);
        } catch (IOException e) {
            return false; // No such process, or one of another user: not our server.
        }
    }
}
