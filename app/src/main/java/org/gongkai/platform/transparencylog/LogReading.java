package org.gongkai.platform.transparencylog;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.platform.pagecache.PageSources;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What anybody may read of the log (公开读取): heads, tiles, entries and proofs, as c2sp.org/tlog-tiles
 * and tlog-proof write them. Nothing beyond the newest signed head is shown.
 */
@Service
@Transactional(readOnly = true)
public class LogReading {
    /** What pages that show what witnesses have seen are made from. */
    static final String WITNESSED = "transparency-log/witnessed";

    private final LogEntries entries;
    private final Tiles tiles;
    private final Checkpoints checkpoints;
    private final Witnesses witnesses;
    private final Witnessing witnessing;
    private final LogKeys keys;

    LogReading(
            LogEntries entries,
            Tiles tiles,
            Checkpoints checkpoints,
            Witnesses witnesses,
            Witnessing witnessing,
            LogKeys keys) {
        this.entries = entries;
        this.tiles = tiles;
        this.checkpoints = checkpoints;
        this.witnesses = witnesses;
        this.witnessing = witnessing;
        this.keys = keys;
    }

    /**
     * The log as it stands (日志概况).
     *
     * @param keys of the log, {@code name+id+base64}, Ed25519 first
     * @param size how many leaves are under the newest signed head
     * @param root that head, 64 hexadecimal digits
     * @param witnesses who is asked to confirm
     * @param quorum how many of them make a head confirmed
     * @param confirmed the largest confirmed head; null if there is none
     */
    public record Standing(
            String origin,
            List<String> keys,
            long size,
            String root,
            Instant signedAt,
            String checkpoint,
            List<Witness> witnesses,
            int quorum,
            @Nullable Confirmed confirmed) {}

    /**
     * A head that enough witnesses have seen (已见证).
     *
     * @param at the quorum-th smallest of their times
     */
    public record Confirmed(long size, Instant at) {}

    /** The log as it stands; empty before its first signed head. */
    public Optional<Standing> standing() {
        return checkpoints
                .newest()
                .map(
                        head ->
                                new Standing(
                                        keys.origin(),
                                        keys.all().stream().map(NoteKey::text).toList(),
                                        head.size(),
                                        head.rootInHex(),
                                        head.signedAt(),
                                        note(head),
                                        witnesses.all(),
                                        witnesses.quorum(),
                                        confirmed().orElse(null)));
    }

    /** The newest signed head with the lines of its witnesses; empty before the first. */
    public Optional<String> checkpoint() {
        return checkpoints.newest().map(this::note);
    }

    /** How many leaves are under a signed head. */
    public long size() {
        return checkpoints.size();
    }

    /** The entry at this place, once it is under a signed head. */
    public Optional<Logged> entry(long index) {
        return index < checkpoints.size() ? entries.at(index) : Optional.empty();
    }

    /** Entries below a place, the last first, as far as they are under a signed head. */
    public List<Logged> before(long index, int limit) {
        return entries.before(Math.min(index, checkpoints.size()), limit);
    }

    /**
     * A tile of hashes.
     *
     * @param width how many hashes are wanted, 1 to 256
     */
    public Optional<byte[]> tile(int level, long n, int width) {
        var there = level > 7 ? 0 : checkpoints.size() >> 8 * level;
        return covers(there, n, width)
                ? Optional.of(Arrays.copyOf(tiles.read(level, n), width * Tiles.HASH))
                : Optional.empty();
    }

    /** A bundle of leaves, each with its length in two bytes before it. */
    public Optional<byte[]> bundle(long n, int width) {
        if (!covers(checkpoints.size(), n, width)) {
            return Optional.empty();
        }
        var bundle = new ByteArrayOutputStream();
        for (var leaf : entries.leaves(n * Tiles.WIDTH, n * Tiles.WIDTH + width)) {
            bundle.write(leaf.length >> 8);
            bundle.write(leaf.length);
            bundle.writeBytes(leaf);
        }
        return Optional.of(bundle.toByteArray());
    }

    /** What leads from a leaf to the head of this size, hexadecimal, from below. */
    public Optional<List<String>> inclusion(long index, long size) {
        return index < 0 || index >= size || size > checkpoints.size()
                ? Optional.empty()
                : Optional.of(hex(tiles.tree().inclusion(index, size)));
    }

    /** What shows that a head begins with an older one, hexadecimal. */
    public Optional<List<String>> consistency(long old, long size) {
        return old < 0 || old > size || size > checkpoints.size()
                ? Optional.empty()
                : Optional.of(hex(tiles.tree().consistency(old, size)));
    }

    /**
     * The receipt of a leaf (收据), c2sp.org/tlog-proof: under the first head that enough witnesses
     * have seen, else under the first that covers it; empty until there is one.
     */
    public Optional<String> receipt(long index) {
        return covering(index).map(it -> receipt(index, it, null));
    }

    /**
     * The receipt with what opens the leaf's commitment, for the one whom it concerns; as {@link
     * #receipt} where there is nothing to open, or nothing any more.
     */
    public Optional<String> receiptWithOpening(long index) {
        return covering(index).map(it -> receipt(index, it, entries.opening(index).orElse(null)));
    }

    /**
     * When enough witnesses had seen this leaf (见证时间); empty until they have. A kept page that
     * shows it is made anew when witnesses have answered, or others are asked.
     */
    public Optional<Instant> witnessedAt(long index) {
        PageSources.note(WITNESSED);
        return witnesses
                .firstSeenByEnough(index, witnesses.quorum())
                .flatMap(witnessing::witnessedAt);
    }

    private Optional<SignedHead> covering(long index) {
        return index < 0
                ? Optional.empty()
                : witnesses
                        .firstSeenByEnough(index, witnesses.quorum())
                        .flatMap(checkpoints::ofSize)
                        .or(() -> checkpoints.covering(index));
    }

    private String receipt(long index, SignedHead head, byte @Nullable [] extra) {
        var receipt = new StringBuilder("c2sp.org/tlog-proof@v1\n");
        if (extra != null) {
            receipt.append("extra ").append(Base64Text.write(extra)).append('\n');
        }
        receipt.append("index ").append(index).append('\n');
        for (var hash : tiles.tree().inclusion(index, head.size())) {
            receipt.append(Base64Text.write(hash)).append('\n');
        }
        return receipt.append('\n').append(note(head)).toString();
    }

    private Optional<Confirmed> confirmed() {
        return witnesses
                .lastSeenByEnough(witnesses.quorum())
                .flatMap(size -> witnessing.witnessedAt(size).map(at -> new Confirmed(size, at)));
    }

    private String note(SignedHead head) {
        return head.note()
                + witnesses.under(head.size()).stream()
                        .map(Witnesses.Cosigned::line)
                        .collect(Collectors.joining());
    }

    /** Whether so many of a tile's places are filled under the signed head. */
    private static boolean covers(long there, long n, int width) {
        return n >= 0
                && n <= there / Tiles.WIDTH
                && width > 0
                && width <= Math.min(Tiles.WIDTH, there - n * Tiles.WIDTH);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(HexFormat.of()::formatHex).toList();
    }
}
