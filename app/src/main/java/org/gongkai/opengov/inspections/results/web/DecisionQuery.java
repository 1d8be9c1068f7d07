package org.gongkai.opengov.inspections.results.web;

import org.gongkai.opengov.inspections.results.DecisionFilter;
import org.gongkai.opengov.inspections.results.Timeliness;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What narrows a list of decisions or of rulings, as its address has it (筛选条件).
 *
 * @param of the kind; not called so, because a form of the page has a field of that name
 */
record DecisionQuery(@Nullable String of, @Nullable String timeliness, @Nullable String words) {
    DecisionQuery {
        of = text(of);
        timeliness = text(timeliness);
        words = text(words);
    }

    DecisionFilter filter() {
        return new DecisionFilter(
                text(of),
                text(timeliness).isEmpty()
                        ? null
                        : Timeliness.named(text(timeliness)).orElseThrow(Refusal::notFound),
                text(words));
    }

    /** The same list at this address, or the same part of another. */
    String at(String address, @Nullable Integer page) {
        var asked =
                UriComponentsBuilder.fromPath(address)
                        .queryParam("of", of)
                        .queryParam("timeliness", timeliness)
                        .queryParam("words", words);
        if (page != null) {
            asked.queryParam("page", page);
        }
        return asked.encode().toUriString();
    }

    /** Nothing is asked: the whole list. */
    static DecisionQuery whole() {
        return new DecisionQuery(null, null, null);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
