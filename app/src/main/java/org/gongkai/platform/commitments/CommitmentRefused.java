package org.gongkai.platform.commitments;

import org.jspecify.annotations.Nullable;

/** Something is not what was committed to: where this shows first, and why (不成立). */
public final class CommitmentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String path;
    private final @Nullable String expected;
    private final @Nullable String actual;

    public CommitmentRefused(
            Fault fault, Path path, @Nullable String expected, @Nullable String actual) {
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

    public static CommitmentRefused at(Path path, Fault fault) {
        return new CommitmentRefused(fault, path, null, null);
    }

    public static CommitmentRefused at(Path path, Fault fault, Object actual) {
        return new CommitmentRefused(fault, path, null, actual.toString());
    }

    /** What is published, {@code expected}, is not what was computed, {@code actual}. */
    public static CommitmentRefused differs(
            Path path, @Nullable String expected, @Nullable String actual) {
        return new CommitmentRefused(CommitmentFault.DIFFERS, path, expected, actual);
    }

    public Fault fault() {
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
