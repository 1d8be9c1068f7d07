package org.gongkai.opengov.sitechecks.outward;

/**
 * One look at another site (一次访问).
 *
 * @param status of HTTP, 0 where nothing was answered
 */
record Visit(LinkOutcome outcome, int status) {
    static Visit of(LinkOutcome outcome) {
        return new Visit(outcome, 0);
    }
}
