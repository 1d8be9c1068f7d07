package org.gongkai.platform.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.gongkai.platform.draw.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@DisplayName("Merkle tree (默克尔树) — RFC 6962")
class MerkleTreeTests {

    @Test
    void hasThePublishedHeads() {
        var vectors = Vectors.json("merkle-trees.json");
        for (var size = 0; size < vectors.get("roots").size(); size++) {
            var tree = new MerkleTree(Suite.SHA256);
            for (var at = 0; at < size; at++) {
                tree.add(Vectors.hex(vectors.get("leaf_inputs").get(at).asString()));
            }
            assertThat(Vectors.hex(tree.root()))
                    .isEqualTo(vectors.get("roots").get(size).asString());
        }
    }

    @Test
    void judgesThePublishedProofsGoodAndBad() {
        var vectors = Vectors.json("merkle-inclusion.json");
        assertThat(vectors).hasSize(98);
        for (var each : vectors) {
            assertThat(holds(each))
                    .as(each.get("file").asString())
                    .isNotEqualTo(each.get("wantErr").asBoolean());
        }
    }

    @ParameterizedTest
    @EnumSource
    void provesEachLeafAtItsPlaceOnly(Suite suite) {
        for (var size = 1; size <= 33; size++) {
            var tree = new MerkleTree(suite);
            for (var leaf = 0; leaf < size; leaf++) {
                tree.add(leaf(leaf));
            }
            for (var leaf = 0; leaf < size; leaf++) {
                var proof = tree.proof(leaf);
                var hash = MerkleTree.leafHash(suite, leaf(leaf));
                assertThat(MerkleTree.rootFromProof(suite, hash, leaf, size, proof, Path.ROOT))
                        .isEqualTo(tree.root());
                if (size > 1) {
                    assertElsewhereFails(suite, hash, leaf, size, proof, tree.root());
                }
            }
        }
    }

    private static void assertElsewhereFails(
            Suite suite, byte[] hash, int leaf, int size, List<byte[]> proof, byte[] root) {
        var other = leaf == 0 ? 1 : leaf - 1;
        assertThatThrownBy(
                        () ->
                                assertThat(
                                                MerkleTree.rootFromProof(
                                                        suite, hash, other, size, proof, Path.ROOT))
                                        .isEqualTo(root))
                .isInstanceOfAny(CommitmentRefused.class, AssertionError.class);
    }

    private static byte[] leaf(int number) {
        return ("leaf " + number).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean holds(JsonNode vector) {
        var index = vector.get("leafIdx").asBigInteger();
        var size = vector.get("treeSize").asBigInteger();
        if (index.max(size).compareTo(BigInteger.valueOf(Long.MAX_VALUE)) > 0) {
            return false;
        }
        var proof =
                vector.get("proof")
                        .valueStream()
                        .map(it -> Base64.getDecoder().decode(it.asString()))
                        .toList();
        try {
            var root =
                    MerkleTree.rootFromProof(
                            Suite.SHA256,
                            bytes(vector, "leafHash"),
                            index.longValue(),
                            size.longValue(),
                            proof,
                            Path.ROOT);
            return Arrays.equals(root, bytes(vector, "root"));
        } catch (CommitmentRefused e) {
            return false;
        }
    }

    private static byte[] bytes(JsonNode vector, String key) {
        return Base64.getDecoder().decode(vector.get(key).asString());
    }
}
