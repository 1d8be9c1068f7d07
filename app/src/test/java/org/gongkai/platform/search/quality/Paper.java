package org.gongkai.platform.search.quality;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.platform.search.SearchableDocument;

/**
 * A document of the archive and what is true of it (文件及其要素): family, topics, place, firm, period.
 * Relevance is judged by these facts and never by the text.
 */
public record Paper(SearchableDocument document, Set<String> facts) {

    Paper(SearchableDocument document, Collection<String> facts) {
        this(document, divided(facts));
    }

    public Paper {
        facts = Set.copyOf(facts);
    }

    private static Set<String> divided(Collection<String> facts) {
        Set<String> all = new HashSet<>();
        facts.forEach(it -> all.addAll(Arrays.asList(it.split(","))));
        all.remove("");
        return all;
    }

    /** The same with one fact more. */
    Paper and(String fact) {
        Set<String> more = new HashSet<>(facts);
        more.add(fact);
        return new Paper(document, more);
    }

    /** Whether all of these are true of it; a|b is either, !a is not a. */
    boolean has(List<String> wanted) {
        return wanted.stream()
                .allMatch(
                        it ->
                                it.startsWith("!")
                                        ? !facts.contains(it.substring(1))
                                        : Arrays.stream(it.split("\\|")).anyMatch(facts::contains));
    }
}
