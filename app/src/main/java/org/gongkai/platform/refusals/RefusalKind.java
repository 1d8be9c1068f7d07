package org.gongkai.platform.refusals;

/**
 * The kinds of refusal (拒绝种类), each with its HTTP status and its stable problem type (RFC 9457).
 */
public enum RefusalKind {
    /** What was sent cannot be read at all. */
    MALFORMED(400, "malformed"),
    /** Nobody is signed in, or the token has run out. */
    NOT_SIGNED_IN(401, "not-signed-in"),
    /** The role or section does not allow it. */
    NOT_ALLOWED(403, "not-allowed"),
    /** There is nothing here that the caller may see. */
    NOT_FOUND(404, "not-found"),
    /** The address is right, the HTTP method is not. */
    METHOD_NOT_ALLOWED(405, "method-not-allowed"),
    /** None of the formats that the caller accepts can be given. */
    NOT_ACCEPTABLE(406, "not-acceptable"),
    /** Not possible in the state the thing is in. */
    NOT_POSSIBLE_NOW(409, "not-possible-in-this-state"),
    /** The idempotency key has been used for another body. */
    KEY_USED_OTHERWISE(409, "key-used-otherwise"),
    /** It was public and has been withdrawn. */
    WITHDRAWN(410, "withdrawn"),
    /** Somebody else changed it since it was read. */
    STALE(412, "changed-meanwhile"),
    /** Larger than allowed. */
    TOO_LARGE(413, "too-large"),
    /** A kind of file that is not accepted. */
    UNSUPPORTED(415, "unsupported-file"),
    /** A content type that this address does not read. */
    UNSUPPORTED_CONTENT(415, "unsupported-content"),
    /** Something in the input is missing or wrong. */
    INVALID(422, "invalid-input"),
    /** Too many tries; come back later. */
    TOO_MANY(429, "too-many-tries"),
    /** The program failed; the error id leads to the cause in its log. */
    FAILED(500, "internal-error"),
    /** The program or its database is not ready at the moment. */
    UNAVAILABLE(503, "temporarily-unavailable");

    private final int status;
    private final String slug;

    RefusalKind(int status, String slug) {
        this.status = status;
        this.slug = slug;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** The problem type as a relative address, stable for programs. */
    public String type() {
        return "/problems/" + slug;
    }

    /** The last part of the type, also the key of the title: {@code refusals.title.<slug>}. */
    public String slug() {
        return slug;
    }
}
