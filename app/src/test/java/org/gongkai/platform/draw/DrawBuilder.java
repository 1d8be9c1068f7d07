package org.gongkai.platform.draw;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CanonicalText;
import org.gongkai.platform.commitments.Commitment;
import org.gongkai.platform.commitments.Suite;
import org.jspecify.annotations.Nullable;

/** Puts a draw together, with what a test does not speak of chosen for it. */
final class DrawBuilder {
    private static final String SECRET = "5ec7e7".repeat(10) + "abcd";

    private Suite suite = Suite.SHA256;
    private DrawMode mode = DrawMode.OPEN;
    private int officerCap = 1000;
    private List<String> seats = List.of("", "");
    private final List<Stratum> strata = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private final List<Officer> officers = new ArrayList<>();
    private final List<Recusal> recusals = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Object> disclosures = new HashMap<>();

    DrawBuilder() {
        numbers(1, 2, 3);
    }

    DrawBuilder suite(Suite with) {
        suite = with;
        return this;
    }

    DrawBuilder sealed() {
        mode = DrawMode.SEALED;
        return this;
    }

    DrawBuilder seats(String... tags) {
        seats = List.of(tags);
        return this;
    }

    DrawBuilder cap(int cap) {
        officerCap = cap;
        return this;
    }

    /** The numbers drawn in public: another seed for each test or round. */
    DrawBuilder numbers(long... drawn) {
        sources.clear();
        disclosures.clear();
        sources.add(
                new NumbersSource(
                        "号码",
                        "试验",
                        "1",
                        "2021-11-26T21:15:00+08:00",
                        List.of(
                                new NumbersSource.Group(
                                        drawn.length, 0, Integer.MAX_VALUE, true))));
        disclosures.put(
                "号码",
                CanonicalJson.object(
                        "groups",
                        List.of(Arrays.stream(drawn).boxed().map(Object.class::cast).toList())));
        return this;
    }

    DrawBuilder source(Source source, Object disclosure) {
        sources.add(source);
        disclosures.put(source.id(), disclosure);
        return this;
    }

    /** A witness with a nonce made of this byte, who opens it or is absent. */
    DrawBuilder witness(String id, int nonce, boolean opens) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) nonce);
        var commit = Vectors.hex(RevealSource.commit(suite, drawId(), id, bytes));
        return source(
                new RevealSource(id, commit),
                opens
                        ? CanonicalJson.object("nonce", Vectors.hex(bytes))
                        : CanonicalJson.object("absent", true));
    }

    DrawBuilder stratum(String id, Quota quota) {
        strata.add(new Stratum(id, quota));
        return this;
    }

    DrawBuilder draws(int n) {
        return stratum("一般", new Quota.Count(n));
    }

    DrawBuilder entity(String id) {
        return entity(id, "一般", null, null);
    }

    DrawBuilder entity(String id, String stratum, @Nullable Integer weight, @Nullable String need) {
        entities.add(new Entity(id, stratum, weight, need));
        return this;
    }

    DrawBuilder entities(int count) {
        for (var at = 0; at < count; at++) {
            entity("企业%04d".formatted(at));
        }
        return this;
    }

    DrawBuilder officer(String id, String... tags) {
        return officer(new Officer(id, List.of(tags), null, null));
    }

    DrawBuilder officer(Officer officer) {
        officers.add(officer);
        return this;
    }

    DrawBuilder officers(int count) {
        for (var at = 0; at < count; at++) {
            officer(new Officer("人员%03d".formatted(at), null, null, null));
        }
        return this;
    }

    DrawBuilder recusal(String entity, String officer) {
        recusals.add(new Recusal(entity, officer));
        return this;
    }

    DrawManifest manifest() {
        return manifest(directories());
    }

    Directories directories() {
        return new Directories(
                sorted(entities, Comparator.comparing(Entity::id, CanonicalText.BY_BYTES)),
                sorted(officers, Comparator.comparing(Officer::id, CanonicalText.BY_BYTES)),
                sorted(
                        recusals,
                        Comparator.comparing(Recusal::e, CanonicalText.BY_BYTES)
                                .thenComparing(Recusal::o, CanonicalText.BY_BYTES)));
    }

    Draw draw() {
        var directories = directories();
        return Draw.of(manifest(directories), directories, disclosures, secret());
    }

    DrawBundle bundle(Amendment... amendments) {
        return DrawBundle.of(draw(), disclosures, secret(), List.of(amendments));
    }

    static byte[] text(DrawBundle bundle) {
        var text = new ByteArrayOutputStream();
        bundle.write(text);
        return text.toByteArray();
    }

    private DrawManifest manifest(Directories directories) {
        return new DrawManifest(
                suite,
                drawId(),
                7,
                mode,
                "试验",
                Commitment.to(suite, directories.entities()),
                Commitment.to(suite, directories.officers()),
                Commitment.to(suite, directories.recusals()),
                strata,
                seats,
                officerCap,
                sources,
                mode == DrawMode.SEALED
                        ? Vectors.hex(
                                DrawManifest.commitSecret(suite, drawId(), Vectors.hex(SECRET)))
                        : null);
    }

    private String drawId() {
        return "试验/7";
    }

    private @Nullable String secret() {
        return mode == DrawMode.SEALED ? SECRET : null;
    }

    private static <T> List<T> sorted(List<T> records, Comparator<T> order) {
        return records.stream().sorted(order).toList();
    }
}
