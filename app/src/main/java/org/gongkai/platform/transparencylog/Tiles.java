package org.gongkai.platform.transparencylog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Suite;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The hashes of the tree in tiles (哈希瓦片), c2sp.org/tlog-tiles: tile {@code n} of a level holds 256
 * hashes side by side; a full one's head is a hash of the level above.
 */
@Repository
class Tiles {
    /** Hashes in a full tile. */
    static final int WIDTH = 256;

    static final int HASH = 32;

    private final JdbcClient database;

    Tiles(JdbcClient database) {
        this.database = database;
    }

    private record Place(int level, long n) {}

    /** The hashes of a tile, side by side; empty if there are none yet. */
    byte[] read(int level, long n) {
        return database.sql("SELECT hashes FROM log_tile WHERE level = ? AND n = ?")
                .params(level, n)
                .query((row, at) -> row.getBytes(1))
                .optional()
                .orElseGet(() -> new byte[0]);
    }

    /** The stored tree. */
    TileTree tree() {
        return new TileTree(this::read);
    }

    /** Adds hashes of leaves behind the first {@code size}. */
    void add(long size, List<byte[]> leafHashes) {
        Map<Place, byte[]> changed = new LinkedHashMap<>();
        var index = size;
        for (var each : leafHashes) {
            add(0, index++, each, changed);
        }
        changed.forEach(
                (place, hashes) ->
                        database.sql(
                                        "INSERT INTO log_tile (level, n, hashes) VALUES (?, ?, ?)"
                                                + " ON CONFLICT (level, n) DO UPDATE SET hashes ="
                                                + " excluded.hashes")
                                .params(place.level(), place.n(), hashes)
                                .update());
    }

    private void add(int level, long index, byte[] hash, Map<Place, byte[]> changed) {
        var place = new Place(level, index / WIDTH);
        var before = changed.getOrDefault(place, null);
        if (before == null) {
            before = read(level, place.n());
        }
        var at = (int) (index % WIDTH) * HASH;
        if (before.length != at) {
            throw new IllegalStateException(
                    "Tile %d/%d has %d bytes where %d are wanted"
                            .formatted(level, place.n(), before.length, at));
        }
        var hashes = Arrays.copyOf(before, at + HASH);
        System.arraycopy(hash, 0, hashes, at, HASH);
        changed.put(place, hashes);
        if (hashes.length == WIDTH * HASH) {
            add(level + 1, place.n(), head(hashes), changed);
        }
    }

    /** The head over all hashes of a tile. */
    static byte[] head(byte[] hashes) {
        var tree = new MerkleTree(Suite.SHA256);
        for (var at = 0; at < hashes.length; at += HASH) {
            tree.addHash(Arrays.copyOfRange(hashes, at, at + HASH));
        }
        return tree.root();
    }
}
