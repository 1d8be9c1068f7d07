package org.gongkai.platform.textcheck;

import java.util.List;
import java.util.Optional;

/**
 * A place in a folded text that a detector points at (命中).
 *
 * @param code of the finding
 * @param start first sign, in the folded text
 * @param end behind the last sign
 * @param arguments of the sentence
 * @param proposal what to write instead
 */
public record Hit(
        String code,
        Severity severity,
        int start,
        int end,
        List<Object> arguments,
        Optional<String> proposal) {

    /** A hit that must be mended. */
    public static Hit blocking(String code, int start, int end) {
        return new Hit(code, Severity.BLOCKING, start, end, List.of(), Optional.empty());
    }

    /** A hit that must be looked at. */
    public static Hit warning(String code, int start, int end) {
        return new Hit(code, Severity.WARNING, start, end, List.of(), Optional.empty());
    }

    /** A hit about form. */
    public static Hit note(String code, int start, int end) {
        return new Hit(code, Severity.NOTE, start, end, List.of(), Optional.empty());
    }

    /** The same, with what to write instead. */
    public Hit proposing(String words) {
        return new Hit(code, severity, start, end, arguments, Optional.of(words));
    }

    /** The same, with what its sentence names. */
    public Hit naming(Object... names) {
        return new Hit(code, severity, start, end, List.of(names), proposal);
    }
}
