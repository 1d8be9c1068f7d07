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

/**
 * Words and sentence patterns of environmental work (词汇与句式), from {@code vocabulary.txt}: sections
 * named in brackets, one entry a line; {@code {name}} in an entry stands for one of that section,
 * see {@link Subject}.
 */
final class Vocabulary {

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

    /** One entry of a section; early entries come more often than late ones. */
    String one(String section, RandomGenerator random) {
        List<String> all = all(section);
        double skewed = random.nextDouble() * random.nextDouble();
        return all.get((int) (skewed * all.size()));
    }
}
