package org.gongkai.platform.draw;

import java.util.List;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;

/** A class of entities drawn from by itself (分层), and how many of it. */
public record Stratum(String id, Quota quota) {

    static Stratum of(Object value, Path path) {
        var fields = Fields.of(value, path, List.of("id", "quota"));
        return new Stratum(fields.id("id"), Quota.of(fields.value("quota"), path.at("quota")));
    }

    SortedMap<String, Object> toJson() {
        return CanonicalJson.object("id", id, "quota", quota.toJson());
    }
}
