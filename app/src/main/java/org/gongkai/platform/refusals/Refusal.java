package org.gongkai.platform.refusals;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something was not done, and why (不予办理及理由).
 *
 * <p>The sentence is a message key with arguments; page and API show the same sentence. Nothing of
 * what was asked has happened when this is thrown from a desk method.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalKind kind;
    private final String messageKey;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> problems;
    private final transient List<String> allowedSteps;
    private final @Nullable Duration retryAfter;
    private final @Nullable Long currentVersion;

    private Refusal(
            RefusalKind kind,
            String messageKey,
            List<Object> arguments,
            List<FieldProblem> problems,
            List<String> allowedSteps,
            @Nullable Duration retryAfter,
            @Nullable Long currentVersion) {
        super(
                kind
                        + " "
                        + messageKey
                        + " "
                        + arguments
                        + (problems.isEmpty() ? "" : " " + problems));
        this.kind = kind;
        this.messageKey = messageKey;
        this.arguments = List.copyOf(arguments);
        this.problems = List.copyOf(problems);
        this.allowedSteps = List.copyOf(allowedSteps);
        this.retryAfter = retryAfter;
        this.currentVersion = currentVersion;
    }

    /** A refusal of this kind, with the sentence and what it names. */
    public static Refusal of(RefusalKind kind, String messageKey, Object... arguments) {
        return new Refusal(kind, messageKey, List.of(arguments), List.of(), List.of(), null, null);
    }

    /** The input has these problems. */
    public static Refusal invalid(List<FieldProblem> problems) {
        return new Refusal(
                RefusalKind.INVALID,
                "refusals.invalid",
                List.of(),
                problems,
                List.of(),
                null,
                null);
    }

    /** One field of the input is wrong. */
    public static Refusal invalid(String field, String messageKey, Object... arguments) {
        return invalid(List.of(FieldProblem.of(field, messageKey, arguments)));
    }

    /** Nothing that the caller may see. */
    public static Refusal notFound() {
        return of(RefusalKind.NOT_FOUND, "refusals.not-found");
    }

    /** Not possible in this state; these steps are. */
    public static Refusal notPossibleNow(
            List<String> allowedSteps, String messageKey, Object... arguments) {
        return new Refusal(
                RefusalKind.NOT_POSSIBLE_NOW,
                messageKey,
                List.of(arguments),
                List.of(),
                allowedSteps,
                null,
                null);
    }

    /** Too many tries; allowed again after this time. */
    public static Refusal tooMany(Duration retryAfter, String messageKey, Object... arguments) {
        return new Refusal(
                RefusalKind.TOO_MANY,
                messageKey,
                List.of(arguments),
                List.of(),
                List.of(),
                retryAfter,
                null);
    }

    /** Something this needs does not answer for the moment; worth another try after this time. */
    public static Refusal unavailable(Duration retryAfter, String messageKey, Object... arguments) {
        return new Refusal(
                RefusalKind.UNAVAILABLE,
                messageKey,
                List.of(arguments),
                List.of(),
                List.of(),
                retryAfter,
                null);
    }

    /** Somebody else changed it since it was read; this is its version now. */
    public static Refusal stale(long currentVersion, String messageKey, Object... arguments) {
        return new Refusal(
                RefusalKind.STALE,
                messageKey,
                List.of(arguments),
                List.of(),
                List.of(),
                null,
                currentVersion);
    }

    /** The kind, which fixes status and problem type. */
    public RefusalKind kind() {
        return kind;
    }

    /** Key of the sentence that a clerk reads. */
    public String messageKey() {
        return messageKey;
    }

    /** What the sentence names. */
    public List<Object> arguments() {
        return arguments;
    }

    /** The fields that are wrong; empty unless the kind is {@link RefusalKind#INVALID}. */
    public List<FieldProblem> problems() {
        return problems;
    }

    /** The steps that are possible now, by their API names. */
    public List<String> allowedSteps() {
        return allowedSteps;
    }

    /** When to try again, for {@link RefusalKind#TOO_MANY} and {@link RefusalKind#UNAVAILABLE}. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The version that counts now, for {@link RefusalKind#STALE}. */
    public @Nullable Long currentVersion() {
        return currentVersion;
    }
}
