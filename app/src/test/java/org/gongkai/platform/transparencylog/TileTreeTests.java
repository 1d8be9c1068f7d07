package org.gongkai.platform.transparencylog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Against the plain tree over all leaves, which has no tiles. */
@DisplayName("The tree read from tiles (瓦片上的默克尔树) — RFC 9162 section 2.1")
class TileTreeTests {
    private static final int LEAVES = 600;

    /** Around powers of two and the edges of tiles. */
    private static final int[] SIZES = {
        1, 2, 3, 4, 5, 7, 8, 9, 127, 128, 129, 255, 256, 257, 300, 511, 512, 513, 599, 600
    };

    private final Map<List<Long>, byte[]> stored = tiles();
    private final TileTree tree =
            new TileTree((level, n) -> stored.getOrDefault(List.of((long) level, n), new byte[0]));

    @Test
    void hasTheHeadOfAllItsLeavesAtEverySize() {
        for (var size = 0; size <= LEAVES; size++) {
            assertThat(tree.root(size)).as("%d", size).isEqualTo(plain(size).root());
        }
    }

    @Test
    void provesEachLeaf() {
        for (var size : SIZES) {
            for (var index = 0; index < size; index++) {
                assertThat(
                                MerkleTree.rootFromProof(
                                        Suite.SHA256,
                                        hash(index),
                                        index,
                                        size,
                                        tree.inclusion(index, size),
                                        Path.ROOT))
                        .as("%d of %d", index, size)
                        .isEqualTo(tree.root(size));
            }
        }
    }

    @Test
    void provesThatItGrew() {
        for (var size : SIZES) {
            for (var old : SIZES) {
                if (old > size) {
                    continue;
                }
                var proof = tree.consistency(old, size);
                assertThat(grew(old, tree.root(old), size, tree.root(size), proof))
                        .as("%d to %d", old, size)
                        .isTrue();
                assertThat(grew(old, tree.root(old - 1), size, tree.root(size), proof))
                        .as("another than %d to %d", old, size)
                        .isFalse();
            }
        }
    }

    private static boolean grew(
            int old, byte[] oldRoot, int size, byte[] root, List<byte[]> proof) {
        return MerkleTree.isConsistent(Suite.SHA256, old, oldRoot, size, root, proof);
    }

    private static Map<List<Long>, byte[]> tiles() {
        var tiles = new HashMap<List<Long>, byte[]>();
        for (var index = 0; index < LEAVES; index++) {
            add(tiles, 0, index, hash(index));
        }
        return tiles;
    }

    private static void add(Map<List<Long>, byte[]> tiles, int level, long index, byte[] hash) {
        var place = List.of((long) level, index / Tiles.WIDTH);
        var before = tiles.getOrDefault(place, new byte[0]);
        var hashes = Arrays.copyOf(before, before.length + Tiles.HASH);
        System.arraycopy(hash, 0, hashes, before.length, Tiles.HASH);
        tiles.put(place, hashes);
        if (hashes.length == Tiles.WIDTH * Tiles.HASH) {
            add(tiles, level + 1, index / Tiles.WIDTH, Tiles.head(hashes));
        }
    }

    private static MerkleTree plain(int size) {
        var plain = new MerkleTree(Suite.SHA256);
        for (var index = 0; index < size; index++) {
            plain.addHash(hash(index));
        }
        return plain;
    }

    private static byte[] hash(int index) {
        return MerkleTree.leafHash(Suite.SHA256, ("leaf " + index).getBytes());
    }
}
