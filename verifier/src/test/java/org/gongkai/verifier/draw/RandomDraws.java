package org.gongkai.verifier.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.beacon.Sources;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Prf;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.Node;
import org.jspecify.annotations.Nullable;

/** Bundles of every kind: small pools, tags, recusals, shortage, amendments, ids beyond U+FFFF. */
public final class RandomDraws {
    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> NAMES =
            List.of("QY-", "企业", "é-", "𠀀记", "Ａ站", "\uE000", "𪚥", "z\"\\/", "~");

    private final Random random;
    private final Suite suite;
    private final boolean sealed;
    private final JsonObject bundle = new JsonObject();
    private final JsonObject manifest = new JsonObject();
    private final String drawId;
    private @Nullable JsonObject beacon;
    private @Nullable Object said;
    private int entityCount;
    private int officerCount;
    private long drawn = -1;

    private RandomDraws(long seed, Suite suite, boolean sealed) {
        this.random = new Random(seed);
        this.suite = suite;
        this.sealed = sealed;
        this.drawId = "抽查/" + seed;
    }

    /** The bundle of this seed, with what is to be expected of it. */
    public static JsonObject of(long seed) {
        var random = new Random(seed);
        return new RandomDraws(
                        seed, random.nextBoolean() ? Suite.SHA256 : Suite.SM3, random.nextBoolean())
                .make();
    }

    /** The same with one more source, and what it said. */
    public static JsonObject of(long seed, JsonObject beacon, Object said) {
        var draw = new RandomDraws(seed, Suite.SHA256, false);
        draw.beacon = beacon;
        draw.said = said;
        return draw.make();
    }

    /** A draw of a province: so many entities and officers, so many drawn from one stratum. */
    public static JsonObject large(int entities, int officers, int drawn, Suite suite) {
        var draw = new RandomDraws(1, suite, true);
        draw.entityCount = entities;
        draw.officerCount = officers;
        draw.drawn = drawn;
        return draw.make();
    }

    private JsonObject make() {
        if (drawn < 0) {
            entityCount = random.nextInt(30);
            officerCount = random.nextInt(9);
        }
        List<JsonObject> strata = strata();
        List<Object> entities = entities(strata.size());
        List<Object> officers = officers();
        List<Object> recusals = recusals(entities, officers);
        byte[] secret = bytes();
        JsonObject disclosures = new JsonObject();
        manifest.add("spec", "vdraw/1");
        manifest.add("suite", suite == Suite.SM3 ? "sm3" : "sha256");
        manifest.add("draw_id", drawId);
        manifest.add("seq", (long) random.nextInt(100));
        manifest.add("mode", sealed ? "sealed" : "open");
        manifest.add("title", "随机样例 \"" + drawId + "\"");
        manifest.add("entities", file(entities));
        manifest.add("officers", file(officers));
        manifest.add("recusals", file(recusals));
        manifest.add("strata", strata);
        manifest.add("seats", seats());
        manifest.add("officer_cap", drawn < 0 ? (long) random.nextInt(8) : 4L);
        manifest.add("sources", sources(disclosures));
        if (sealed) {
            manifest.add(
                    "secret_commit",
                    HEX.formatHex(suite.tagged("vdraw/1/secret", Suite.utf8(drawId), secret)));
            bundle.add("secret", HEX.formatHex(secret));
        }
        bundle.add("manifest", manifest);
        bundle.add("entities", entities);
        bundle.add("officers", officers);
        bundle.add("recusals", recusals);
        bundle.add("disclosures", disclosures);
        expect();
        return bundle;
    }

