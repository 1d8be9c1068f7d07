package org.gongkai.verifier.json;

import java.util.List;
import java.util.stream.Collectors;

/** Values written as JSON again, as files that people send have them. */
public final class JsonText {
    private JsonText() {}

    /** The text of a value. */
    public static String of(Object value) {
        if (value instanceof JsonObject object) {
            return object.names().stream()
                    .map(it -> Canonical.show(it) + ": " + of(object.get(it)))
                    .collect(Collectors.joining(",\n ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return Canonical.show(value);
    }
}
