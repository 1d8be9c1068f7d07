package org.gongkai.platform.commitments;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The first place where what is published is not what was computed (第一处不一致). */
public final class Difference {
    private static final int SHOWN = 200;

    private Difference() {}

    /** Refuses at the first difference, if there is one. */
    public static void require(Object published, Object computed, Path path) {
        if (published instanceof Map<?, ?> ours && computed instanceof Map<?, ?> theirs) {
            requireMap(ours, theirs, path);
        } else if (published instanceof List<?> ours && computed instanceof List<?> theirs) {
            requireList(ours, theirs, path);
        } else if (published instanceof Number ours && computed instanceof Number theirs) {
            if (ours.longValue() != theirs.longValue()) {
                throw CommitmentRefused.differs(path, shown(published), shown(computed));
            }
        } else if (!published.equals(computed)) {
            throw CommitmentRefused.differs(path, shown(published), shown(computed));
        }
    }

    private static void requireMap(Map<?, ?> published, Map<?, ?> computed, Path path) {
        var keys = new TreeSet<String>(CanonicalText.BY_BYTES);
        published.keySet().forEach(it -> keys.add((String) it));
        computed.keySet().forEach(it -> keys.add((String) it));
        for (var key : keys) {
            requireBoth(published.get(key), computed.get(key), path.at(key));
        }
    }

    private static void requireList(List<?> published, List<?> computed, Path path) {
        for (var at = 0; at < Math.max(published.size(), computed.size()); at++) {
            requireBoth(
                    at < published.size() ? published.get(at) : null,
                    at < computed.size() ? computed.get(at) : null,
                    path.at(at));
        }
    }

    private static void requireBoth(
            @Nullable Object published, @Nullable Object computed, Path path) {
        if (published != null && computed != null) {
            require(published, computed, path);
        } else {
            throw CommitmentRefused.differs(path, shownIfAny(published), shownIfAny(computed));
        }
    }

    private static @Nullable String shownIfAny(@Nullable Object value) {
        return value == null ? null : shown(value);
    }

    /** A value as it is shown to people: texts as they are, all else as JSON, and not too long. */
    public static String shown(Object value) {
        var text =
                switch (value) {
                    case String string -> string;
                    case Map<?, ?> map when map.size() > SHOWN -> "{…}";
                    case List<?> list when list.size() > SHOWN -> "[…]";
                    default -> CanonicalJson.text(value);
                };
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
