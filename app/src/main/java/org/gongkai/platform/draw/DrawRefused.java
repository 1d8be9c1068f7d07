package org.gongkai.platform.draw;

import org.jspecify.annotations.Nullable;

/** A draw does not hold, where this shows first, and why (不成立). */
public final class DrawRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DrawFault fault;
    private final String path;
    private final @Nullable String expected;
    private final @Nullable String actual;

    DrawRefused(DrawFault fault, Path path, @Nullable String expected, @Nullable String actual) {
        super(
                fault.slug()
                        + " at "
                        + path
                        + (expected == null ? "" : ", expected " + expected)
                        + (actual == null ? "" : ", actual " + actual));
        this.fault = fault;
        this.path = path.toString();
        this.expected = expected;
        this.actual = actual;
    }

    static DrawRefused at(Path path, DrawFault fault) {
        return new DrawRefused(fault, path, null, null);
    }

    static DrawRefused at(Path path, DrawFault fault, Object actual) {
        return new DrawRefused(fault, path, null, actual.toString());
    }

    /** What is published, {@code expected}, is not what was computed, {@code actual}. */
    static DrawRefused differs(Path path, @Nullable String expected, @Nullable String actual) {
        return new DrawRefused(DrawFault.DIFFERS, path, expected, actual);
    }

    public DrawFault fault() {
        return fault;
    }

    /** Where: a JSON pointer (RFC 6901) into the bundle. */
    public String path() {
        return path;
    }

    /** What the bundle says, or a rule asks for. */
    public @Nullable String expected() {
        return expected;
    }

    /** What was found or computed. */
    public @Nullable String actual() {
        return actual;
    }
}
