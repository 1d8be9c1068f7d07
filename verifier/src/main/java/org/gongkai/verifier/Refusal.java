package org.gongkai.verifier;

import org.jspecify.annotations.Nullable;

/** Why something is not accepted: the first thing that differs, is forged or cannot be read. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it; the number is the exit status of the program. */
    public enum Kind {
        /** It says something else than what is computed, or its signature is not genuine (不符). */
        DIFFERS(1),
        /** It is not written as the specification wants it (格式错误). */
        MALFORMED(2),
        /** It cannot be read at all, or the program was called wrongly (无法读取). */
        UNREADABLE(3);

        private final int exitStatus;

        Kind(int exitStatus) {
            this.exitStatus = exitStatus;
        }

        /** What the program ends with. */
        public int exitStatus() {
            return exitStatus;
        }
    }

    private final Kind kind;
    private final String path;
    private final @Nullable String expected;
    private final @Nullable String actual;
    private final String chinese;
    private final String english;

    private Refusal(
            Kind kind,
            String path,
            @Nullable String expected,
            @Nullable String actual,
            String chinese,
            String english) {
        super(english);
        this.kind = kind;
        this.path = path;
        this.expected = expected;
        this.actual = actual;
        this.chinese = chinese;
        this.english = english;
    }

    /** Something else stands at this place than what was computed. */
    public static Refusal differs(
            String path, String expected, String actual, String chinese, String english) {
        return new Refusal(Kind.DIFFERS, path, expected, actual, chinese, english);
    }

    /** A signature or a proof at this place is not genuine, or a rule was broken. */
    public static Refusal forged(String path, String chinese, String english) {
        return new Refusal(Kind.DIFFERS, path, null, null, chinese, english);
    }

    /** What stands at this place is not written as it must be. */
    public static Refusal malformed(String path, String chinese, String english) {
        return new Refusal(Kind.MALFORMED, path, null, null, chinese, english);
    }

    /** A file cannot be read, or the call is wrong. */
    public static Refusal unreadable(String chinese, String english) {
        return new Refusal(Kind.UNREADABLE, "", null, null, chinese, english);
    }

    /** The same, of what stands at this place. */
    public Refusal at(String place) {
        return new Refusal(kind, place + path, expected, actual, chinese, english);
    }

    /** What is wrong with it. */
    public Kind kind() {
        return kind;
    }

    /** Where, as a JSON Pointer (RFC 6901); empty for the whole. */
    public String path() {
        return path;
    }

    /** What was computed for this place, if anything was. */
    public @Nullable String expected() {
        return expected;
    }

    /** What stands at this place. */
    public @Nullable String actual() {
        return actual;
    }

    /** The reason in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** The reason in English. */
    public String english() {
        return english;
    }
}
