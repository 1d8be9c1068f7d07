package org.gongkai.platform.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The words of the trade (领域词典) and which of them mean the same (同义词), from {@code
 * search/words.txt} and {@code search/synonyms.txt}.
 *
 * @param words one entry a line in the file; lines that begin with # are remarks
 * @param synonyms each word with the others of its line
 */
public record Dictionary(Set<String> words, Map<String, List<String>> synonyms) {

    public Dictionary {
        words = Set.copyOf(words);
        synonyms = Map.copyOf(synonyms);
    }

    /** The dictionary that is shipped. */
    public static Dictionary shipped() {
        Set<String> words = new LinkedHashSet<>(lines("words.txt"));
        Map<String, List<String>> synonyms = new HashMap<>();
        for (String line : lines("synonyms.txt")) {
            List<String> alike = List.of(line.split("\\s+"));
            words.addAll(alike);
            for (String word : alike) {
                synonyms.put(word, alike.stream().filter(it -> !it.equals(word)).toList());
            }
        }
        return new Dictionary(words, synonyms);
    }

    /** Changes when a word changes; an index made with other words has to be made again. */
    public String fingerprint() {
        var sum = new CRC32();
        words.stream()
                .sorted()
                .forEach(it -> sum.update((it + "\n").getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    private static List<String> lines(String file) {
        var stream = Dictionary.class.getResourceAsStream("/search/" + file);
        List<String> lines = new ArrayList<>();
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(String::strip)
                    .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                    .map(Folding::fold)
                    .forEach(lines::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return lines;
    }
}
