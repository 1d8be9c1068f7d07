package org.gongkai.platform.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.search.text.Thesaurus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keeping of the words that mean the same (同义词维护), by the disclosure office. */
@Component
public class SynonymDesk {
    /** The most characters of a line. */
    public static final int LONGEST = 300;

    private static final int FIRST = 10;

    private final Synonyms synonyms;
    private final Search search;
    private final AuditTrail audit;
    private final Clock clock;

    SynonymDesk(Synonyms synonyms, Search search, AuditTrail audit, Clock clock) {
        this.synonyms = synonyms;
        this.search = search;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A line of the list.
     *
     * @param text words that find each other, or 甲 => 乙: 甲 also finds 乙
     */
    public record Line(String text, boolean shipped, boolean active, String addedBy) {}

    /** What to show: lines with these characters, and only those in force or not. */
    public record Filter(String words, @Nullable Boolean active) {}

    /**
     * What a line would change (效果预览) for one of its words.
     *
     * @param before how many documents it finds now
     * @param after how many it would find
     * @param newcomers titles that would newly be among the first ten
     */
    public record Effect(String word, long before, long after, List<String> newcomers) {
        public Effect {
            newcomers = List.copyOf(newcomers);
        }
    }

    /** The lines that fit, own ones first. */
    @Transactional(readOnly = true)
    public List<Line> find(Actor by, Filter filter) {
        allow(by);
        return synonyms.lines().stream()
                .filter(it -> it.text().contains(filter.words.strip()))
                .filter(it -> filter.active == null || it.active() == filter.active)
                .map(it -> new Line(it.text(), it.shipped(), it.active(), it.addedBy()))
                .toList();
    }

    /** Adds a line; the next question is read by it. */
    @Transactional
    public Line add(Actor by, String typed) {
        allow(by);
        String line = checked(typed);
        if (synonyms.lines().stream().anyMatch(it -> it.text().equals(line))) {
            throw Refusal.invalid("line", "search.words.known", line);
        }
        synonyms.add(line, by.name(), clock.instant());
        audit.record(
                by, "search.word-added", "search-words:" + line, Map.of(), Map.of("line", line));
        return new Line(line, false, true, by.name());
    }

    /** Switches a line, own or shipped, off or on. */
    @Transactional
    public Line turn(Actor by, String text, boolean active) {
        allow(by);
        var line =
                synonyms.lines().stream()
                        .filter(it -> it.text().equals(text))
                        .findFirst()
                        .orElseThrow(Refusal::notFound);
        if (line.active() != active) {
            synonyms.turn(text, active, by.name(), clock.instant());
            audit.record(
                    by,
                    active ? "search.word-restored" : "search.word-retired",
                    "search-words:" + text,
                    Map.of("active", !active),
                    Map.of("active", active));
        }
        return new Line(text, line.shipped(), active, line.addedBy());
    }

    /** What a line would change, word by word, without adding it. */
    public List<Effect> preview(Actor by, String typed) {
        allow(by);
        String line = checked(typed);
        List<String> inForce = new ArrayList<>();
        synonyms.lines().stream()
                .filter(Synonyms.Line::active)
                .forEach(it -> inForce.add(it.text()));
        inForce.add(line);
        Thesaurus after = Thesaurus.of(inForce);
        return Thesaurus.of(List.of(line)).alternatives().keySet().stream()
                .sorted()
                .map(it -> effect(it, after))
                .toList();
    }

    private Effect effect(String word, Thesaurus after) {
        SearchQuery query = SearchQuery.of(word).page(0, FIRST);
        SearchResults now = search.search(query);
        SearchResults then = search.searchBy(query, after);
        Set<String> there = new HashSet<>();
        now.hits().forEach(it -> there.add(it.id()));
        return new Effect(
                word,
                now.total(),
                then.total(),
                then.hits().stream()
                        .filter(it -> !there.contains(it.id()))
                        .map(
                                it ->
                                        it.title().stream()
                                                .map(MarkedText::text)
                                                .collect(Collectors.joining()))
                        .toList());
    }

    private static String checked(String typed) {
        if (typed.length() > LONGEST) {
            throw Refusal.invalid("line", "search.words.too-long", LONGEST);
        }
        return Thesaurus.line(typed)
                .orElseThrow(() -> Refusal.invalid("line", "search.words.incomplete"));
    }

    private static void allow(Actor by) {
        if (!by.has(Role.DISCLOSURE_OFFICE)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "search.words.not-allowed");
        }
    }
}
