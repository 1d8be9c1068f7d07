package org.gongkai.verifier.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("Hashes, HMAC and Merkle trees")
class HashTests {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void computesSm3AsTheStandardHasIt() {
        for (Node each : Vectors.json("sm2-sm3.json").get("sm3").items()) {
            assertThat(Suite.SM3.hash(each.get("message_hex").hex()))
                    .isEqualTo(each.get("digest").hex());
        }
    }

    /** RFC 4231, test case 2. */
    @Test
    void computesHmacSha256() {
        assertThat(
                        HEX.formatHex(
                                Prf.hmac(
                                        Suite.SHA256,
                                        Suite.utf8("Jefe"),
                                        Suite.utf8("what do ya want for nothing?"))))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void growsTheTreesOfRfc6962() {
        Node trees = Vectors.json("merkle-trees.json");
        var tree = new MerkleTree(Suite.SHA256);
        List<Node> roots = trees.get("roots").items();

        assertThat(tree.root()).isEqualTo(roots.get(0).hex());
        for (int i = 0; i < trees.get("leaf_inputs").items().size(); i++) {
            tree.add(trees.get("leaf_inputs").items().get(i).hex());
            assertThat(tree.root()).isEqualTo(roots.get(i + 1).hex());
        }
        assertThat(tree.size()).isEqualTo(8);
        assertThat(HEX.formatHex(MerkleTree.leafHash(Suite.SHA256, Suite.utf8("L123456"))))
                .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    }

    @TestFactory
    List<DynamicTest> judgesInclusionProofs() {
        return Vectors.raw("merkle-inclusion.json").stream()
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it.text("file"),
                                        () -> assertThat(isIncluded(it)).isNotEqualTo(it.fails())))
                .toList();
    }

    @TestFactory
    List<DynamicTest> judgesConsistencyProofs() {
        return Vectors.raw("merkle-consistency.json").stream()
                .map(
                        it ->
                                DynamicTest.dynamicTest(
                                        it.text("file"),
                                        () ->
                                                assertThat(
                                                                MerkleTree.isConsistent(
                                                                        Suite.SHA256,
                                                                        it.number("size1"),
                                                                        it.bytes("root1"),
                                                                        it.number("size2"),
                                                                        it.bytes("root2"),
                                                                        it.hashes("proof")))
                                                        .isNotEqualTo(it.fails())))
                .toList();
    }

    private static boolean isIncluded(Vectors.Raw it) {
        byte[] root =
                MerkleTree.rootByInclusion(
                        Suite.SHA256,
                        it.number("leafIdx"),
                        it.number("treeSize"),
                        it.bytes("leafHash"),
                        it.hashes("proof"));
        return root != null && java.util.Arrays.equals(root, it.bytes("root"));
    }
}
