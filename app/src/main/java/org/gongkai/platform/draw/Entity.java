package org.gongkai.platform.draw;

import java.util.List;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;
import org.jspecify.annotations.Nullable;

/**
 * One of those that may be drawn (检查对象).
 *
 * @param id its name in this draw
 * @param stratum the class it is drawn within (分层), such as 重点
 * @param w its weight (权重), 1 if null: how many tickets it has, the least of which counts
 * @param need what the officer on seat 0 must be able to (所需专长)
 */
public record Entity(String id, String stratum, @Nullable Integer w, @Nullable String need)
        implements DrawRecord {
    static final int HEAVIEST = 1000;

    private static final List<String> FIELDS = List.of("id", "need", "stratum", "w");

    static Entity of(Object value, Path path) {
        var fields = Fields.of(value, path, FIELDS);
        return new Entity(
                fields.id("id"),
                fields.id("stratum"),
                fields.numberIfAny("w", 1, HEAVIEST),
                fields.has("need") ? fields.id("need") : null);
    }

    int weight() {
        return w == null ? 1 : w;
    }

    @Override
    public SortedMap<String, Object> toJson() {
        var json = CanonicalJson.object("id", id, "stratum", stratum);
        if (w != null) {
            json.put("w", w);
        }
        if (need != null) {
            json.put("need", need);
        }
        return json;
    }
}
