package org.gongkai.opengov.redaction;

import java.util.List;

/**
 * What the check of a released copy found (检验结果).
 *
 * @param pages how many were looked at
 * @param words how many removed passages were looked for
 * @param places how many painted places were looked at, pixel by pixel
 * @param bytes how many bytes were searched, unpacked
 * @param failures what still tells; the copy may not be released while there is any
 */
public record Proof(int pages, int words, int places, long bytes, List<Failure> failures) {
    public Proof {
        failures = List.copyOf(failures);
    }

    /** Whether nothing that was removed can be got out. */
    public boolean holds() {
        return failures.isEmpty();
    }

    /** Ways in which a copy can still tell. */
    public enum Kind {
        /** 可提取文字: the words come out as text. */
        TEXT,
        /** 涂盖处有文字: signs lie under a painted place. */
        PLACE,
        /** 数据中有原文: the words stand in the bytes. */
        BYTES,
        /** 涂盖不全: a painted place is not painted through. */
        PIXELS,
        /** 有多余内容: parts that a released copy does not have. */
        STRUCTURE
    }

    /**
     * One thing that still tells.
     *
     * @param page from 1; 0 for the whole file
     * @param mark from 1; 0 for none in particular
     * @param detail what, without the words themselves
     */
    public record Failure(Kind kind, int page, int mark, String detail) {}
}
