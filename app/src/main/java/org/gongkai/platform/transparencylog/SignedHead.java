package org.gongkai.platform.transparencylog;

import java.time.Instant;
import java.util.HexFormat;

/**
 * A head the log has signed (已签名的检查点).
 *
 * @param size how many leaves it covers
 * @param root the head of their tree, 32 bytes
 * @param text what is signed
 * @param lines the log's own lines under it
 * @param signedAt when it was signed
 */
record SignedHead(long size, byte[] root, String text, String lines, Instant signedAt) {
    String rootInHex() {
        return HexFormat.of().formatHex(root);
    }

    /** The signed note, without lines of witnesses. */
    String note() {
        return text + "\n" + lines;
    }
}
