package org.gongkai.verifier.draw;

/**
 * A draw whose every step was recomputed and found as published.
 *
 * @param unfilled seats that stayed empty, because nobody was left who could sit there
 */
public record VerifiedDraw(
        String drawId,
        long seq,
        String manifestHash,
        String resultRoot,
        int visits,
        long unfilled,
        int amendments) {}
