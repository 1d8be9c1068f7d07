package org.gongkai.platform.files.recognition;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Opens a ZIP container without trusting a word of it (压缩包检查): number of entries, true expanded
 * size, ratio, containers within containers, names that walk folders, encryption, duplicates.
 */
final class ZipCheck {
    static final int MOST_ENTRIES = 10_000;
    static final long MOST_BYTES = 512L * 1024 * 1024;
    static final long MOST_RATIO = 100;
    static final int DEEPEST = 2;
    private static final long RATIO_COUNTS_FROM = 2L * 1024 * 1024;

    private final String shown;
    private long expanded;
    private int entries;

    ZipCheck(String shown) {
        this.shown = shown;
    }

    /** Reads every entry to its end, or refuses. */
    void check(Path file) throws IOException {
        try (var zip = open(file)) {
            Set<String> names = new HashSet<>();
            for (var each = zip.getEntries(); each.hasMoreElements(); ) {
                var entry = each.nextElement();
                look(entry, names);
                if (!entry.isDirectory()) {
                    read(zip, entry);
                }
            }
        }
    }

    private ZipFile open(Path file) throws IOException {
        PackageEnds.check(file, shown, MOST_ENTRIES);
        try {
            return ZipFile.builder().setPath(file).get();
        } catch (IOException broken) {
            var refusal = Refused.BROKEN.naming(shown);
            refusal.initCause(broken);
            throw refusal;
        }
    }

    private void look(ZipArchiveEntry entry, Set<String> names) {
        if (++entries > MOST_ENTRIES) {
            throw Refused.ZIP_BOMB.naming(shown);
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw Refused.ENCRYPTED.naming(shown);
        }
        var name = entry.getName().replace('\\', '/');
        if (name.startsWith("/") || ("/" + name + "/").contains("/../") || !names.add(name)) {
            throw Refused.BROKEN.naming(shown);
        }
    }

    private void read(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        if (!zip.canReadEntryData(entry)) {
            throw Refused.BROKEN.naming(shown);
        }
        try (var in = zip.getInputStream(entry)) {
            drain(in, Math.max(1, entry.getCompressedSize()), 1);
        }
    }

    /** Counts what really comes out; looks into containers inside. */
    private void drain(InputStream in, long packed, int depth) throws IOException {
        var buffer = new byte[64 * 1024];
        var first = in.readNBytes(buffer, 0, buffer.length);
        if (FileRecognition.startsWith(buffer, "PK\u0003\u0004") && first > 4) {
            nested(
                    new java.io.SequenceInputStream(new ByteArrayInputStream(buffer, 0, first), in),
                    depth);
            return;
        }
        long size = 0;
        for (var count = first; count > 0; count = in.read(buffer)) {
            size += count;
            add(count);
            if (size > RATIO_COUNTS_FROM && size / packed > MOST_RATIO) {
                throw Refused.ZIP_BOMB.naming(shown);
            }
        }
    }

    private void nested(InputStream in, int depth) throws IOException {
        if (depth >= DEEPEST) {
            throw Refused.ZIP_BOMB.naming(shown);
        }
        var counting = new CountingStream(in);
        try (var inner = new ZipInputStream(counting)) {
            for (var entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw Refused.ZIP_BOMB.naming(shown);
                }
                drainInner(inner, counting, depth + 1);
            }
        } catch (ZipException broken) {
            var refusal = Refused.BROKEN.naming(shown);
            refusal.initCause(broken);
            throw refusal;
        }
    }

    private void drainInner(ZipInputStream inner, CountingStream packed, int depth)
            throws IOException {
        var buffer = new byte[64 * 1024];
        var before = packed.count();
        long size = 0;
        var start = true;
        for (var count = inner.read(buffer); count > 0; count = inner.read(buffer)) {
            if (start
                    && count > 4
                    && FileRecognition.startsWith(buffer, "PK\u0003\u0004")
                    && depth >= DEEPEST) {
                throw Refused.ZIP_BOMB.naming(shown);
            }
            start = false;
            size += count;
            add(count);
            var ratio = size / Math.max(1, packed.count() - before);
            if (size > RATIO_COUNTS_FROM && ratio > MOST_RATIO) {
                throw Refused.ZIP_BOMB.naming(shown);
            }
        }
    }

    private void add(long count) throws IOException {
        expanded += count;
        if (expanded > MOST_BYTES) {
            throw Refused.ZIP_BOMB.naming(shown);
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("stopped");
        }
    }
}
