package org.gongkai.platform.transparencylog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Suite;

/**
 * The tree over the leaves, read from tiles (瓦片上的默克尔树): its head at any size and the two proofs of
 * RFC 9162 section 2.1, in as many tiles as the proof has levels.
 */
final class TileTree {
    private static final int LEVELS = 8;

    private final Source source;
    private final Map<List<Long>, byte[]> tiles = new HashMap<>();

    TileTree(Source source) {
        this.source = source;
    }

    /** Where tiles come from. */
    @FunctionalInterface
    interface Source {
        /** The hashes of a tile, side by side. */
        byte[] read(int level, long n);
    }

    /** The head over the first {@code size} leaves. */
    byte[] root(long size) {
        return size == 0 ? Suite.SHA256.hash(new byte[0]) : range(0, size);
    }

    /** What leads from a leaf to the head over the first {@code size}, from below. */
    List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " in " + size);
        }
        var way = new ArrayList<byte[]>();
        path(index, 0, size, way);
        return way;
    }

    /** What shows that the first {@code size} leaves begin with the first {@code old}. */
    List<byte[]> consistency(long old, long size) {
        if (old < 0 || old > size) {
            throw new IllegalArgumentException("Nothing of " + size + " has " + old);
        }
        var way = new ArrayList<byte[]>();
        if (old > 0) {
            grown(old, 0, size, true, way);
        }
        return way;
    }

    private void path(long index, long begin, long end, List<byte[]> way) {
        if (end - begin == 1) {
            return;
        }
        var middle = begin + half(end - begin);
        if (index < middle) {
            path(index, begin, middle, way);
            way.add(range(middle, end));
        } else {
            path(index, middle, end, way);
            way.add(range(begin, middle));
        }
    }

    private void grown(long old, long begin, long end, boolean known, List<byte[]> way) {
        if (old == end) {
            if (!known) {
                way.add(range(begin, end));
            }
            return;
        }
        var middle = begin + half(end - begin);
        if (old <= middle) {
            grown(old, begin, middle, known, way);
            way.add(range(middle, end));
        } else {
            grown(old, middle, end, false, way);
            way.add(range(begin, middle));
        }
    }

    /**
     * The head over leaves {@code begin} to {@code end}, of which the first is a multiple of 2^k.
     */
    private byte[] range(long begin, long end) {
        var size = end - begin;
        if (Long.bitCount(size) == 1) {
            return whole(Long.numberOfTrailingZeros(size), begin / size);
        }
        var middle = begin + half(size);
        return MerkleTree.branch(Suite.SHA256, range(begin, middle), range(middle, end));
    }

    /** The head over the leaves from {@code index * 2^height} on, so many as 2^height. */
    private byte[] whole(int height, long index) {
        var level = height / LEVELS;
        var width = 1L << height % LEVELS;
        var first = index * width;
        var tile = tile(level, first / Tiles.WIDTH);
        var from = (int) (first % Tiles.WIDTH) * Tiles.HASH;
        var to = from + (int) width * Tiles.HASH;
        if (tile.length < to) {
            throw new IllegalStateException(
                    "Tile %d/%d is cut short".formatted(level, first / Tiles.WIDTH));
        }
        return Tiles.head(Arrays.copyOfRange(tile, from, to));
    }

    private byte[] tile(int level, long n) {
        return tiles.computeIfAbsent(List.of((long) level, n), it -> source.read(level, n));
    }

    /** The largest power of two below a size. */
    private static long half(long size) {
        return Long.highestOneBit(size - 1);
    }
}
