package org.gongkai.platform.draw.web;

import org.gongkai.platform.draw.DrawVerification;
import org.jspecify.annotations.Nullable;

/**
 * What computing again says, for programs (复算结论).
 *
 * @param code the fault's name; null if the bundle holds
 * @param reason the fault in a sentence; null if the bundle holds
 */
record DrawAnswer(
        boolean valid,
        @Nullable String manifestHash,
        @Nullable String resultRoot,
        @Nullable First firstDifference,
        @Nullable String code,
        @Nullable String reason) {

    /**
     * The first thing that does not hold.
     *
     * @param path a JSON pointer into the bundle
     * @param expected what the bundle says, or a rule asks for
     * @param actual what was found or computed
     */
    record First(String path, @Nullable String expected, @Nullable String actual) {}

    static DrawAnswer of(DrawVerification verification, DrawWords words) {
        var refused = verification.refused();
        return new DrawAnswer(
                verification.valid(),
                verification.manifestHash(),
                verification.resultRoot(),
                refused == null
                        ? null
                        : new First(refused.path(), refused.expected(), refused.actual()),
                refused == null ? null : refused.fault().slug(),
                refused == null ? null : words.fault(refused.fault()));
    }
}
