package org.gongkai.verifier.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Suite;

/**
 * A copy of the whole log on disk (日志全本): {@code checkpoint}, {@code tile/<L>/<N>} and {@code
 * tile/entries/<N>}, as c2sp.org/tlog-tiles lays them out; replayed leaf by leaf.
 */
public final class LogFolder {
    private static final int WIDTH = 256;

    private final Path folder;
    private final Checkpoint checkpoint;

    private LogFolder(Path folder, Checkpoint checkpoint) {
        this.folder = folder;
        this.checkpoint = checkpoint;
    }

    /** Opens a folder; nothing of it is checked yet. */
    public static LogFolder open(Path folder) {
        return new LogFolder(
                folder,
                Checkpoint.read(
                        new String(read(folder.resolve("checkpoint")), StandardCharsets.UTF_8)));
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /**
     * Reads every leaf, grows the tree again, and holds tiles and root against it.
     *
     * @param older checkpoints seen before: each must be a beginning of this log
     * @return the leaves, in order
     */
    List<Leaf> replay(List<Checkpoint> older) {
        var tree = new MerkleTree(Suite.SHA256);
        var leaves = new ArrayList<Leaf>();
        for (Checkpoint each : older) {
            requireSameLog(each);
        }
        List<byte[]> hashes = new ArrayList<>();
        for (long n = 0; n * WIDTH < checkpoint.size(); n++) {
            int width = (int) Math.min(WIDTH, checkpoint.size() - n * WIDTH);
            for (byte[] each : entries(n, width)) {
                leaves.add(leaf(each, leaves.size()));
                byte[] hash = MerkleTree.leafHash(Suite.SHA256, each);
                hashes.add(hash);
                tree.addHash(hash);
                older.forEach(it -> requireSameRoot(it, tree));
            }
        }
        requireSameRoot(checkpoint, tree);
        checkTiles(hashes);
        return leaves;
    }

    private void requireSameLog(Checkpoint each) {
        if (!each.origin().equals(checkpoint.origin()) || each.size() > checkpoint.size()) {
            throw Refusal.forged(
                    "",
                    "旧检查点属于另一日志，或比现在的大",
                    "an older checkpoint of another log, or of a larger one");
        }
    }

    private static void requireSameRoot(Checkpoint checkpoint, MerkleTree tree) {
        if (checkpoint.size() == tree.size() && !Arrays.equals(checkpoint.root(), tree.root())) {
            throw Refusal.forged(
                    "",
                    "前 " + tree.size() + " 条的根与检查点不符：日志被改写",
                    "the root over the first "
                            + tree.size()
                            + " leaves is not that of the checkpoint: the log was rewritten");
        }
    }

    private static Leaf leaf(byte[] bytes, int index) {
        try {
            return Leaf.read(bytes);
        } catch (Refusal refusal) {
            throw refusal.at("/" + index);
        }
    }

    private List<byte[]> entries(long n, int width) {
        byte[] bundle = tile("entries", n, width);
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (entries.size() < width && at + 2 <= bundle.length) {
            int length = (bundle[at] & 0xff) << 8 | (bundle[at + 1] & 0xff);
            at += 2;
            if (at + length > bundle.length) {
                break;
            }
            entries.add(Arrays.copyOfRange(bundle, at, at + length));
            at += length;
        }
        if (entries.size() < width) {
            throw Refusal.malformed("", "日志条目文件不完整", "bundle " + n + " of entries is cut short");
        }
        return entries;
    }

    /**
     * Each tile that is there must hold the hashes of the level below; a missing one is no fault of
     * a copy.
     */
    private void checkTiles(List<byte[]> leafHashes) {
        List<byte[]> hashes = leafHashes;
        for (int level = 0; !hashes.isEmpty(); level++) {
            var above = new ArrayList<byte[]>();
            for (int n = 0; n * WIDTH < hashes.size(); n++) {
                List<byte[]> tile =
                        hashes.subList(n * WIDTH, Math.min(hashes.size(), (n + 1) * WIDTH));
                checkTile(level, n, tile);
                if (tile.size() == WIDTH) {
                    var full = new MerkleTree(Suite.SHA256);
                    tile.forEach(full::addHash);
                    above.add(full.root());
                }
            }
            hashes = above;
        }
    }

    private void checkTile(int level, int n, List<byte[]> hashes) {
        var expected = new ByteArrayOutputStream();
        hashes.forEach(expected::writeBytes);
        byte[] actual = tile(Integer.toString(level), n, hashes.size());
        if (!Arrays.equals(
                expected.toByteArray(), Arrays.copyOf(actual, Suite.LENGTH * hashes.size()))) {
            throw Refusal.forged(
                    "",
                    "哈希文件 tile/" + level + "/" + n + " 与条目不符",
                    "tile " + level + "/" + n + " does not hold the hashes of its leaves");
        }
    }

    private byte[] tile(String level, long n, int width) {
        Path full = folder.resolve("tile").resolve(level);
        String digits = String.format("%03d", n);
        while (digits.length() % 3 != 0) {
            digits = "0" + digits;
        }
        for (int i = 0; i < digits.length() - 3; i += 3) {
            full = full.resolve("x" + digits.substring(i, i + 3));
        }
        String last = digits.substring(digits.length() - 3);
        Path partial = full.resolve(last + ".p").resolve(Integer.toString(width));
        return read(width < WIDTH && Files.exists(partial) ? partial : full.resolve(last));
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw Refusal.unreadable("读不到文件 " + file, "cannot read " + file);
        }
    }
}
