package org.gongkai.platform.files.recognition;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * A ZIP container must begin at the first byte and end at the last (压缩包首尾): anything before, behind
 * or in its comment makes it a second kind of file at the same time (polyglot).
 */
final class PackageEnds {
    private static final int END_RECORD = 22;
    private static final int SIGNATURE = 0x06054b50;
    private static final int LONGEST_TAIL = 65_557;

    private PackageEnds() {}

    static void check(Path file, String shown, int mostEntries) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            var length = bytes.length();
            var tail = new byte[(int) Math.min(length, LONGEST_TAIL)];
            bytes.seek(length - tail.length);
            bytes.readFully(tail);
            var buffer = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
            var at = lastEndRecord(buffer);
            if (at < 0) {
                throw Refused.BROKEN.naming(shown);
            }
            if (at + END_RECORD != tail.length) {
                throw Refused.POLYGLOT.naming(shown);
            }
            var count = Short.toUnsignedInt(buffer.getShort(at + 10));
            if (count > mostEntries) {
                throw Refused.ZIP_BOMB.naming(shown);
            }
            var directory = Integer.toUnsignedLong(buffer.getInt(at + 16));
            var size = Integer.toUnsignedLong(buffer.getInt(at + 12));
            if (directory != 0xFFFFFFFFL && directory + size > length - END_RECORD) {
                throw Refused.BROKEN.naming(shown);
            }
        }
    }

    private static int lastEndRecord(ByteBuffer tail) {
        for (var at = tail.capacity() - END_RECORD; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                return at;
            }
        }
        return -1;
    }
}
