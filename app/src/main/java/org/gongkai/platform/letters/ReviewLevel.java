package org.gongkai.platform.letters;

import org.jspecify.annotations.Nullable;

/**
 * One level of the review on the form (审批层级): whose opinion it is, and the signature, if given.
 *
 * <p>A level without signature is printed with room to sign by hand.
 */
public record ReviewLevel(String office, @Nullable LevelSignature signature) {

    /** A level that has not signed. */
    public static ReviewLevel open(String office) {
        return new ReviewLevel(office, null);
    }
}
