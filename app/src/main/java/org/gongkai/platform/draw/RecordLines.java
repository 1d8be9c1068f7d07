package org.gongkai.platform.draw;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Path;

/**
 * The lists of a draw as files (名录文件): a record a line, each line the one canonical text of its
 * record, so that a line's hash is a leaf of the tree that binds the list.
 */
public final class RecordLines {
    private RecordLines() {}

    /** Reads entities; refuses, by the line's place, what is not canonical or none. */
    public static List<Entity> entities(InputStream lines) throws IOException {
        return read(lines, Entity::of);
    }

    /** Reads officers; refuses, by the line's place, what is not canonical or none. */
    public static List<Officer> officers(InputStream lines) throws IOException {
        return read(lines, Officer::of);
    }

    /** Reads recusals; refuses, by the line's place, what is not canonical or none. */
    public static List<Recusal> recusals(InputStream lines) throws IOException {
        return read(lines, Recusal::of);
    }

    /** Writes records, each followed by the end of its line. */
    public static void write(List<? extends DrawRecord> records, OutputStream to)
            throws IOException {
        for (var each : records) {
            to.write(CanonicalJson.write(each.toJson()));
            to.write('\n');
        }
    }

    private static <T> List<T> read(InputStream lines, BiFunction<Object, Path, T> record)
            throws IOException {
        var records = new ArrayList<T>();
        var bytes = new BufferedInputStream(lines, 1 << 16);
        var line = new ByteArrayOutputStream();
        for (var next = bytes.read(); next >= 0; next = bytes.read()) {
            if (next == '\n') {
                records.add(one(line, Path.ROOT.at(records.size()), record));
            } else {
                line.write(next);
            }
        }
        if (line.size() > 0) {
            records.add(one(line, Path.ROOT.at(records.size()), record));
        }
        return records;
    }

    private static <T> T one(
            ByteArrayOutputStream line, Path path, BiFunction<Object, Path, T> record) {
        var text = line.toByteArray();
        line.reset();
        return record.apply(CanonicalJson.read(text, path), path);
    }
}
