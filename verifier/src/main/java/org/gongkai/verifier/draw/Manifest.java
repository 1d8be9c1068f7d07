package org.gongkai.verifier.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonReader;
import org.gongkai.verifier.json.Node;
import org.jspecify.annotations.Nullable;

/** What was frozen before the randomness was known (冻结清单). */
final class Manifest {
    private static final int MOST_SEATS = 8;
    private static final int MOST_SOURCES = 32;

    private final Node node;
    private final Suite suite;
    private final byte[] hash;
    private final Map<String, Quota> strata = new LinkedHashMap<>();
    private final List<String> seats = new ArrayList<>();
    private final Map<String, Node> sources = new LinkedHashMap<>();

    private Manifest(Node node) {
        this.node = node;
        this.suite = Suite.named(node.get("suite").oneOf("sha256", "sm3"));
        this.hash = suite.tagged("vdraw/1/manifest", Canonical.bytes(node));
    }

    /** Reads a manifest and refuses what the specification refuses. */
    static Manifest read(Node node) {
        node.get("spec").oneOf("vdraw/1");
        var manifest = new Manifest(node);
        manifest.drawId();
        manifest.seq();
        node.get("title").text();
        manifest.officerCap();
        manifest.readMode();
        manifest.readStrata();
        manifest.readSeats();
        manifest.readSources();
        for (String each : List.of("entities", "officers", "recusals")) {
            Node file = node.get(each).only(Set.of("count", "root"));
            file.get("count").integer(0, Inputs.MOST_RECORDS);
            file.get("root").hex(Suite.LENGTH);
        }
        return manifest;
    }

    private void readMode() {
        Node commitment = node.find("secret_commit");
        boolean sealed = isSealed();
        if (sealed) {
            node.get("secret_commit").hex(Suite.LENGTH);
        } else if (commitment != null) {
            throw commitment.malformed("公开模式没有密钥承诺", "an open draw has no secret");
        }
    }

    private void readStrata() {
        for (Node each : node.get("strata").items()) {
            String id = each.only(Set.of("id", "quota")).get("id").id();
            if (strata.put(id, Quota.read(each.get("quota"))) != null) {
                throw each.get("id").malformed("层重复", "a stratum twice");
            }
        }
    }

    private void readSeats() {
        List<Node> tags = node.get("seats").items();
        if (tags.size() < 2 || tags.size() > MOST_SEATS) {
            throw node.get("seats").malformed("每户至少两人、至多八人", "two to eight seats are wanted");
        }
        tags.forEach(it -> seats.add(it.text()));
    }

    private void readSources() {
        List<Node> list = node.get("sources").items();
        if (list.size() > MOST_SOURCES) {
            throw node.get("sources").malformed("随机源至多 32 个", "at most 32 sources");
        }
        var kinds = new HashSet<String>();
        for (Node each : list) {
            kinds.add(each.get("kind").oneOf("drand", "nist", "numbers", "reveal"));
            if (sources.put(each.get("id").id(), each) != null) {
                throw each.get("id").malformed("随机源重复", "a source twice");
            }
        }
        kinds.remove("reveal");
        if (kinds.isEmpty()) {
            throw node.get("sources").malformed("至少应有一个公共随机源", "at least one source is public");
        }
    }

    Suite suite() {
        return suite;
    }

    /** mh, the hash of the manifest. */
    byte[] hash() {
        return hash;
    }

    String drawId() {
        return node.get("draw_id").id();
    }

    long seq() {
        return node.get("seq").integer(0, JsonReader.LARGEST);
    }

    boolean isSealed() {
        return node.get("mode").oneOf("open", "sealed").equals("sealed");
    }

    /** The strata in their order, with their quotas. */
    Map<String, Quota> strata() {
        return strata;
    }

    /** The tag each seat of a team wants; empty for anybody. */
    List<String> seats() {
        return seats;
    }

    /** How many visits an officer may have who has no limit of his own. */
    long officerCap() {
        return node.get("officer_cap").integer(0, JsonReader.LARGEST);
    }

    /** The sources in their order. */
    Map<String, Node> sources() {
        return sources;
    }

    /** Where the count and the root of one of the three files stand. */
    Node file(String name) {
        return node.get(name);
    }

    /**
     * The salt of the draw: 32 zero bytes, or the secret of a sealed one, which must be the one
     * that was promised.
     */
    byte[] salt(@Nullable Node secret) {
        if (!isSealed()) {
            if (secret != null) {
                throw secret.malformed("公开模式没有密钥", "an open draw has no secret");
            }
            return new byte[Suite.LENGTH];
        }
        if (secret == null) {
            throw Refusal.malformed(
                    "/secret",
                    "密封抽取尚未揭示，无法重算",
                    "sealed and not yet revealed: cannot be recomputed");
        }
        byte[] bytes = secret.hex(Suite.LENGTH);
        byte[] commitment = suite.tagged("vdraw/1/secret", Suite.utf8(drawId()), bytes);
        Expect.hex(node.get("secret_commit"), commitment, "密钥与冻结时的承诺不符", "not the secret promised");
        return bytes;
    }
}
