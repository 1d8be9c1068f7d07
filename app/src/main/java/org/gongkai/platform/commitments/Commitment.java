package org.gongkai.platform.commitments;

import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;

/** What binds a list before it is used (名录承诺): how many records, and the head of their tree. */
public record Commitment(long count, String root) {

    /** What binds these records. */
    public static Commitment to(Suite suite, List<? extends Committed> records) {
        return new Commitment(
                records.size(), HexFormat.of().formatHex(MerkleTree.of(suite, records).root()));
    }

    public static Commitment of(Object value, Path path) {
        var fields = Fields.of(value, path, List.of("count", "root"));
        return new Commitment(
                fields.number("count", 0, JsonReader.LARGEST),
                HexFormat.of().formatHex(fields.hex("root", 32)));
    }

    /** Refuses records that are not the ones bound. */
    public void require(Suite suite, List<? extends Committed> records, Path path) {
        Difference.require(toJson(), to(suite, records).toJson(), path);
    }

    public SortedMap<String, Object> toJson() {
        return CanonicalJson.object("count", count, "root", root);
    }
}
