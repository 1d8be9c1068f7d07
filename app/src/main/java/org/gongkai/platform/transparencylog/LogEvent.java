package org.gongkai.platform.transparencylog;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * Something to be logged (待记日志的事件).
 *
 * @param kind what happened
 * @param writer the module that says so, by its name
 * @param fields what the leaf says besides its version, kind and time
 * @param opening what opens the leaf's commitment, kept apart from it; null if it has none
 */
public record LogEvent(
        LeafKind kind,
        String writer,
        SortedMap<String, Object> fields,
        @Nullable SaltedContent opening) {
    private static final Set<String> OURS = Set.of("v", "k", "t");

    public LogEvent {
        fields = Collections.unmodifiableSortedMap(CanonicalJson.object(fields));
        if (fields.keySet().stream().anyMatch(OURS::contains)) {
            throw new IllegalArgumentException("v, k and t are the log's own fields");
        }
        if (kind.family().equals("req") && !fields.keySet().equals(Set.of("c"))) {
            throw new IllegalArgumentException("A leaf of a request has its commitment alone");
        }
    }

    /** An event with these keys and values in turn. */
    public static LogEvent of(LeafKind kind, String writer, Object... keysAndValues) {
        return new LogEvent(kind, writer, CanonicalJson.object(keysAndValues), null);
    }

    /** The same event, whose field {@code c} binds this content. */
    public LogEvent binding(SaltedContent content) {
        var more = CanonicalJson.object(fields);
        more.put("c", content.commitment());
        return new LogEvent(kind, writer, more, content);
    }

    /** An event of a request's clock, of which the leaf shows kind and time alone. */
    public static LogEvent ofRequest(LeafKind kind, String writer, SaltedContent content) {
        return new LogEvent(kind, writer, CanonicalJson.object("c", content.commitment()), content);
    }
}
