package org.gongkai.platform.transparencylog;

import java.util.Arrays;
import java.util.Optional;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Suite;
import org.springframework.stereotype.Component;

/**
 * Reads back what is stored before anything is signed (签名前核对): each leaf against its hash, each
 * tile against the head above it, and the last signed head against the tiles. One flipped bit that
 * got under a signature would end the log for good.
 *
 * <p>A log of up to {@value #LATEST} leaves is read as a whole each time; of a larger one the
 * latest so many and all levels above, and the whole at start and every night.
 */
@Component
class StoredCheck {
    static final int LATEST = 65_536;

    private final LogEntries entries;
    private final Tiles tiles;
    private final LogKeys keys;

    StoredCheck(LogEntries entries, Tiles tiles, LogKeys keys) {
        this.entries = entries;
        this.tiles = tiles;
        this.keys = keys;
    }

    /** What differs first. */
    record Finding(LogFault.What what, String place) {}

    /**
     * The first thing that differs, if anything does.
     *
     * @param last the last signed head, if there is one
     * @param size how many leaves there are in the tiles
     * @param whole whether everything is read, however large the log is
     */
    Optional<Finding> firstDifference(Optional<SignedHead> last, long size, boolean whole) {
        var from = whole || size <= LATEST ? 0 : (size - LATEST) / Tiles.WIDTH;
        return leaves(from, size)
                .or(() -> levels(from, size))
                .or(() -> last.flatMap(it -> head(it, size)));
    }

    private Optional<Finding> leaves(long from, long size) {
        for (var n = from; n * Tiles.WIDTH < size; n++) {
            var first = n * Tiles.WIDTH;
            var leaves = entries.leaves(first, Math.min(size, first + Tiles.WIDTH));
            var tile = tiles.read(0, n);
            for (var at = 0; at < Math.min(size - first, Tiles.WIDTH); at++) {
                var hash = at * Tiles.HASH;
                if (at >= leaves.size()
                        || tile.length < hash + Tiles.HASH
                        || !Arrays.equals(
                                MerkleTree.leafHash(Suite.SHA256, leaves.get(at)),
                                Arrays.copyOfRange(tile, hash, hash + Tiles.HASH))) {
                    return Optional.of(new Finding(LogFault.What.LEAF, Long.toString(first + at)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> levels(long from, long size) {
        var below = from;
        for (int level = 1; size >> 8 * level > 0; level++) {
            var heads = size >> 8 * level;
            for (var index = below; index < heads; index++) {
                var tile = tiles.read(level, index / Tiles.WIDTH);
                var at = (int) (index % Tiles.WIDTH) * Tiles.HASH;
                if (tile.length < at + Tiles.HASH
                        || !Arrays.equals(
                                Tiles.head(tiles.read(level - 1, index)),
                                Arrays.copyOfRange(tile, at, at + Tiles.HASH))) {
                    return Optional.of(
                            new Finding(LogFault.What.TILE, level + "/" + index / Tiles.WIDTH));
                }
            }
            below /= Tiles.WIDTH;
        }
        return Optional.empty();
    }

    private Optional<Finding> head(SignedHead last, long size) {
        var tree = tiles.tree();
        var signed = SignedNote.read(last.note());
        var holds =
                last.size() <= size
                        && Arrays.equals(tree.root(last.size()), last.root())
                        && Checkpoint.read(last.text())
                                .filter(it -> it.size() == last.size())
                                .filter(it -> Arrays.equals(it.root(), last.root()))
                                .isPresent()
                        && keys.all().stream()
                                .allMatch(
                                        key -> signed.filter(it -> it.isSignedBy(key)).isPresent())
                        && MerkleTree.isConsistent(
                                Suite.SHA256,
                                last.size(),
                                last.root(),
                                size,
                                tree.root(size),
                                tree.consistency(last.size(), size));
        return holds
                ? Optional.empty()
                : Optional.of(new Finding(LogFault.What.HEAD, Long.toString(last.size())));
    }
}
