package org.gongkai.verifier.draw;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.log.Leaf;
import org.gongkai.verifier.log.LogProof;
import org.gongkai.verifier.log.NoteKey;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector shows at the door (抽查凭证): one record of a result, the way from it to the root
 * of the result, the leaf of the log that holds that root, and the log's receipt.
 */
public final class Certificate {
    private final Node node;

    private Certificate(Node node) {
        this.node = node;
    }

    /**
     * A certificate found consistent.
     *
     * @param signed whether the log's signature was checked as well
     */
    public record Verified(
            String draw,
            long visit,
            String entity,
            List<String> team,
            String time,
            boolean signed) {}

    /**
     * Checks a certificate.
     *
     * @param keys of the log and its witnesses; empty if unknown, then no signature is checked
     */
    public static Verified verify(Node node, List<NoteKey> keys) {
        return new Certificate(
                        node.only(
                                Set.of(
                                        "spec",
                                        "suite",
                                        "draw",
                                        "record",
                                        "index",
                                        "size",
                                        "proof",
                                        "leaf",
                                        "tlog_proof")))
                .verify(keys);
    }

    private Verified verify(List<NoteKey> keys) {
        node.get("spec").oneOf("vdraw/1/certificate");
        Suite suite = Suite.named(node.get("suite").oneOf("sha256", "sm3"));
        String draw = node.get("draw").id();
        Node record = record();
        long size = node.get("size").integer(1, Inputs.MOST_RECORDS);
        long index = node.get("index").integer(0, size - 1);
        Expect.integer(record.get("t"), index, "记录不在这个位置", "the record is not at this place");
        byte[] root = root(suite, record, index, size);

        byte[] leafBytes = Suite.utf8(node.get("leaf").text());
        Leaf leaf = leaf(leafBytes);
        compareWithLeaf(leaf.node(), draw, size, root);
        try {
            LogProof proof = LogProof.read(node.get("tlog_proof").text()).verify(leafBytes);
            if (!keys.isEmpty()) {
                proof.verify(keys);
            }
        } catch (Refusal refusal) {
            throw refusal.at("/tlog_proof");
        }
        return new Verified(
                draw,
                index,
                record.get("e").text(),
                record.get("team").items().stream().map(Node::text).toList(),
                leaf.node().get("t").text(),
                !keys.isEmpty());
    }

    private Node record() {
        Node record = node.get("record").only(Set.of("t", "e", "s", "k", "team", "salt"));
        record.get("e").id();
        record.get("s").id();
        record.get("k").hex(Suite.LENGTH);
        record.get("salt").hex(Suite.LENGTH);
        record.get("team").items().forEach(Node::text);
        return record;
    }

    private byte[] root(Suite suite, Node record, long index, long size) {
        byte @Nullable [] root =
                MerkleTree.rootByInclusion(
                        suite,
                        index,
                        size,
                        MerkleTree.leafHash(suite, Canonical.bytes(record)),
                        node.get("proof").items().stream()
                                .map(it -> it.hex(Suite.LENGTH))
                                .toList());
        if (root == null) {
            throw Refusal.forged(
                    "/proof", "路径长度与位置不符", "a proof of another length than its place has");
        }
        return root;
    }

    private Leaf leaf(byte[] bytes) {
        try {
            Leaf leaf = Leaf.read(bytes);
            leaf.node().get("k").oneOf("draw.result", "draw.amend");
            return leaf;
        } catch (Refusal refusal) {
            throw refusal.at("/leaf");
        }
    }

    private static void compareWithLeaf(Node leaf, String draw, long size, byte[] root) {
        if (!Arrays.equals(leaf.get("root").hex(Suite.LENGTH), root)) {
            throw Refusal.differs(
                    "/leaf/root",
                    Canonical.show(HexFormat.of().formatHex(root)),
                    Canonical.show(leaf.get("root").value()),
                    "记录不在公布的结果之内：路径与结果根不符",
                    "the record is not part of the published result");
        }
        @Nullable Node n = leaf.find("n");
        @Nullable Node id = leaf.find("draw") == null ? leaf.find("draw_id") : leaf.find("draw");
        try {
            if (n != null) {
                Expect.integer(n, size, "条数与日志不符", "the number of records");
            }
            if (id != null) {
                Expect.text(id, draw, "不是这一次抽取", "another draw");
            }
        } catch (Refusal refusal) {
            throw refusal.at("/leaf");
        }
    }
}
