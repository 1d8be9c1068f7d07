package org.gongkai.verifier.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;
import org.jspecify.annotations.Nullable;

/** The three frozen files: who may be drawn, who may be sent, and who may not visit whom. */
final class Inputs {
    static final int MOST_RECORDS = 2_000_000;
    private static final int MOST_OFFICERS = 20_000;
    private static final int HEAVIEST = 1000;
    private static final int MOST_WEIGHT = 10_000_000;

    private final List<Entity> entities;
    private final List<Officer> officers;
    private final long[] recusals;

    private Inputs(List<Entity> entities, List<Officer> officers, long[] recusals) {
        this.entities = entities;
        this.officers = officers;
        this.recusals = recusals;
    }

    /** Reads the files of a bundle and holds them against what the manifest says of them. */
    static Inputs read(Node bundle, Manifest manifest) {
        List<Entity> entities = entities(file(bundle, manifest, "entities"), manifest);
        List<Officer> officers = officers(file(bundle, manifest, "officers"), manifest);
        long[] recusals = recusals(file(bundle, manifest, "recusals"), entities, officers);
        for (String each : List.of("entities", "officers", "recusals")) {
            var tree = new MerkleTree(manifest.suite());
            bundle.get(each).items().forEach(it -> tree.add(Canonical.bytes(it)));
            Expect.hex(
                    manifest.file(each).get("root"),
                    tree.root(),
                    "名单内容与冻结时的根不符",
                    "the records are not those frozen");
        }
        return new Inputs(entities, officers, recusals);
    }

    private static List<Node> file(Node bundle, Manifest manifest, String name) {
        List<Node> records = bundle.get(name).items();
        if (records.size() > MOST_RECORDS) {
            throw bundle.get(name).malformed("记录超过二百万条", "more than two million records");
        }
        Node count = manifest.file(name).get("count");
        Expect.integer(count, records.size(), "记录数与冻结时不符", "the number of records");
        return records;
    }

    private static List<Entity> entities(List<Node> records, Manifest manifest) {
        var entities = new ArrayList<Entity>(records.size());
        byte[] previous = null;
        long weights = 0;
        var quotas = manifest.strata();
        for (Node each : records) {
            each.only(Set.of("id", "stratum", "w", "need"));
            String id = each.get("id").id();
            byte[] bytes = Suite.utf8(id);
            refuseUnsorted(each, previous, bytes);
            previous = bytes;
            String stratum = each.get("stratum").text();
            if (!quotas.containsKey(stratum)) {
                throw each.get("stratum").malformed("清单中没有这一层", "a stratum the manifest lacks");
            }
            Node weight = each.find("w");
            int w = weight == null ? 1 : (int) weight.integer(1, HEAVIEST);
            Node need = each.find("need");
            entities.add(
                    new Entity(entities.size(), id, stratum, w, need == null ? null : tag(need)));
            weights += w;
            if (weights > MOST_WEIGHT) {
                throw each.malformed("权重合计超过一千万", "weights of more than ten million together");
            }
        }
        return entities;
    }

    private static List<Officer> officers(List<Node> records, Manifest manifest) {
        if (records.size() > MOST_OFFICERS) {
            throw manifest.file("officers").malformed("执法人员超过两万人", "more than 20,000 officers");
        }
        var officers = new ArrayList<Officer>(records.size());
        byte[] previous = null;
        for (Node each : records) {
            each.only(Set.of("id", "tags", "cap", "load0"));
            String id = each.get("id").id();
            byte[] bytes = Suite.utf8(id);
            refuseUnsorted(each, previous, bytes);
            previous = bytes;
            Node tags = each.find("tags");
            Node cap = each.find("cap");
            Node load = each.find("load0");
            officers.add(
                    new Officer(
                            officers.size(),
                            id,
                            bytes,
                            tags == null
                                    ? List.of()
                                    : tags.items().stream().map(Inputs::tag).toList(),
                            cap == null
                                    ? manifest.officerCap()
                                    : cap.integer(0, JsonReader.LARGEST),
                            load == null ? 0 : load.integer(0, Integer.MAX_VALUE)));
        }
        return officers;
    }

    private static String tag(Node node) {
        String tag = node.text();
        if (tag.isEmpty()) {
            throw node.malformed("标签不能为空", "a tag is not empty");
        }
        return tag;
    }

    private static long[] recusals(
            List<Node> records, List<Entity> entities, List<Officer> officers) {
        Map<String, Integer> officerPlaces = new HashMap<>();
        officers.forEach(it -> officerPlaces.put(it.id(), it.place()));
        long[] recusals = new long[records.size()];
        for (int i = 0; i < recusals.length; i++) {
            Node each = records.get(i).only(Set.of("e", "o"));
            int entity = placeOf(entities, each.get("e").id());
            Integer officer = officerPlaces.get(each.get("o").id());
            if (entity < 0) {
                throw each.get("e").malformed("名录中没有这一户", "no such entity");
            }
            if (officer == null) {
                throw each.get("o").malformed("名录中没有这个人", "no such officer");
            }
            recusals[i] = pair(entity, officer);
            if (i > 0 && recusals[i - 1] >= recusals[i]) {
                throw each.malformed("未按标识严格升序排列", "not strictly ascending");
            }
        }
        return recusals;
    }

    /** Its place, or less than 0: they are in order, and a table of a million ids is large. */
    private static int placeOf(List<Entity> entities, String id) {
        byte[] wanted = Suite.utf8(id);
        int from = 0;
        int to = entities.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (Arrays.compareUnsigned(entities.get(middle).bytes(), wanted) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from < entities.size() && entities.get(from).id().equals(id) ? from : -1;
    }

    private static void refuseUnsorted(Node record, byte @Nullable [] previous, byte[] id) {
        if (previous != null && Arrays.compareUnsigned(previous, id) >= 0) {
            throw record.get("id").malformed("未按标识严格升序排列", "ids not strictly ascending");
        }
    }

    private static long pair(int entity, int officer) {
        return (long) entity << 32 | officer;
    }

    List<Entity> entities() {
        return entities;
    }

    List<Officer> officers() {
        return officers;
    }

    /** Whether this officer may not visit this entity (回避). */
    boolean areApart(Entity entity, Officer officer) {
        return Arrays.binarySearch(recusals, pair(entity.place(), officer.place())) >= 0;
    }
}
