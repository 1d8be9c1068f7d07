package org.gongkai.platform.commitments;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tree whose head binds a list (默克尔树), as RFC 6962 has it: leaves hashed behind a zero byte,
 * branches behind a one. On each level a hash without a neighbour goes up as it is.
 */
public final class MerkleTree {
    private static final int SIZE = 32;

    private final MessageDigest digest;

    /**
     * Hashes of each level side by side, leaves first; those above are made once a head is asked
     * for.
     */
    private final List<byte[]> levels = new ArrayList<>(List.of(new byte[64 * SIZE]));

    private int size;

    public MerkleTree(Suite suite) {
        this.digest = suite.digest();
    }

    /** The tree over the canonical texts of these records. */
    public static MerkleTree of(Suite suite, Iterable<? extends Committed> records) {
        var tree = new MerkleTree(suite);
        records.forEach(it -> tree.add(CanonicalJson.write(it.toJson())));
        return tree;
    }

    public void add(byte[] leaf) {
        addHash(leafHash(digest, leaf));
    }

    /** Adds a leaf of this hash. */
    public void addHash(byte[] leafHash) {
        var leaves = levels.getFirst();
        if ((size + 1) * SIZE > leaves.length) {
            leaves = Arrays.copyOf(leaves, 2 * leaves.length);
        }
        levels.clear();
        levels.add(leaves);
        put(leafHash, leaves, size);
        size++;
    }

    /** Puts another leaf at this place. */
    public void set(int index, byte[] leaf) {
        put(leafHash(digest, leaf), levels.getFirst(), index);
        for (int level = 1, at = index / 2; level < levels.size(); level++, at /= 2) {
            join(level, at);
        }
    }

    /** The head; of an empty list the hash of nothing. */
    public byte[] root() {
        if (size == 0) {
            return digest.digest();
        }
        grow();
        return hash(levels.size() - 1, 0);
    }

    /** What leads from a leaf to the head: the heads beside its way, from below. */
    public List<byte[]> proof(int index) {
        grow();
        var proof = new ArrayList<byte[]>();
        for (int level = 0, at = index; level < levels.size() - 1; level++, at /= 2) {
            if ((at ^ 1) < width(level)) {
                proof.add(hash(level, at ^ 1));
            }
        }
        return proof;
    }

    public static byte[] leafHash(Suite suite, byte[] leaf) {
        return leafHash(suite.digest(), leaf);
    }

    /** The head that a leaf of this hash has at this place by this proof. */
    public static byte[] rootFromProof(
            Suite suite, byte[] leafHash, long index, long size, List<byte[]> proof, Path path) {
        if (index < 0 || index >= size) {
            throw CommitmentRefused.at(path, CommitmentFault.OUT_OF_RANGE, index);
        }
        if (leafHash.length != SIZE || proof.stream().anyMatch(it -> it.length != SIZE)) {
            throw CommitmentRefused.at(path, CommitmentFault.NOT_HEX);
        }
        var digest = suite.digest();
        var hash = leafHash;
        var used = 0;
        var place = index;
        for (var last = size - 1; last > 0; last >>= 1, place >>= 1) {
            var alone = place == last && (place & 1) == 0;
            if (alone) {
                continue;
            }
            if (used == proof.size()) {
                throw CommitmentRefused.at(path, CommitmentFault.MISSING, proof.size());
            }
            var beside = proof.get(used++);
            hash = (place & 1) == 1 ? branch(digest, beside, hash) : branch(digest, hash, beside);
        }
        if (used < proof.size()) {
            throw CommitmentRefused.at(path, CommitmentFault.TOO_MANY, proof.size());
        }
        return hash;
    }

    /** The head over two heads. */
    public static byte[] branch(Suite suite, byte[] left, byte[] right) {
        return branch(suite.digest(), left, right);
    }

    /**
     * Whether a larger list begins with a smaller one, by this proof: RFC 9162 section 2.1.4.2.
     *
     * @param oldRoot the head over the first {@code oldSize} leaves
     */
    public static boolean isConsistent(
            Suite suite,
            long oldSize,
            byte[] oldRoot,
            long newSize,
            byte[] newRoot,
            List<byte[]> proof) {
        if (oldSize < 1 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        var way = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            way.addFirst(oldRoot);
        }
        if (way.isEmpty() || way.stream().anyMatch(it -> it.length != SIZE)) {
            return false;
        }
        var shift = Long.numberOfTrailingZeros(oldSize);
        var old = oldSize - 1 >> shift;
        var last = newSize - 1 >> shift;
        var digest = suite.digest();
        var head = way.getFirst();
        var larger = way.getFirst();
        for (var beside : way.subList(1, way.size())) {
            if (last == 0) {
                return false;
            }
            if ((old & 1) == 1 || old == last) {
                head = branch(digest, beside, head);
                larger = branch(digest, beside, larger);
                while (old != 0 && (old & 1) == 0) {
                    old >>= 1;
                    last >>= 1;
                }
            } else {
                larger = branch(digest, larger, beside);
            }
            old >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(head, oldRoot) && Arrays.equals(larger, newRoot);
    }

    private void grow() {
        while (width(levels.size() - 1) > 1) {
            var level = levels.size();
            levels.add(new byte[width(level) * SIZE]);
            for (var at = 0; at < width(level); at++) {
                join(level, at);
            }
        }
    }

    private int width(int level) {
        return (size + (1 << level) - 1) >>> level;
    }

    /** Makes a hash of the two below it, or of the one. */
    private void join(int level, int at) {
        var left = hash(level - 1, 2 * at);
        var whole = 2 * at + 1 < width(level - 1);
        put(
                whole ? branch(digest, left, hash(level - 1, 2 * at + 1)) : left,
                levels.get(level),
                at);
    }

    private byte[] hash(int level, int at) {
        return Arrays.copyOfRange(levels.get(level), at * SIZE, (at + 1) * SIZE);
    }

    private static void put(byte[] hash, byte[] level, int at) {
        System.arraycopy(hash, 0, level, at * SIZE, SIZE);
    }

    private static byte[] leafHash(MessageDigest digest, byte[] leaf) {
        digest.update((byte) 0);
        return digest.digest(leaf);
    }

    private static byte[] branch(MessageDigest digest, byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }
}
