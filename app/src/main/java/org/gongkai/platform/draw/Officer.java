package org.gongkai.platform.draw;

import java.util.List;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;
import org.jspecify.annotations.Nullable;

/**
 * One of those who may be sent (执法检查人员).
 *
 * @param id the name in this draw
 * @param tags what the officer may lead or is able to (资格、专长); none if null
 * @param cap most visits in this draw; the manifest's {@code officer_cap} if null
 * @param load0 visits already made this year; 0 if null
 */
public record Officer(
        String id, @Nullable List<String> tags, @Nullable Integer cap, @Nullable Integer load0)
        implements DrawRecord {
    private static final List<String> FIELDS = List.of("cap", "id", "load0", "tags");

    public Officer {
        tags = tags == null ? null : List.copyOf(tags);
    }

    static Officer of(Object value, Path path) {
        var fields = Fields.of(value, path, FIELDS);
        return new Officer(
                fields.id("id"),
                fields.has("tags") ? fields.texts("tags") : null,
                fields.numberIfAny("cap", 0, Integer.MAX_VALUE),
                fields.numberIfAny("load0", 0, Integer.MAX_VALUE));
    }

    @Override
    public SortedMap<String, Object> toJson() {
        var json = CanonicalJson.object("id", id);
        if (tags != null) {
            json.put("tags", tags);
        }
        if (cap != null) {
            json.put("cap", cap);
        }
        if (load0 != null) {
            json.put("load0", load0);
        }
        return json;
    }
}
