package org.gongkai.platform.commitments;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes put together so that nobody can read them in two ways (定长前缀拼接). */
public final class Framing {
    private byte[] bytes = new byte[96];
    private int length;

    /** lp(x): the length in four bytes, big end first, then the bytes. */
    public Framing part(byte[] part) {
        number(part.length);
        return raw(part);
    }

    public Framing part(String text) {
        return part(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without a length of its own. */
    public Framing raw(byte... part) {
        reserve(part.length);
        System.arraycopy(part, 0, bytes, length, part.length);
        length += part.length;
        return this;
    }

    /** u32(n), unsigned, big end first. */
    public Framing number(long number) {
        reserve(4);
        for (var shift = 24; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (number >>> shift);
        }
        return this;
    }

    /** Eight bytes, big end first. */
    public Framing wide(long number) {
        return number(number >>> 32).number(number);
    }

    /** Forgets all but the first bytes, to put others behind them. */
    public Framing keep(int first) {
        length = first;
        return this;
    }

    public int length() {
        return length;
    }

    public byte[] array() {
        return bytes;
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
