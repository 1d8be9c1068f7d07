package org.gongkai.platform.draw;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;

/**
 * Writes random bundles into a folder, half of them with one change, and what this program says
 * about each, for another program to be compared with: {@code RandomBundles FOLDER COUNT SEED}.
 */
final class RandomBundles {
    private RandomBundles() {}

    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    }

    /**
     * Bundles {@code 000000.json} and so on, and {@code verdicts.tsv}: name, verdict, fault, place.
     */
    static void write(Path folder, int count, long seed) throws IOException {
        Files.createDirectories(folder);
        var draws = new RandomDraws(seed);
        var random = new Random(seed);
        var verdicts = new ArrayList<String>();
        for (var number = 0; number < count; number++) {
            var name = "%06d.json".formatted(number);
            var text = number % 2 == 0 ? bundle(draws) : changed(bundle(draws), random);
            try (var file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
                file.write(text);
            }
            verdicts.add(name + "\t" + verdict(text));
        }
        Files.write(folder.resolve("verdicts.tsv"), verdicts);
    }

    private static byte[] bundle(RandomDraws draws) {
        var builder = draws.next();
        var amendments = draws.amendments(builder.draw());
        return DrawBuilder.text(builder.bundle(amendments.toArray(Amendment[]::new)));
    }

    private static byte[] changed(byte[] bundle, Random random) {
        var value = JsonReader.read(bundle);
        var places = Mutations.places(value);
        var changes = Mutations.at(value, places.get(random.nextInt(places.size())));
        var one = changes.get(random.nextInt(changes.size()));
        return CanonicalJson.text(one).getBytes(StandardCharsets.UTF_8);
    }

    private static String verdict(byte[] text) {
        var refused = DrawVerification.of(text).refused();
        return refused == null
                ? "valid\t\t"
                : "refused\t" + refused.fault().slug() + "\t" + refused.path();
    }
}
