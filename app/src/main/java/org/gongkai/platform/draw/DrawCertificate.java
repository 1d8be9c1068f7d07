package org.gongkai.platform.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Difference;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;

/**
 * What a visited company is shown at its door (抽查凭证, {@code certificate.json}): that this visit,
 * with this team, is one of those drawn. It shows nothing of the others.
 *
 * @param draw the draw's id
 * @param visit the visit's record
 * @param size how many visits there are
 * @param proof what leads from the record to the root, hexadecimal, from below
 * @param leaf the leaf of the log that binds the root, as canonical JSON
 * @param logProof what shows that the log has this leaf
 */
public record DrawCertificate(
        Suite suite,
        String draw,
        Map<String, Object> visit,
        long index,
        long size,
        List<String> proof,
        String leaf,
        String logProof) {
    private static final String SPEC = "vdraw/1/certificate";
    private static final List<String> FIELDS =
            List.of(
                    "draw",
                    "index",
                    "leaf",
                    "proof",
                    "record",
                    "size",
                    "spec",
                    "suite",
                    "tlog_proof");
    private static final List<String> VISIT = List.of("e", "k", "s", "salt", "t", "team");

    /** Leaves that bind a root: of the draw, and of each amendment. */
    private static final List<String> ROOT_LEAVES = List.of("draw.result", "draw.amend");

    public DrawCertificate {
        proof = List.copyOf(proof);
    }

    /** The certificate of visit {@code t} among these, whose root the leaf binds. */
    public static DrawCertificate of(
            DrawManifest manifest, List<Visit> visits, int t, String leaf, String logProof) {
        var tree = MerkleTree.of(manifest.suite(), visits);
        return new DrawCertificate(
                manifest.suite(),
                manifest.drawId(),
                visits.get(t).toJson(),
                t,
                visits.size(),
                tree.proof(t).stream().map(HexFormat.of()::formatHex).toList(),
                leaf,
                logProof);
    }

    /**
     * Reads a certificate.
     *
     * @throws CommitmentRefused if it is none
     */
    public static DrawCertificate read(byte[] text) {
        var fields = Fields.of(JsonReader.readWithLines(text), Path.ROOT, FIELDS);
        if (!fields.text("spec").equals(SPEC)) {
            throw fields.refused("spec", CommitmentFault.NOT_ALLOWED);
        }
        return new DrawCertificate(
                Suite.of(fields, "suite"),
                fields.id("draw"),
                Fields.of(fields.value("record"), Path.ROOT.at("record"), VISIT).values(),
                fields.number("index", 0, JsonReader.LARGEST),
                fields.number("size", 1, JsonReader.LARGEST),
                fields.texts("proof"),
                fields.text("leaf"),
                fields.text("tlog_proof"));
    }

    /** As canonical JSON, but that the log's proof has several lines, whose ends are escaped. */
    public byte[] write() {
        var text =
                CanonicalJson.text(
                        CanonicalJson.object(
                                "spec", SPEC,
                                "suite", suite.slug(),
                                "draw", draw,
                                "record", visit,
                                "index", index,
                                "size", size,
                                "proof", proof,
                                "leaf", leaf));
        var lines = logProof.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return (text.substring(0, text.length() - 1) + ",\"tlog_proof\":\"" + lines + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Refuses a visit that is not under the root that the leaf binds. Whether the log has the leaf
     * is for the log's own proof to show.
     */
    public void requireTrue() {
        var bound = leafFields();
        Difference.require(visit.getOrDefault("t", ""), index, Path.ROOT.at("record").at("t"));
        Difference.require(size, bound.value("n"), Path.ROOT.at("size"));
        var root =
                MerkleTree.rootFromProof(
                        suite,
                        MerkleTree.leafHash(suite, CanonicalJson.write(visit)),
                        index,
                        size,
                        proofBytes(),
                        Path.ROOT.at("proof"));
        Difference.require(
                bound.text("root"), HexFormat.of().formatHex(root), Path.ROOT.at("record"));
    }

    private Fields leafFields() {
        var path = Path.ROOT.at("leaf");
        var fields = Fields.any(CanonicalJson.read(leaf.getBytes(StandardCharsets.UTF_8)), path);
        if (!ROOT_LEAVES.contains(fields.text("k"))) {
            throw fields.refused("k", CommitmentFault.NOT_ALLOWED);
        }
        return fields;
    }

    private List<byte[]> proofBytes() {
        var bytes = new ArrayList<byte[]>();
        for (var each : proof) {
            var path = Path.ROOT.at("proof");
            bytes.add(
                    new Fields(CanonicalJson.object("" + bytes.size(), each), path)
                            .hex("" + bytes.size(), 32));
        }
        return bytes;
    }
}
