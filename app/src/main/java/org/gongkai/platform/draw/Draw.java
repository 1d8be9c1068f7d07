package org.gongkai.platform.draw;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.MerkleTree;
import org.gongkai.platform.commitments.Path;
import org.jspecify.annotations.Nullable;

/**
 * One draw (抽取): entities by stratum and quota, the visits in order, a team for each. The same
 * manifest, lists and disclosures give the same draw on every machine, so nothing can be drawn
 * again for a better outcome.
 */
public final class Draw {
    private final DrawManifest manifest;
    private final Directories directories;
    private final Randomness randomness;
    private final Selection selection;
    private final Seating seating;
    private final List<Visit> visits;
    private final MerkleTree tree;
    private final int unfilled;

    private Draw(
            DrawManifest manifest,
            Directories directories,
            Randomness randomness,
            DrawProgress progress) {
        this.manifest = manifest;
        this.directories = directories;
        this.randomness = randomness;
        selection = Selection.of(manifest, directories, randomness, progress);
        seating =
                new Seating(
                        new Corps(directories, randomness), manifest, selection.visits(randomness));
        unfilled = new Staffing(seating, randomness).fillAll(progress);
        var salts = randomness.tickets("salt");
        visits =
                IntStream.range(0, seating.visits())
                        .mapToObj(t -> visit(seating, t, salts))
                        .toList();
        tree = MerkleTree.of(manifest.suite(), visits);
        progress.reached(DrawProgress.Stage.RESULT, visits.size(), visits.size());
    }

    /**
     * Draws.
     *
     * @param disclosures what each source disclosed, by its id: JSON values as {@link
     *     CanonicalJson} reads them
     * @param secret in sealed mode the secret's 64 hexadecimal digits, else null
     * @throws CommitmentRefused if the lists are not those bound, or a source is not what was
     *     announced
     */
    public static Draw of(
            DrawManifest manifest,
            Directories directories,
            Map<String, Object> disclosures,
            @Nullable String secret) {
        return of(manifest, directories, disclosures, secret, DrawProgress.UNSEEN);
    }

    /**
     * Draws, and tells how far it has come. Ends with a {@link
     * java.util.concurrent.CancellationException} soon after the thread was interrupted.
     *
     * @throws CommitmentRefused if the lists are not those bound, or a source is not what was
     *     announced
     */
    public static Draw of(
            DrawManifest manifest,
            Directories directories,
            Map<String, Object> disclosures,
            @Nullable String secret,
            DrawProgress progress) {
        directories.require(manifest, Path.ROOT);
        var entities = directories.entities().size();
        progress.reached(DrawProgress.Stage.LISTS, entities, entities);
        return new Draw(
                manifest, directories, Randomness.of(manifest, disclosures, secret), progress);
    }

    public DrawManifest manifest() {
        return manifest;
    }

    public Directories directories() {
        return directories;
    }

    /** The visits in order, each with its team. */
    public List<Visit> visits() {
        return visits;
    }

    /** The head of the tree of all visits, hexadecimal (结果根). */
    public String root() {
        return HexFormat.of().formatHex(tree.root());
    }

    /** What everything was computed from, hexadecimal. */
    public String prk() {
        return HexFormat.of().formatHex(randomness.prk());
    }

    /** Ids drawn, by stratum, in the order of their tickets. */
    public Map<String, List<String>> selected() {
        return selection.idsDrawn();
    }

    /** Ids that come next, by stratum, in the order of their tickets (候补名单). */
    public Map<String, List<String>> reserve() {
        return selection.idsInReserve();
    }

    /** How many seats stay empty. */
    public int unfilled() {
        return unfilled;
    }

    /**
     * Why nobody sits on this empty seat (人员不足证明).
     *
     * @throws IllegalArgumentException if the seat is not empty
     */
    public Shortage shortage(int t, int j) {
        var seat = seating.seat(t, j);
        var shortage =
                seating.holder(seat) == Seating.NOBODY ? new Repair(seating).shortage(seat) : null;
        if (shortage == null) {
            throw new IllegalArgumentException("Seat " + j + " of visit " + t + " is not empty");
        }
        return shortage;
    }

    /** What leads from a visit's record to the root. */
    public List<String> proof(int t) {
        return tree.proof(t).stream().map(HexFormat.of()::formatHex).toList();
    }

    /**
     * The visits after these amendments, made in turn (调整).
     *
     * @throws CommitmentRefused if one of them cannot be made
     */
    public AmendedDraw amended(List<Amendment> amendments) {
        return AmendedDraw.of(this, amendments, Path.ROOT.at("amendments"));
    }

    /** What a bundle says is to come out. */
    SortedMap<String, Object> expectation() {
        return CanonicalJson.object(
                "manifest_hash", HexFormat.of().formatHex(manifest.hash()),
                "prk", prk(),
                "selected", CanonicalJson.object(selected()),
                "reserve", CanonicalJson.object(reserve()),
                "result", visits.stream().map(Visit::toJson).toList(),
                "result_root", root(),
                "unfilled", unfilled);
    }

    Selection selection() {
        return selection;
    }

    Randomness randomness() {
        return randomness;
    }

    Seating seating() {
        return seating;
    }

    /** A visit as it is staffed now. */
    static Visit visit(Seating seating, int t, Tickets salts) {
        var visited = seating.visited(t);
        var hex = HexFormat.of();
        return new Visit(
                t,
                visited.entity(),
                hex.formatHex(visited.ticket()),
                seating.team(t),
                hex.formatHex(salts.of(visited.entity().id())));
    }
}
