package org.gongkai.platform.transparencylog;

import java.time.Instant;

/**
 * Stored bytes that are not what they were (日志异常): nothing is signed until this is cleared.
 *
 * @param place which leaf or tile
 */
public record LogFault(long id, Instant foundAt, What what, String place) {

    /** What differs. */
    public enum What {
        /** A leaf's bytes do not have the hash that was stored for it. */
        LEAF,
        /** A tile does not have the head stored above it. */
        TILE,
        /**
         * A head signed before does not follow from the tiles any more, or its signature is not
         * ours.
         */
        HEAD
    }
}
