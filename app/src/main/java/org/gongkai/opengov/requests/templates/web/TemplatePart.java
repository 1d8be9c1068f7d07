package org.gongkai.opengov.requests.templates.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.opengov.requests.decisions.Article;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.letters.LetterField;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.LetterTemplate;
import org.gongkai.opengov.requests.letters.TemplateSet;

/**
 * A part of a set as a line of the list (模板集的一份).
 *
 * @param slug in addresses: {@code reply}, {@code answer-disclosed}
 * @param key in the set: {@code reply}, {@code block/disclosed}
 * @param letter whether it is a letter of its own, and not an answer within one
 * @param mandatory what it has to name
 */
public record TemplatePart(
        String slug,
        String key,
        String term,
        boolean letter,
        LetterTemplate template,
        List<String> mandatory) {
    private static final String BLOCK = "block/";
    private static final String ANSWER = "answer-";

    static TemplatePart of(TemplateSet set, String key) {
        return new TemplatePart(
                key.replace(BLOCK, ANSWER),
                key,
                term(key),
                LetterKind.named(key).isPresent(),
                set.part(key).orElseThrow(),
                TemplateSet.mandatory(key).stream().map(LetterField::term).toList());
    }

    static List<TemplatePart> all(TemplateSet set) {
        return TemplateSet.keys().stream().map(it -> of(set, it)).toList();
    }

    /** The name in the set of what an address names. */
    static String key(String slug) {
        return slug.startsWith(ANSWER) ? BLOCK + slug.substring(ANSWER.length()) : slug;
    }

    /** The articles that an answer rests on, for the list. */
    public String ground() {
        return outcome(key)
                .map(
                        it ->
                                it.articles().stream()
                                        .map(Article::term)
                                        .collect(Collectors.joining("、")))
                .orElse("");
    }

    private static String term(String key) {
        return LetterKind.named(key)
                .map(LetterKind::term)
                .or(() -> outcome(key).map(Outcome::term))
                .orElse(key);
    }

    private static Optional<Outcome> outcome(String key) {
        return Arrays.stream(Outcome.values())
                .filter(it -> key.equals(BLOCK + it.slug()))
                .findFirst();
    }
}
