package org.gongkai.benchmarks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one document is about (文件主题): a bureau writes about one matter, in a district or two and
 * with a firm or two, and seldom strays from it.
 */
final class Subject {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    /** How often a document strays from its own subject. */
    private static final double STRAYS = 0.08;

    /** The share of sentences that any document could have. */
    private static final double COMMON = 0.4;

    private static final double COMMON_TITLE = 0.4;

    private final Vocabulary vocabulary;
    private final String topic;
    private final SplittableRandom random;
    private final Map<String, List<String>> own = new HashMap<>();

    Subject(Vocabulary vocabulary, String topic, LocalDate day, SplittableRandom random) {
        this.vocabulary = vocabulary;
        this.topic = topic;
        this.random = random;
        have("matter", 1 + random.nextInt(2), () -> vocabulary.one("matter-" + topic, random));
        have("firm", 1 + random.nextInt(2), this::firm);
        for (String place : List.of("district", "river", "source", "air", "law", "trade")) {
            have(place, 1, () -> vocabulary.one(place, random));
        }
        for (String place : List.of("pollutant", "object", "section")) {
            have(place, 2, () -> vocabulary.one(place, random));
        }
        own.put("year", List.of(Integer.toString(day.getYear())));
    }

    private void have(String place, int number, Supplier<String> one) {
        own.put(place, Stream.generate(one).limit(number).toList());
    }

    /** The section that wrote it. */
    String section() {
        return Objects.requireNonNull(own.get("section")).getFirst();
    }

    /** A title. */
    String title() {
        boolean common = random.nextDouble() < COMMON_TITLE;
        return fill(vocabulary.one(common ? "title" : "title-" + topic, random));
    }

    /** A paragraph of some sentences. */
    String paragraph() {
        return String.join(
                "",
                IntStream.rangeClosed(0, 1 + random.nextInt(4))
                        .mapToObj(it -> sentence())
                        .toList());
    }

    private String sentence() {
        if (random.nextDouble() < COMMON) {
            return fill(vocabulary.one("sentence", random));
        }
        String about =
                random.nextDouble() < STRAYS
                        ? CorpusGenerator.TOPICS.get(random.nextInt(CorpusGenerator.TOPICS.size()))
                        : topic;
        return fill(vocabulary.one("sentence-" + about, random));
    }

    private String fill(String pattern) {
        Matcher places = PLACE.matcher(pattern);
        var filled = new StringBuilder();
        while (places.find()) {
            places.appendReplacement(filled, Matcher.quoteReplacement(filling(places.group(1))));
        }
        return places.appendTail(filled).toString();
    }

    private String filling(String place) {
        List<String> mine = own.getOrDefault(place, List.of());
        if (!mine.isEmpty() && random.nextDouble() >= STRAYS) {
            return mine.get(random.nextInt(mine.size()));
        }
        return switch (place) {
            case "number" ->
                    Integer.toString(1 + random.nextInt(random.nextInt(4) == 0 ? 2000 : 99));
            case "decimal" -> "%d.%d".formatted(random.nextInt(90), random.nextInt(10));
            case "percent" -> "%d.%d%%".formatted(50 + random.nextInt(50), random.nextInt(10));
            case "year" -> Integer.toString(2016 + random.nextInt(11));
            case "month" -> Integer.toString(1 + random.nextInt(12));
            case "day" -> Integer.toString(1 + random.nextInt(28));
            case "firm" -> firm();
            default -> vocabulary.one(place, random);
        };
    }

    /** A firm's name; there are some hundred thousand of them. */
    private String firm() {
        List<String> signs = vocabulary.all("sign");
        return vocabulary.one("city", random)
                + signs.get(random.nextInt(signs.size()))
                + signs.get(random.nextInt(signs.size()))
                + vocabulary.one("trade", random)
                + vocabulary.one("form", random);
    }
}
