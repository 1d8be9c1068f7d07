package org.gongkai.verifier.draw;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Prf;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.Node;

/** The published records of the visits (结果记录), one a task, and their root. */
final class Records {
    private static final HexFormat HEX = HexFormat.of();

    private final Suite suite;
    private final Teams teams;
    private final Prf prf;

    Records(Suite suite, Teams teams, Prf prf) {
        this.suite = suite;
        this.teams = teams;
        this.prf = prf;
    }

    private byte[] salt(int t) {
        return prf.lot("salt", teams.entity(t).bytes());
    }

    /** The root over all records as they are now. */
    byte[] root() {
        var tree = new MerkleTree(suite);
        for (int t = 0; t < teams.tasks(); t++) {
            Entity entity = teams.entity(t);
            var record = new JsonObject();
            record.add("t", (long) t);
            record.add("e", entity.id());
            record.add("s", entity.stratum());
            record.add("k", HEX.formatHex(entity.ticket()));
            record.add("team", teams.ids(t));
            record.add("salt", HEX.formatHex(salt(t)));
            tree.add(Canonical.bytes(record));
        }
        return tree.root();
    }

    /** Holds published records against these. */
    void compare(Node actual, String chinese, String english) {
        List<Node> records = actual.items();
        for (int t = 0; t < Math.min(records.size(), teams.tasks()); t++) {
            Node each = records.get(t).only(Set.of("t", "e", "s", "k", "team", "salt"));
            Entity entity = teams.entity(t);
            Expect.integer(each.get("t"), t, chinese, english);
            Expect.text(each.get("e"), entity.id(), chinese, english);
            Expect.text(each.get("s"), entity.stratum(), chinese, english);
            Expect.hex(each.get("k"), entity.ticket(), chinese, english);
            Expect.texts(each.get("team"), teams.ids(t), chinese, english);
            Expect.hex(each.get("salt"), salt(t), chinese, english);
        }
        Expect.size(actual, teams.tasks(), chinese, english);
    }
}
