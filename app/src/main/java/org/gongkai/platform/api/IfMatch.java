package org.gongkai.platform.api;

import java.util.Arrays;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The version that the caller has read (所依据的版本): the header {@code If-Match}, an argument of any
 * API method that changes something. Without the header nothing is expected.
 */
public record IfMatch(@Nullable String header) {

    /** The {@code ETag} of a version. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version named, to hand to the desk, which compares it inside its transaction; null for
     * any.
     */
    public @Nullable Long version() {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return null;
        }
        String tag = header.strip();
        if (!tag.matches("\"[0-9]{1,18}\"")) {
            throw Refusal.invalid("If-Match", "api.if-match.unreadable");
        }
        return Long.parseLong(tag.substring(1, tag.length() - 1));
    }

    /** Refuses unless this version is among those named, or none is. */
    public void require(long current) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return;
        }
        boolean named =
                Arrays.stream(header.split(",")).map(String::strip).anyMatch(etag(current)::equals);
        if (!named) {
            throw Refusal.stale(current, "api.if-match.stale");
        }
    }
}
