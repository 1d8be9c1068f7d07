package org.gongkai.platform.draw;

import java.util.HexFormat;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.jspecify.annotations.Nullable;

/**
 * What drawing again says about a published bundle (复算结论).
 *
 * @param manifestHash computed, hexadecimal; null if there is no readable manifest
 * @param resultRoot computed, hexadecimal; null if nothing could be drawn
 * @param refused the first thing that does not hold; null if all does
 */
public record DrawVerification(
        @Nullable String manifestHash,
        @Nullable String resultRoot,
        @Nullable CommitmentRefused refused) {

    /** Draws again by this bundle and compares all that it says came out. */
    public static DrawVerification of(byte[] bundle) {
        String manifestHash = null;
        String resultRoot = null;
        try {
            var read = DrawBundle.read(bundle);
            manifestHash = HexFormat.of().formatHex(read.manifest().hash());
            var draw = read.draw();
            resultRoot = draw.root();
            read.requireOutcome(draw);
            return new DrawVerification(manifestHash, resultRoot, null);
        } catch (CommitmentRefused e) {
            return new DrawVerification(manifestHash, resultRoot, e);
        }
    }

    public boolean valid() {
        return refused == null;
    }
}
