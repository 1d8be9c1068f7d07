package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of the API that has been checked against the contract.
 *
 * @param asked method and path, for messages of failing tests
 */
public record ApiAnswer(String asked, int status, HttpHeaders headers, String body) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Fails unless the status is this one. */
    public ApiAnswer expect(int expected) {
        assertThat(status).as(asked + " answered " + body).isEqualTo(expected);
        return this;
    }

    /** Fails unless it is a problem of this type: {@code changed-meanwhile}. */
    public ApiAnswer expectProblem(int expected, String slug) {
        expect(expected);
        assertThat(text("/type")).as(asked + " answered " + body).isEqualTo("/problems/" + slug);
        return this;
    }

    /** The whole body. */
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The value at a JSON pointer, {@code /items/0/id}; fails where there is none. */
    public JsonNode at(String pointer) {
        JsonNode found = json().at(pointer);
        assertThat(found.isMissingNode()).as(asked + " has no " + pointer + ": " + body).isFalse();
        return found;
    }

    /** The text at a JSON pointer. */
    public String text(String pointer) {
        return at(pointer).asString();
    }

    /** The number at a JSON pointer. */
    public long number(String pointer) {
        return at(pointer).asLong();
    }

    /** A header; fails where there is none. */
    public String header(String name) {
        return headers.firstValue(name)
                .orElseThrow(() -> new AssertionError(asked + " has no header " + name));
    }

    /** The version to send as {@code If-Match}. */
    public String etag() {
        return header("ETag");
    }
}
