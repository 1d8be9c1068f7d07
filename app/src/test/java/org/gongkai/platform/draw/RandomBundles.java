package org.gongkai.platform.draw;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.JsonReader;

/** Bundles of random draws, the same for the same seed; every other one with one change in it. */
final class RandomBundles {
    private final RandomDraws draws;
    private final Random random;

    private RandomBundles(RandomDraws draws, Random random) {
        this.draws = draws;
        this.random = random;
    }

    /** So many bundles; one seed in ten makes larger ones. */
    static Stream<byte[]> of(int count, int seed) {
        var draws = seed % 10 == 0 ? new RandomDraws(seed, 120, 24) : new RandomDraws(seed);
        var bundles = new RandomBundles(draws, new Random(seed));
        return IntStream.range(0, count)
                .mapToObj(it -> it % 2 == 0 ? bundles.bundle() : bundles.changed());
    }

    private byte[] bundle() {
        var builder = draws.next();
        var amendments = draws.amendments(builder.draw());
        return DrawBuilder.text(builder.bundle(amendments.toArray(Amendment[]::new)));
    }

    private byte[] changed() {
        var value = JsonReader.read(bundle());
        var places = Mutations.places(value);
        var changes = Mutations.at(value, places.get(random.nextInt(places.size())));
        var one = changes.get(random.nextInt(changes.size()));
        return CanonicalJson.text(one).getBytes(StandardCharsets.UTF_8);
    }
}
