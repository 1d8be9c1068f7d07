package org.gongkai.platform.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Difference;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to compute a draw again, and what has to come out (公开数据包, {@code
 * bundle.json}).
 *
 * @param disclosures what each source disclosed, by its id
 * @param secret in sealed mode the secret that was revealed, else null
 * @param amendments changes after the draw
 * @param expect what is said to have come out
 */
public record DrawBundle(
        DrawManifest manifest,
        Directories directories,
        Map<String, Object> disclosures,
        @Nullable String secret,
        List<Amendment> amendments,
        Map<String, Object> expect) {
    private static final List<String> ALWAYS =
            List.of(
                    "manifest_hash",
                    "prk",
                    "selected",
                    "reserve",
                    "result",
                    "result_root",
                    "unfilled");

    /** The bundle that publishes this draw. */
    public static DrawBundle of(
            Draw draw,
            Map<String, Object> disclosures,
            @Nullable String secret,
            List<Amendment> amendments) {
        return new DrawBundle(
                draw.manifest(),
                draw.directories(),
                disclosures,
                secret,
                amendments,
                published(draw, amendments));
    }

    /**
     * Reads a bundle.
     *
     * @throws CommitmentRefused if it is no bundle
     */
    public static DrawBundle read(byte[] text) {
        return new Reading(new JsonReader(text)).bundle();
    }

    /** Draws again, by what the bundle says. */
    public Draw draw() {
        return Draw.of(manifest, directories, disclosures, secret);
    }

    /**
     * Draws again and compares.
     *
     * @throws CommitmentRefused at the first thing that does not hold
     */
    public Draw requireTrue() {
        var draw = draw();
        requireOutcome(draw);
        return draw;
    }

    /** Compares what is said to have come out with this draw of the same bundle. */
    void requireOutcome(Draw draw) {
        var path = Path.ROOT.at("expect");
        var outcome = outcome(draw, amendments);
        for (var key : ALWAYS) {
            requireSame(key, outcome, path);
        }
        if (!amendments.isEmpty() || expect.containsKey("amended")) {
            requireSame("amended", outcome, path);
        }
        if (!amendments.isEmpty() || expect.containsKey("amended_roots")) {
            requireSame("amended_roots", outcome, path);
        }
    }

    /** Writes the bundle, record by record. */
    public void write(OutputStream to) {
        var writing = new Writing(to);
        writing.put("{\"manifest\":" + CanonicalJson.text(manifest.toJson()));
        writing.records("entities", directories.entities());
        writing.records("officers", directories.officers());
        writing.records("recusals", directories.recusals());
        writing.put(",\n\"disclosures\":" + CanonicalJson.text(disclosures));
        if (secret != null) {
            writing.put(",\n\"secret\":" + CanonicalJson.text(secret));
        }
        if (!amendments.isEmpty()) {
            var all = amendments.stream().map(Amendment::toJson).toList();
            writing.put(",\n\"amendments\":" + CanonicalJson.text(all));
        }
        writing.put(",\n\"expect\":" + CanonicalJson.text(expect) + "}\n");
    }

    private void requireSame(String key, Map<String, Object> outcome, Path path) {
        var said = expect.get(key);
        var computed = outcome.get(key);
        if (said == null || computed == null) {
            throw CommitmentRefused.at(path.at(key), CommitmentFault.MISSING);
        }
        Difference.require(said, computed, path.at(key));
    }

    private static Map<String, Object> published(Draw draw, List<Amendment> amendments) {
        return amendments.isEmpty() ? draw.expectation() : outcome(draw, amendments);
    }

    private static Map<String, Object> outcome(Draw draw, List<Amendment> amendments) {
        var outcome = draw.expectation();
        var amended = draw.amended(amendments);
        outcome.put("amended", amended.visits().stream().map(Visit::toJson).toList());
        outcome.put("amended_roots", amended.roots());
        return outcome;
    }

    /** Reads key by key, records one at a time. */
    private static final class Reading {
        private final JsonReader json;
        private final List<Entity> entities = new ArrayList<>();
        private final List<Officer> officers = new ArrayList<>();
        private final List<Recusal> recusals = new ArrayList<>();
        private final Map<String, Object> rest = CanonicalJson.object();

        Reading(JsonReader json) {
            this.json = json;
        }

        DrawBundle bundle() {
            json.object(Path.ROOT, this::take);
            json.end();
            var fields = new Fields(rest, Path.ROOT);
            return new DrawBundle(
                    DrawManifest.of(fields.value("manifest"), Path.ROOT.at("manifest")),
                    new Directories(
                            required("entities", entities),
                            required("officers", officers),
                            required("recusals", recusals)),
                    Fields.any(fields.value("disclosures"), Path.ROOT.at("disclosures")).values(),
                    fields.textIfAny("secret"),
                    fields.has("amendments")
                            ? Amendment.all(fields.list("amendments"), Path.ROOT.at("amendments"))
                            : List.of(),
                    expect(fields.value("expect")));
        }

        private void take(String key, Path path) {
            switch (key) {
                case "entities" ->
                        json.array(path, (it, at) -> entities.add(Entity.of(json.value(at), at)));
                case "officers" ->
                        json.array(path, (it, at) -> officers.add(Officer.of(json.value(at), at)));
                case "recusals" ->
                        json.array(path, (it, at) -> recusals.add(Recusal.of(json.value(at), at)));
                case "manifest", "disclosures", "secret", "amendments", "expect" -> {
                    rest.put(key, json.value(path));
                    return;
                }
                default -> throw CommitmentRefused.at(path, CommitmentFault.UNKNOWN_KEY, key);
            }
            rest.put(key, true);
        }

        private <T> List<T> required(String key, List<T> records) {
            if (!rest.containsKey(key)) {
                throw CommitmentRefused.at(Path.ROOT.at(key), CommitmentFault.MISSING);
            }
            return records;
        }

        private static Map<String, Object> expect(Object value) {
            var known = new ArrayList<>(ALWAYS);
            known.add("amended");
            known.add("amended_roots");
            return Fields.of(value, Path.ROOT.at("expect"), known).values();
        }
    }

    private record Writing(OutputStream to) {

        void put(String text) {
            try {
                to.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void records(String key, List<? extends DrawRecord> records) {
            put(",\n\"" + key + "\":[");
            var separator = "\n";
            for (var each : records) {
                put(separator + CanonicalJson.text(each.toJson()));
                separator = ",\n";
            }
            put("]");
        }
    }
}
