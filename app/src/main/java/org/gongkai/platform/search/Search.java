package org.gongkai.platform.search;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.search.text.Thesaurus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds what is public (全文检索): the one way from outside into the index.
 *
 * <p>Every hit is asked of the visibility gate before it is shown or counted.
 */
@Component
public class Search {

    private static final Logger LOG = LoggerFactory.getLogger(Search.class);
    private static final int NEAR = 6;

    /** When it is worth another try. */
    private static final Duration AWAY = Duration.ofSeconds(30);

    private final IndexShelf shelf;
    private final SearchIndexer indexer;
    private final Sources documents;
    private final Inquiry inquiry;
    private final Suggestions suggestions;

    Search(
            IndexShelf shelf,
            SearchIndexer indexer,
            Sources documents,
            Inquiry inquiry,
            Suggestions suggestions) {
        this.shelf = shelf;
        this.indexer = indexer;
        this.documents = documents;
        this.inquiry = inquiry;
        this.suggestions = suggestions;
    }

    /**
     * What the query finds; the results say how it was understood.
     *
     * @throws Refusal if the engine does not answer for the moment (检索暂不可用)
     */
    public SearchResults search(SearchQuery query) {
        return search(query, inquiry);
    }

    /** What it would find by another thesaurus. */
    SearchResults searchBy(SearchQuery query, Thesaurus other) {
        return search(query, inquiry.by(other));
    }

    private SearchResults search(SearchQuery query, Inquiry way) {
        return asked(it -> marked(way.search(it, query, documents::publicAmong)))
                .orElseGet(() -> SearchResults.none(false));
    }

    /** How what is being typed may go on: words of the trade and titles of what is public. */
    public List<Suggestion> suggest(String typed) {
        return asked(it -> suggestions.of(typed, it, documents::publicAmong)).orElse(List.of());
    }

    /** Words near to what found nothing, each of which finds something. */
    public List<String> near(String typed) {
        return suggestions.near(typed).stream()
                .filter(it -> search(SearchQuery.of(it).page(0, 1)).total() > 0)
                .limit(NEAR)
                .toList();
    }

    /**
     * The answer of the index that serves; nothing if it cannot be read and is being made again.
     *
     * @throws Refusal if the engine does not answer for the moment
     */
    private <T> Optional<T> asked(Function<SearchIndex, T> question) {
        try {
            return answer(question);
        } catch (SearchUnavailable away) {
            LOG.warn("Nothing can be searched for the moment: {}", away.getMessage());
            throw Refusal.unavailable(AWAY, "search.unavailable");
        }
    }

    private <T> Optional<T> answer(Function<SearchIndex, T> question) {
        SearchIndex index = shelf.current();
        try {
            return Optional.of(question.apply(index));
        } catch (UncheckedIOException | IllegalStateException failed) {
            // One that took the other's place meanwhile is asked again.
            return index == shelf.current() ? lost(failed) : again(question);
        }
    }

    private <T> Optional<T> again(Function<SearchIndex, T> question) {
        try {
            return Optional.of(question.apply(shelf.current()));
        } catch (UncheckedIOException | IllegalStateException failed) {
            return lost(failed);
        }
    }

    /** What is only away for the moment is not made anew. */
    private <T> Optional<T> lost(RuntimeException failed) {
        if (failed instanceof SearchUnavailable away) {
            throw away;
        }
        LOG.error("The search index cannot be read and is made again", failed);
        indexer.rebuildOnceBecause("damaged");
        return Optional.empty();
    }

    /** An index that is still being filled says so. */
    private SearchResults marked(SearchResults found) {
        return shelf.complete() ? found : found.incomplete();
    }
}