    private List<JsonObject> strata() {
        List<JsonObject> strata = new ArrayList<>();
        if (drawn >= 0) {
            strata.add(object("id", "层0", "quota", object("kind", "count", "n", drawn)));
            return strata;
        }
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            JsonObject quota =
                    switch (random.nextInt(3)) {
                        case 0 -> object("kind", "count", "n", (long) random.nextInt(12));
                        case 1 ->
                                object(
                                        "kind",
                                        "ratio",
                                        "num",
                                        (long) random.nextInt(5),
                                        "den",
                                        1L + random.nextInt(5));
                        default ->
                                object(
                                        "kind",
                                        "per_officer",
                                        "num",
                                        (long) random.nextInt(4),
                                        "den",
                                        1L + random.nextInt(2),
                                        "min",
                                        (long) random.nextInt(3));
                    };
            strata.add(object("id", "层" + i, "quota", quota));
        }
        return strata;
    }

    private List<Object> entities(int strata) {
        var sorted = new TreeMap<byte[], JsonObject>(java.util.Arrays::compareUnsigned);
        for (int i = 0; i < entityCount; i++) {
            String id =
                    drawn < 0
                            ? NAMES.get(random.nextInt(NAMES.size())) + random.nextInt(1000)
                            : String.format("企业-%07d", i);
            JsonObject entity = object("id", id, "stratum", "层" + random.nextInt(strata));
            if (random.nextInt(4) == 0) {
                entity.add("w", 1L + random.nextInt(5));
            }
            if (random.nextInt(6) == 0) {
                entity.add("need", "t" + random.nextInt(2));
            }
            sorted.put(Suite.utf8(id), entity);
        }
        return new ArrayList<>(sorted.values());
    }

    private List<Object> officers() {
        List<Object> officers = new ArrayList<>();
        for (int i = 0; i < officerCount; i++) {
            JsonObject officer =
                    object(
                            "id",
                            drawn < 0 ? "ZF-" + (char) ('A' + i) : String.format("ZF-%05d", i));
            officer.add(
                    "tags",
                    Stream.of("lead", "t0", "t1")
                            .filter(it -> random.nextBoolean())
                            .map(Object.class::cast)
                            .toList());
            if (random.nextInt(3) == 0) {
                officer.add("cap", (long) random.nextInt(6));
            }
            if (random.nextInt(3) == 0) {
                officer.add("load0", (long) random.nextInt(3));
            }
            officers.add(officer);
        }
        return officers;
    }

    private List<Object> recusals(List<Object> entities, List<Object> officers) {
        int share = random.nextInt(60);
        List<Object> recusals = new ArrayList<>();
        for (Object entity : entities) {
            if (drawn >= 0) {
                if (random.nextInt(10) == 0) {
                    Object officer = officers.get(random.nextInt(officers.size()));
                    recusals.add(
                            object(
                                    "e", ((JsonObject) entity).get("id"),
                                    "o", ((JsonObject) officer).get("id")));
                }
                continue;
            }
            for (Object officer : officers) {
                if (random.nextInt(100) < share) {
                    recusals.add(
                            object(
                                    "e", ((JsonObject) entity).get("id"),
                                    "o", ((JsonObject) officer).get("id")));
                }
            }
        }
        return recusals;
    }

    private List<Object> seats() {
        List<Object> seats = new ArrayList<>(List.of("", ""));
        for (int i = 0; i < seats.size(); i++) {
            seats.set(i, List.of("", "lead", "t0").get(random.nextInt(3)));
        }
        if (random.nextInt(3) == 0) {
            seats.add("");
        }
        return seats;
    }

    private List<Object> sources(JsonObject disclosures) {
        List<Object> sources = new ArrayList<>();
        sources.add(
                object(
                        "id",
                        "kl8",
                        "kind",
                        "numbers",
                        "name",
                        "快乐8",
                        "issue",
                        "2021" + drawId,
                        "at",
                        "2021-07-30T21:30:00+08:00",
                        "groups",
                        List.of(
                                object("count", 5L, "min", 1L, "max", 80L, "ordered", false),
                                object("count", 3L, "min", 0L, "max", 9L, "ordered", true))));
        List<Object> drawn =
                random.ints(1, 81).distinct().limit(5).mapToObj(it -> (Object) (long) it).toList();
        List<Object> digits = random.ints(3, 0, 10).mapToObj(it -> (Object) (long) it).toList();
        disclosures.add("kl8", object("groups", List.of(drawn, digits)));
        for (int i = 0; i < random.nextInt(3); i++) {
            byte[] nonce = bytes();
            String id = "见证" + i;
            byte[] commit =
                    suite.tagged("vdraw/1/nonce", Suite.utf8(drawId), Suite.utf8(id), nonce);
            sources.add(object("id", id, "kind", "reveal", "commit", HEX.formatHex(commit)));
            disclosures.add(
                    id,
                    random.nextInt(3) == 0
                            ? object("absent", true)
                            : object("nonce", HEX.formatHex(nonce)));
        }
        if (beacon != null) {
            sources.add(beacon);
            disclosures.add((String) beacon.get("id"), said);
        }
        return sources;
    }

    /** What the draw comes to, put together from the verifier's own parts. */
    private void expect() {
        Node root = Node.root(bundle);
        Manifest frozen = Manifest.read(root.get("manifest"));
        Inputs inputs = Inputs.read(root, frozen);
        byte[] ikm =
                new Sources(suite, drawId, frozen.sources())
                        .keyingMaterial(frozen.hash(), root.get("disclosures"));
        var prf = new Prf(suite, Prf.hmac(suite, frozen.salt(root.find("secret")), ikm));
        var selection = new Selection(frozen, inputs, prf);
        List<Entity> tasks = selection.tasks(prf);
        JsonObject selected = new JsonObject();
        JsonObject reserve = new JsonObject();
        for (String stratum : frozen.strata().keySet()) {
            var chosen = new HashSet<>(tasks);
            List<Entity> all =
                    inputs.entities().stream()
                            .filter(it -> it.stratum().equals(stratum))
                            .sorted(Entity.BY_TICKET)
                            .toList();
            selected.add(stratum, ids(all.stream().filter(chosen::contains)));
            reserve.add(stratum, ids(all.stream().filter(it -> !chosen.contains(it))));
        }
        var teams = new Teams(inputs, frozen.seats(), prf, tasks);
        var staffing = new Staffing(teams, inputs.officers(), prf);
        staffing.fill();
        var records = new Records(suite, teams, prf);
        JsonObject expect =
                object(
                        "manifest_hash", HEX.formatHex(frozen.hash()),
                        "prk", HEX.formatHex(prf.key()),
                        "selected", selected,
                        "reserve", reserve,
                        "result", records(teams, prf),
                        "result_root", HEX.formatHex(records.root()),
                        "unfilled", teams.unfilled());
        amend(expect, new Amendments(inputs, selection, teams, staffing), teams, records, prf);
        bundle.add("expect", expect);
    }

    private void amend(
            JsonObject expect, Amendments amendments, Teams teams, Records records, Prf prf) {
        List<Object> steps = new ArrayList<>();
        List<Object> roots = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4) && teams.tasks() > 0; i++) {
            long t = random.nextInt(teams.tasks());
            JsonObject step =
                    switch (random.nextInt(3)) {
                        case 0 -> object("op", "replace_entity", "t", t);
                        case 1 ->
                                object(
                                        "op",
                                        "replace_officer",
                                        "t",
                                        t,
                                        "j",
                                        (long) random.nextInt(2));
                        default ->
                                object(
                                        "op",
                                        "remove_officer",
                                        "o",
                                        "ZF-"
                                                + (char)
                                                        ('A'
                                                                + random.nextInt(
                                                                        Math.max(1, officerCount))),
                                        "done",
                                        List.of(t));
                    };
            step.add("reason", "企业注销");
            try {
                amendments.apply(Node.root(step));
            } catch (Refusal noReserveLeft) {
                break;
            }
            steps.add(step);
            roots.add(HEX.formatHex(records.root()));
        }
        if (!steps.isEmpty()) {
            bundle.add("amendments", steps);
            expect.add("amended", records(teams, prf));
            expect.add("amended_roots", roots);
        }
    }

    private static List<Object> records(Teams teams, Prf prf) {
        List<Object> records = new ArrayList<>();
        for (int t = 0; t < teams.tasks(); t++) {
            Entity entity = teams.entity(t);
            records.add(
                    object(
                            "t", (long) t,
                            "e", entity.id(),
                            "s", entity.stratum(),
                            "k", HEX.formatHex(entity.ticket()),
                            "team", List.copyOf(teams.ids(t)),
                            "salt", HEX.formatHex(prf.lot("salt", entity.bytes()))));
        }
        return records;
    }

    private static List<Object> ids(Stream<Entity> entities) {
        return entities.map(it -> (Object) it.id()).toList();
    }

    private JsonObject file(List<Object> records) {
        var tree = new MerkleTree(suite);
        records.forEach(it -> tree.add(Canonical.bytes(it)));
        return object("count", (long) records.size(), "root", HEX.formatHex(tree.root()));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static JsonObject object(Object... members) {
        var object = new JsonObject();
        for (int i = 0; i < members.length; i += 2) {
            object.add((String) members[i], members[i + 1]);
        }
        return object;
    }
}
