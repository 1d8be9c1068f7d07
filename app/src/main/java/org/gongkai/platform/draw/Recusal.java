package org.gongkai.platform.draw;

import java.util.List;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;

/**
 * An officer keeps away from an entity (回避), 《行政处罚法》 art. 43. Why is not published.
 *
 * @param e the entity's id
 * @param o the officer's id
 */
public record Recusal(String e, String o) implements DrawRecord {
    private static final List<String> FIELDS = List.of("e", "o");

    static Recusal of(Object value, Path path) {
        var fields = Fields.of(value, path, FIELDS);
        return new Recusal(fields.text("e"), fields.text("o"));
    }

    @Override
    public SortedMap<String, Object> toJson() {
        return CanonicalJson.object("e", e, "o", o);
    }
}
