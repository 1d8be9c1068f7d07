package org.gongkai.verifier.hash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.Digest;

/**
 * A tree of hashes that grows leaf by leaf (默克尔树), RFC 6962 section 2.1: MTH over {@code 00 leaf}
 * and {@code 01 left right}; and its two proofs.
 */
public final class MerkleTree {
    private final Digest digest;

    /** The heads of the full subtrees, the largest first; their sizes are the bits of the size. */
    private final List<byte[]> heads = new ArrayList<>();

    private long size;

    /** An empty tree. */
    public MerkleTree(Suite suite) {
        this.digest = suite.digest();
    }

    /** Adds a leaf. */
    public void add(byte[] leaf) {
        addHash(leafHash(leaf));
    }

    /** Adds a leaf of this hash. */
    public void addHash(byte[] leafHash) {
        byte[] head = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            head = node(heads.remove(heads.size() - 1), head);
        }
        heads.add(head);
        size++;
    }

    /** How many leaves it has. */
    public long size() {
        return size;
    }

    /** The head of the tree. */
    public byte[] root() {
        if (heads.isEmpty()) {
            return finish();
        }
        byte[] root = heads.get(heads.size() - 1);
        for (int i = heads.size() - 2; i >= 0; i--) {
            root = node(heads.get(i), root);
        }
        return root;
    }

    /** The head of the tree over these leaves. */
    public static byte[] root(Suite suite, Iterable<byte[]> leaves) {
        var tree = new MerkleTree(suite);
        leaves.forEach(tree::add);
        return tree.root();
    }

    /** The hash of a leaf. */
    public static byte[] leafHash(Suite suite, byte[] leaf) {
        return new MerkleTree(suite).leafHash(leaf);
    }

    private byte[] leafHash(byte[] leaf) {
        digest.update((byte) 0);
        digest.update(leaf, 0, leaf.length);
        return finish();
    }

    private byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left, 0, left.length);
        digest.update(right, 0, right.length);
        return finish();
    }

    private byte[] finish() {
        byte[] hash = new byte[Suite.LENGTH];
        digest.doFinal(hash, 0);
        return hash;
    }

    /**
     * The head that follows from an inclusion proof (RFC 9162, section 2.1.3.2).
     *
     * @return the head, or null if a proof of this length cannot belong to this leaf of this tree
     */
    public static byte @org.jspecify.annotations.Nullable [] rootByInclusion(
            Suite suite, long index, long size, byte[] leafHash, List<byte[]> proof) {
        if (index < 0
                || index >= size
                || leafHash.length != Suite.LENGTH
                || areOfWrongLength(proof)) {
            return null;
        }
        var tree = new MerkleTree(suite);
        long fn = index;
        long sn = size - 1;
        byte[] r = leafHash;
        for (byte[] p : proof) {
            if (sn == 0) {
                return null;
            }
            if ((fn & 1) == 1 || fn == sn) {
                r = tree.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = tree.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? r : null;
    }

    /**
     * Whether the smaller tree is the beginning of the larger (RFC 9162, section 2.1.4.2). Of an
     * empty tree nothing can be proved.
     */
    public static boolean isConsistent(
            Suite suite,
            long oldSize,
            byte[] oldRoot,
            long newSize,
            byte[] newRoot,
            List<byte[]> proof) {
        if (oldSize < 1 || oldSize > newSize || areOfWrongLength(proof)) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        var tree = new MerkleTree(suite);
        long fn = oldSize - 1;
        long sn = newSize - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        // A tree of 2^k leaves is a node of the larger tree: the proof begins with itself, unsaid.
        List<byte[]> path = new ArrayList<>(proof);
        if (Long.bitCount(oldSize) == 1) {
            path.add(0, oldRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        byte[] fr = path.get(0);
        byte[] sr = path.get(0);
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = tree.node(c, fr);
                sr = tree.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = tree.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, oldRoot) && Arrays.equals(sr, newRoot);
    }

    private static boolean areOfWrongLength(List<byte[]> proof) {
        return proof.stream().anyMatch(it -> it.length != Suite.LENGTH);
    }
}
