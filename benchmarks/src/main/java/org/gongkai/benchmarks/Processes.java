package org.gongkai.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** What Linux says of processes and their children (进程统计), from {@code /proc}. */
final class Processes {
    /** Of the kernel's clock, see {@code getconf CLK_TCK}: 100 on every Linux machine we run on. */
    private static final int TICKS_A_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int LAST_TIME = 14;

    private Processes() {}

    /** Processor time of the process, of children that run, and of those it has seen end. */
    static Duration processor(long pid) {
        long ticks = family(pid).mapToLong(Processes::ticks).sum();
        return Duration.ofMillis(ticks * 1_000 / TICKS_A_SECOND);
    }

    /** Resident memory of this process alone without mapped files, in MiB. */
    static long own(long pid) {
        return kibibytes(status(pid), "RssAnon:") / 1_024;
    }

    /**
     * Files mapped by this process, as far as they are resident, in MiB: the system takes them back
     * when it needs room.
     */
    static long mapped(long pid) {
        return kibibytes(status(pid), "RssFile:") / 1_024;
    }

    private static Path status(long pid) {
        return Path.of("/proc", Long.toString(pid), "status");
    }

    /** Memory of the process and its children, shared pages divided among them, in MiB. */
    static long proportional(long pid) {
        return family(pid)
                        .mapToLong(
                                it ->
                                        kibibytes(
                                                Path.of("/proc", Long.toString(it), "smaps_rollup"),
                                                "Pss:"))
                        .sum()
                / 1_024;
    }

    /** The machine's load over the last minute. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Long> family(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                .map(ProcessHandle::pid);
    }

    /** Its own and those of children that have ended: fields 14 to 17 of proc(5). */
    private static long ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = USER_TIME; field <= LAST_TIME; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return ticks;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long kibibytes(Path file, String label) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(it -> it.startsWith(label))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException ended) {
            return 0;
        }
    }
}
