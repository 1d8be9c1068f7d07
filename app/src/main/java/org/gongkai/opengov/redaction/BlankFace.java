package org.gongkai.opengov.redaction;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TrueType face of two signs without ink (无墨字体): the text layer is read and never seen, so it
 * needs widths and meanings, not outlines. It knows every character there is, rare names included.
 */
final class BlankFace {
    private static final int EM = 1000;
    private static final int RECORD = 16;
    private static final int HEADER = 12;
    private static final int CHECKSUM_OF_ALL = 0xB1B0AFBA;
    private static final byte[] BYTES = build();

    private BlankFace() {}

    static byte[] bytes() {
        return BYTES.clone();
    }

    private static byte[] build() {
        try {
            Map<String, byte[]> tables = new TreeMap<>();
            tables.put("glyf", new byte[4]);
            tables.put("head", head(0));
            tables.put("hhea", shorts(1, 0, 880, -120, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 2));
            tables.put("hmtx", shorts(EM, 0, EM, 0));
            tables.put("loca", shorts(0, 0, 0));
            tables.put("maxp", shorts(1, 0, 2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
            var whole = file(tables);
            tables.put("head", head(CHECKSUM_OF_ALL - sum(whole)));
            return file(tables);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] head(int adjustment) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(0x00010000);
        out.writeInt(0x00010000);
        out.writeInt(adjustment);
        out.writeInt(0x5F0F3CF5);
        out.write(shorts(0, EM));
        out.writeLong(0);
        out.writeLong(0);
        out.write(shorts(0, -120, EM, 880, 0, 8, 2, 0, 0));
        return bytes.toByteArray();
    }

    private static byte[] shorts(int... values) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        for (var value : values) {
            out.writeShort(value);
        }
        return bytes.toByteArray();
    }

    private static byte[] file(Map<String, byte[]> tables) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        out.writeInt(0x00010000);
        out.write(
                shorts(
                        count,
                        power * RECORD,
                        Integer.numberOfTrailingZeros(power),
                        (count - power) * RECORD));
        int offset = HEADER + count * RECORD;
        for (var table : tables.entrySet()) {
            out.writeBytes(table.getKey());
            out.writeInt(sum(table.getValue()));
            out.writeInt(offset);
            out.writeInt(table.getValue().length);
            offset += padded(table.getValue().length);
        }
        for (var table : tables.values()) {
            out.write(table);
            out.write(new byte[padded(table.length) - table.length]);
        }
        return bytes.toByteArray();
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }

    private static int sum(byte[] bytes) {
        var sum = 0;
        for (var at = 0; at < bytes.length; at++) {
            sum += (bytes[at] & 0xFF) << (24 - at % 4 * 8);
        }
        return sum;
    }
}
