package org.gongkai.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words and sentence patterns of environmental work (词汇与句式), from {@code vocabulary.txt}: sections
 * named in brackets, one entry a line; {@code {name}} in an entry stands for one of that section.
 */
final class Vocabulary {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Map<String, List<String>> entries = new HashMap<>();

    private Vocabulary() {}

    static Vocabulary shipped() {
        var vocabulary = new Vocabulary();
        var stream = Vocabulary.class.getResourceAsStream("/vocabulary.txt");
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            vocabulary.read(reader.lines().map(String::strip).filter(it -> !it.isEmpty()).toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return vocabulary;
    }

    private void read(List<String> lines) {
        List<String> section = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                entries.put(line.substring(1, line.length() - 1), section);
            } else if (!line.startsWith("#")) {
                section.addAll(List.of(line.split("\\s+")));
            }
        }
    }

    /** All entries of a section. */
    List<String> all(String section) {
        return Objects.requireNonNull(entries.get(section), section);
    }

    /** One entry of a section, its places filled; early entries come more often than late ones. */
    String one(String section, RandomGenerator random) {
        List<String> all = all(section);
        double skewed = random.nextDouble() * random.nextDouble();
        return fill(all.get((int) (skewed * all.size())), random);
    }

    /** The pattern with every place filled. */
    String fill(String pattern, RandomGenerator random) {
        Matcher places = PLACE.matcher(pattern);
        var filled = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(
                    filled, Matcher.quoteReplacement(filling(places.group(1), random)));
        }
        return places.appendTail(filled).toString();
    }

    private String filling(String place, RandomGenerator random) {
        return switch (place) {
            case "number" ->
                    Integer.toString(1 + random.nextInt(random.nextInt(4) == 0 ? 2000 : 99));
            case "decimal" -> "%d.%d".formatted(random.nextInt(90), random.nextInt(10));
            case "percent" -> "%d.%d%%".formatted(50 + random.nextInt(50), random.nextInt(10));
            case "year" -> Integer.toString(2016 + random.nextInt(11));
            case "month" -> Integer.toString(1 + random.nextInt(12));
            case "day" -> Integer.toString(1 + random.nextInt(28));
            case "firm" -> firm(random);
            default -> one(place, random);
        };
    }

    /** A firm's name; there are some hundred thousand of them. */
    private String firm(RandomGenerator random) {
        List<String> signs = all("sign");
        return one("city", random)
                + signs.get(random.nextInt(signs.size()))
                + signs.get(random.nextInt(signs.size()))
                + one("trade", random)
                + one("form", random);
    }
}
