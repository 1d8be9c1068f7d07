package org.gongkai.platform.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The words of the trade (领域词典) by which text is divided, from {@code search/words.txt} and the
 * words that mean the same in {@code search/synonyms.txt}.
 *
 * @param words one entry a line in the file; lines that begin with # are remarks
 */
public record Dictionary(Set<String> words) {

    public Dictionary {
        words = Set.copyOf(words);
    }

    /** The dictionary that is shipped. */
    public static Dictionary shipped() {
        Set<String> words = new LinkedHashSet<>(lines("words.txt"));
        lines("synonyms.txt").stream()
                .filter(it -> !it.contains("=>"))
                .forEach(it -> words.addAll(Thesaurus.words(it)));
        return new Dictionary(words);
    }

    /** Changes when a word changes; an index made with other words has to be made again. */
    public String fingerprint() {
        var sum = new CRC32();
        words.stream()
                .sorted()
                .forEach(it -> sum.update((it + "\n").getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }

    /** The lines of a shipped list, folded, without remarks. */
    static List<String> lines(String file) {
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
