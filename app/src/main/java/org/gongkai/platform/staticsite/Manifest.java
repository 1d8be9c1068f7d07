package org.gongkai.platform.staticsite;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.gongkai.platform.pages.PublicAddress.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a tree holds (导出清单): a line for each address, added when its file is whole, so that what a
 * killed run has written is known to the next. A later line about an address replaces the former.
 */
final class Manifest implements AutoCloseable {
    static final String FILE = "manifest.tsv";
    private static final String REMOVED = "-";
    private static final int FIELDS = 6;

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final String frame;
    private final @Nullable BufferedWriter lines;

    private Manifest(String frame, @Nullable BufferedWriter lines) {
        this.frame = frame;
        this.lines = lines;
    }

    /** Of nothing. */
    static Manifest none() {
        return new Manifest("", null);
    }

    /** Of a tree that is being written, with what all its pages share. */
    static Manifest begin(Path tree, String frame) throws IOException {
        var lines = Files.newBufferedWriter(tree.resolve(FILE), StandardOpenOption.CREATE_NEW);
        lines.write(frame + "\n");
        return new Manifest(frame, lines);
    }

    /** Of a tree that was written, as far as its lines are whole. */
    static Manifest read(Path tree) throws IOException {
        var file = tree.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return none();
        }
        try (var lines = Files.newBufferedReader(file)) {
            var first = lines.readLine();
            var manifest = new Manifest(first == null ? "" : first, null);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                manifest.take(line.split("\t", -1));
            }
            return manifest;
        }
    }

    private void take(String[] fields) {
        if (fields.length == 2 && fields[1].equals(REMOVED)) {
            entries.remove(fields[0]);
        } else if (fields.length == FIELDS) {
            entries.put(
                    fields[0],
                    new Entry(
                            Kind.valueOf(fields[1]),
                            fields[2],
                            Long.parseLong(fields[3]),
                            fields[4].intern(),
                            fields[5]));
        }
    }

    /** What all pages shared when it was written. */
    String frame() {
        return frame;
    }

    synchronized @Nullable Entry get(String address) {
        return entries.get(address);
    }

    synchronized void put(String address, Entry entry) throws IOException {
        entries.put(address, entry);
        line(
                String.join(
                        "\t",
                        address,
                        entry.kind().name(),
                        entry.stamp(),
                        Long.toString(entry.length()),
                        entry.type(),
                        entry.note()));
    }

    synchronized void remove(String address) throws IOException {
        entries.remove(address);
        line(address + "\t" + REMOVED);
    }

    private void line(String line) throws IOException {
        if (lines != null) {
            lines.write(line + "\n");
            lines.flush();
        }
    }

    synchronized void forEach(BiConsumer<String, Entry> what) {
        entries.forEach(what);
    }

    synchronized int size() {
        return entries.size();
    }

    @Override
    public synchronized void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
