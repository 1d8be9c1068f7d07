package org.gongkai.platform.draw;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Commitment;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;
import org.jspecify.annotations.Nullable;

/**
 * What is frozen and witnessed before the dice fall (抽取清单): the lists by their roots, the quotas,
 * the seats and the sources of randomness by name and time.
 *
 * @param drawId the draw's name
 * @param seq the agency's running number, without gaps
 * @param seats what is asked of the officer on each seat (资格); {@code ""} asks nothing
 * @param officerCap most visits of an officer in this draw
 * @param secretCommit in sealed mode what binds the secret, else null
 */
public record DrawManifest(
        Suite suite,
        String drawId,
        long seq,
        DrawMode mode,
        String title,
        Commitment entities,
        Commitment officers,
        Commitment recusals,
        List<Stratum> strata,
        List<String> seats,
        int officerCap,
        List<Source> sources,
        @Nullable String secretCommit) {
    /** The version of the specification. */
    public static final String SPEC = "vdraw/1";

    /** 《行政处罚法》 (2021) art. 42: at least two officers. */
    static final int FEWEST_SEATS = 2;

    static final int MOST_SEATS = 8;
    static final int MOST_SOURCES = 32;

    private static final List<String> FIELDS =
            List.of(
                    "draw_id",
                    "entities",
                    "mode",
                    "officer_cap",
                    "officers",
                    "recusals",
                    "seats",
                    "secret_commit",
                    "seq",
                    "sources",
                    "spec",
                    "strata",
                    "suite",
                    "title");

    public DrawManifest {
        strata = List.copyOf(strata);
        seats = List.copyOf(seats);
        sources = List.copyOf(sources);
    }

    /**
     * Reads a manifest from its canonical text.
     *
     * @throws CommitmentRefused if no draw can be made by it
     */
    public static DrawManifest read(byte[] text) {
        return of(CanonicalJson.read(text), Path.ROOT);
    }

    static DrawManifest of(Object value, Path path) {
        var fields = Fields.of(value, path, FIELDS);
        if (!fields.text("spec").equals(SPEC)) {
            throw fields.refused("spec", CommitmentFault.NOT_ALLOWED);
        }
        var mode = DrawMode.of(fields, "mode");
        if (mode == DrawMode.OPEN && fields.has("secret_commit")) {
            throw fields.refused("secret_commit", CommitmentFault.UNKNOWN_KEY);
        }
        return new DrawManifest(
                Suite.of(fields, "suite"),
                fields.id("draw_id"),
                fields.number("seq", 0, JsonReader.LARGEST),
                mode,
                fields.text("title"),
                Commitment.of(fields.value("entities"), path.at("entities")),
                Commitment.of(fields.value("officers"), path.at("officers")),
                Commitment.of(fields.value("recusals"), path.at("recusals")),
                strata(fields),
                seats(fields),
                (int) fields.number("officer_cap", 0, Integer.MAX_VALUE),
                sources(fields),
                mode == DrawMode.SEALED ? hash(fields, "secret_commit") : null);
    }

    /** The canonical JSON that the hash is taken of. */
    public SortedMap<String, Object> toJson() {
        var json =
                CanonicalJson.object(
                        "spec", SPEC,
                        "suite", suite.slug(),
                        "draw_id", drawId,
                        "seq", seq,
                        "mode", mode.slug(),
                        "title", title,
                        "entities", entities.toJson(),
                        "officers", officers.toJson(),
                        "recusals", recusals.toJson(),
                        "strata", strata.stream().map(Stratum::toJson).toList(),
                        "seats", seats,
                        "officer_cap", officerCap,
                        "sources", sources.stream().map(Source::toJson).toList());
        if (secretCommit != null) {
            json.put("secret_commit", secretCommit);
        }
        return json;
    }

    /** The manifest hash (清单哈希), which the log and the newspaper print. */
    public byte[] hash() {
        return suite.tagged("vdraw/1/manifest", CanonicalJson.write(toJson()));
    }

    /** What binds a secret of 32 bytes to this draw. */
    public static byte[] commitSecret(Suite suite, String drawId, byte[] secret) {
        return suite.tagged("vdraw/1/secret", drawId.getBytes(StandardCharsets.UTF_8), secret);
    }

    private static List<Stratum> strata(Fields fields) {
        var list = fields.list("strata");
        var path = fields.path().at("strata");
        var seen = new HashSet<String>();
        return IntStream.range(0, list.size())
                .mapToObj(at -> Stratum.of(list.get(at), path.at(at)))
                .peek(it -> requireNew(it.id(), seen, path))
                .toList();
    }

    private static List<String> seats(Fields fields) {
        var seats = fields.texts("seats");
        if (seats.size() < FEWEST_SEATS) {
            throw CommitmentRefused.at(
                    fields.path().at("seats"), DrawFault.TOO_FEW_SEATS, seats.size());
        }
        if (seats.size() > MOST_SEATS) {
            throw CommitmentRefused.at(
                    fields.path().at("seats"), CommitmentFault.TOO_MANY, MOST_SEATS);
        }
        return seats;
    }

    private static List<Source> sources(Fields fields) {
        var list = fields.list("sources");
        var path = fields.path().at("sources");
        if (list.size() > MOST_SOURCES) {
            throw CommitmentRefused.at(path, CommitmentFault.TOO_MANY, MOST_SOURCES);
        }
        var seen = new HashSet<String>();
        var sources =
                IntStream.range(0, list.size())
                        .mapToObj(at -> Source.of(list.get(at), path.at(at)))
                        .peek(it -> requireNew(it.id(), seen, path))
                        .toList();
        if (sources.stream().noneMatch(Source::isPublic)) {
            throw CommitmentRefused.at(path, DrawFault.NO_PUBLIC_SOURCE);
        }
        return sources;
    }

    private static void requireNew(String id, HashSet<String> seen, Path path) {
        if (!seen.add(id)) {
            throw CommitmentRefused.at(path, DrawFault.REPEATED, id);
        }
    }

    private static String hash(Fields fields, String key) {
        fields.hex(key, 32);
        return fields.text(key);
    }
}
