package org.gongkai.opengov.requests.letters;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template (文书模板): lines of text with fields in braces. A line that begins with {@code ?} is left
 * out where one of its fields is not known; one that begins with {@code |} is a row of a table.
 * There is nothing else: no conditions, no expressions, nothing that runs.
 *
 * @param addressee to whom it is sent, with fields; empty for none
 * @param lines the body
 */
public record LetterTemplate(String title, String addressee, List<String> lines) {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");
    static final String OPTIONAL = "?";
    private static final String ROW = "|";
    private static final Pattern ENDS = Pattern.compile(".*[。！？：；…”）》]\\s*", Pattern.DOTALL);

    public LetterTemplate {
        lines = List.copyOf(lines);
    }

    /** The words in braces that are no field. */
    public List<String> unknownFields() {
        return everything().stream()
                .flatMap(it -> FIELD.matcher(it).results())
                .map(it -> it.group(1))
                .filter(it -> LetterField.ofTerm(it).isEmpty())
                .distinct()
                .toList();
    }

    /** The fields without which it cannot be made. */
    public Set<LetterField> needs() {
        var needed = EnumSet.noneOf(LetterField.class);
        everything().stream()
                .filter(it -> !it.startsWith(OPTIONAL))
                .forEach(it -> needed.addAll(fields(it)));
        return needed;
    }

    /** Every field it names, also those it can do without. */
    public Set<LetterField> names() {
        var named = EnumSet.noneOf(LetterField.class);
        everything().forEach(it -> named.addAll(fields(it)));
        return named;
    }

    /** The fields it needs that are not known. */
    public List<LetterField> missing(LetterFacts facts) {
        return needs().stream().filter(it -> facts.find(it).isEmpty()).toList();
    }

    /**
     * The lines with their fields filled in; a field of several lines that stands alone becomes
     * several lines, and what ends with a field ends as a sentence. Only to be asked when nothing
     * is missing.
     */
    public List<String> fill(LetterFacts facts) {
        var filled = new ArrayList<String>();
        for (var line : lines) {
            boolean optional = line.startsWith(OPTIONAL);
            boolean known = fields(line).stream().allMatch(it -> facts.find(it).isPresent());
            if (!optional || known) {
                var text = filled(optional ? line.substring(1) : line, facts);
                filled.addAll(isRow(text) ? List.of(text) : sentence(line, text).lines().toList());
            }
        }
        return filled;
    }

    /** To whom it is sent, filled in; empty for nobody. */
    public Optional<String> addressee(LetterFacts facts) {
        return Optional.of(filled(addressee, facts)).filter(it -> !it.isBlank());
    }

    /** Who fills a field in need not think of the full stop. */
    private static String sentence(String line, String text) {
        return line.endsWith("}") && !ENDS.matcher(text).matches() ? text + "。" : text;
    }

    static boolean isRow(String line) {
        return line.startsWith(ROW);
    }

    private List<String> everything() {
        var all = new ArrayList<>(lines);
        all.add(addressee);
        return all;
    }

    private static Set<LetterField> fields(String line) {
        var fields = EnumSet.noneOf(LetterField.class);
        FIELD.matcher(line)
                .results()
                .map(it -> LetterField.ofTerm(it.group(1)))
                .flatMap(Optional::stream)
                .forEach(fields::add);
        return fields;
    }

    private static String filled(String line, LetterFacts facts) {
        return FIELD.matcher(line).replaceAll(it -> quoted(value(it, facts)));
    }

    private static String value(MatchResult field, LetterFacts facts) {
        return LetterField.ofTerm(field.group(1)).flatMap(facts::find).orElse("");
    }

    private static String quoted(String value) {
        return Matcher.quoteReplacement(value);
    }
}
