package org.gongkai.opengov.requests;

/**
 * A picture or scan that proves who asks, or for whom (证明材料), without its content.
 *
 * @param size bytes
 */
public record ProofFile(long id, ProofKind what, String mediaType, long size) {

    /** The size in whole kilobytes, at least one. */
    public long kilobytes() {
        return Math.max(1, size / 1024);
    }
}
