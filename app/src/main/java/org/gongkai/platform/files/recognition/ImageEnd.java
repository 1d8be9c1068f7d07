package org.gongkai.platform.files.recognition;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.gongkai.platform.files.MediaKind;

/** Where a picture ends by its own structure (图片结尾); -1 where the structure is broken. */
final class ImageEnd {
    private ImageEnd() {}

    static int of(MediaKind kind, byte[] bytes) {
        return switch (kind) {
            case PNG -> png(ByteBuffer.wrap(bytes));
            case JPEG -> jpeg(bytes);
            case GIF -> gif(bytes);
            case WEBP -> webp(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
            default -> throw new IllegalArgumentException("not a picture: " + kind);
        };
    }

    private static int png(ByteBuffer bytes) {
        var at = 8;
        while (at + 12 <= bytes.capacity()) {
            long length = Integer.toUnsignedLong(bytes.getInt(at));
            var type = bytes.getInt(at + 4);
            if (length > bytes.capacity() - at - 12L) {
                return -1;
            }
            at += 12 + (int) length;
            if (type == 0x49454E44) { // IEND
                return at;
            }
        }
        return -1;
    }

    /**
     * After the start of scan, data runs to the next marker that is neither stuffed nor a restart.
     */
    private static int jpeg(byte[] bytes) {
        var at = 2;
        while (at + 3 < bytes.length) {
            if (bytes[at] != (byte) 0xFF) {
                return -1;
            }
            var marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xD9) {
                return at + 2;
            }
            at += 2 + ((bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF);
            if (marker == 0xDA) {
                at = endOfScan(bytes, at);
            }
        }
        return at + 1 < bytes.length && (bytes[at + 1] & 0xFF) == 0xD9 ? at + 2 : -1;
    }

    private static int endOfScan(byte[] bytes, int start) {
        var at = start;
        while (at + 1 < bytes.length) {
            var next = bytes[at + 1] & 0xFF;
            if (bytes[at] == (byte) 0xFF && next != 0 && !(next >= 0xD0 && next <= 0xD7)) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static int gif(byte[] bytes) {
        if (bytes.length < 14) {
            return -1;
        }
        var at = 13 + table(bytes[10]);
        while (at < bytes.length) {
            switch (bytes[at] & 0xFF) {
                case 0x3B -> {
                    return at + 1;
                }
                case 0x21 -> at = blocks(bytes, at + 2);
                case 0x2C -> {
                    if (at + 10 >= bytes.length) {
                        return -1;
                    }
                    at = blocks(bytes, at + 11 + table(bytes[at + 9]));
                }
                default -> {
                    return -1;
                }
            }
        }
        return -1;
    }

    private static int table(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static int blocks(byte[] bytes, int start) {
        var at = start;
        while (at < bytes.length && bytes[at] != 0) {
            at += 1 + (bytes[at] & 0xFF);
        }
        return at + 1;
    }

    private static int webp(ByteBuffer bytes) {
        if (bytes.capacity() < 20) {
            return -1;
        }
        var length = Integer.toUnsignedLong(bytes.getInt(4)) + 8;
        return length > bytes.capacity() ? -1 : (int) length;
    }
}
