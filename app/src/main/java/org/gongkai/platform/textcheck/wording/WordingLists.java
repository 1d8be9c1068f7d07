package org.gongkai.platform.textcheck.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.platform.textcheck.FoldedText;
import org.gongkai.platform.textcheck.Hit;
import org.gongkai.platform.textcheck.TextDetector;

/** The lists in force for one agency, ready to search (现行词表). */
public final class WordingLists implements TextDetector {
    private static final String TITLES =
            "党组书记|党组副书记|党组成员|党委书记|书记|副局长|局长|副主任|主任|副处长|处长|副科长|科长|副市长|市长|副站长|站长|副支队长|支队长|副大队长|大队长|副所长|所长|总工程师|调研员|巡视员";
    private static final Pattern TITLE_BEFORE =
            Pattern.compile("(?:" + TITLES + ")(?:、(?:" + TITLES + "))*\\s?$");
    private static final Pattern TITLE_BEHIND = Pattern.compile("^\\s?(?:" + TITLES + ")");

    private final AhoCorasick<WordingRule> words;
    private final AhoCorasick<WordingRule> names;
    private final Set<String> contacts;

    /** The lists made of these lines. */
    public WordingLists(List<WordingRule> rules) {
        words = automaton(rules, RuleKind.WORDING);
        names = automaton(rules, RuleKind.NAME_AND_TITLE);
        contacts =
                rules.stream()
                        .filter(it -> it.kind() == RuleKind.OFFICIAL_CONTACT)
                        .map(it -> contact(it.subject()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static AhoCorasick<WordingRule> automaton(List<WordingRule> rules, RuleKind kind) {
        Map<String, WordingRule> subjects = new HashMap<>();
        rules.stream()
                .filter(it -> it.kind() == kind)
                .forEach(it -> subjects.put(it.subject(), it));
        return new AhoCorasick<>(subjects);
    }

    private static String contact(String written) {
        return written.contains("@") || !written.matches(".*[0-9]{5}.*")
                ? written.strip().toLowerCase(Locale.ROOT)
                : written.replaceAll("[^0-9]", "");
    }

    /** Contacts that may be public: digits of numbers, addresses in lower case. */
    public Set<String> contacts() {
        return contacts;
    }

    @Override
    public List<Hit> find(FoldedText text) {
        List<Hit> hits = new ArrayList<>();
        for (var match : words.find(text.text())) {
            if (!isException(text.text(), match)) {
                hits.add(
                        Hit.warning("wording.wrong", match.start(), match.end())
                                .naming(match.value().right())
                                .proposing(match.value().right()));
            }
        }
        for (var match : names.find(text.text())) {
            addTitle(text, match, hits);
        }
        return hits;
    }

    private static boolean isException(String text, AhoCorasick.Match<WordingRule> match) {
        for (var exception : match.value().exceptions()) {
            for (var at = exception.indexOf(match.value().subject());
                    at >= 0;
                    at = exception.indexOf(match.value().subject(), at + 1)) {
                if (text.startsWith(exception, match.start() - at)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A title right before or behind the name that is not the one on the list. */
    private static void addTitle(
            FoldedText text, AhoCorasick.Match<WordingRule> match, List<Hit> hits) {
        var right = match.value().right();
        var before = TITLE_BEFORE.matcher(text.before(match.start(), 24));
        var behind = TITLE_BEHIND.matcher(text.behind(match.end(), 8));
        if (before.find()) {
            var titles = before.group().strip();
            if (!List.of(right.split("、")).containsAll(List.of(titles.split("、")))) {
                hits.add(
                        title(
                                match.start() - before.group().length(),
                                match.end(),
                                match.value(),
                                right + match.value().subject()));
            }
        } else if (behind.find()) {
            var title = behind.group().strip();
            if (!List.of(right.split("、")).contains(title)) {
                hits.add(
                        title(
                                match.start(),
                                match.end() + behind.end(),
                                match.value(),
                                match.value().subject() + right));
            }
        }
    }

    private static Hit title(int start, int end, WordingRule rule, String proposal) {
        return Hit.warning("wording.title", start, end)
                .naming(rule.subject(), rule.right())
                .proposing(proposal);
    }
}
