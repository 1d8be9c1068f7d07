package org.gongkai.platform.search;

import java.util.List;
import java.util.Optional;
import org.gongkai.platform.search.text.Question;
import org.gongkai.platform.search.text.Spelling;
import org.gongkai.platform.search.text.Thesaurus;
import org.gongkai.platform.search.text.Understanding;
import org.gongkai.platform.search.text.Understanding.Demand;

/**
 * How an index is asked (检索过程): for all that was typed; where that finds nothing, for another
 * spelling or what its letters sound like; where it finds little, for most of its words.
 */
public final class Inquiry {

    /** Fewer hits than these are few: most of the words are asked for. */
    private static final int FEW = 10;

    private final Understanding understanding;
    private final Spelling spelling;

    /** By this understanding and these other spellings. */
    public Inquiry(Understanding understanding, Spelling spelling) {
        this.understanding = understanding;
        this.spelling = spelling;
    }

    /** What is shipped. */
    public static Inquiry shipped() {
        return new Inquiry(Understanding.shipped(), Spelling.shipped());
    }

    /** The same by another thesaurus. */
    Inquiry by(Thesaurus other) {
        return new Inquiry(understanding.by(other), spelling);
    }

    /** What the query finds in this index. */
    public SearchResults search(SearchIndex index, SearchQuery query, VisibilityGate gate) {
        return new Inquiry(understanding.now(), spelling).ask(index, query, gate);
    }

    private SearchResults ask(SearchIndex index, SearchQuery query, VisibilityGate gate) {
        Question question = understanding.read(query.text(), Demand.ALL);
        SearchResults all = index.search(question, query, gate);
        if (!question.possible() || !question.ranked() || all.total() >= FEW) {
            return all;
        }
        if (all.total() > 0) {
            return query.order() == SearchOrder.DATE ? all : orFewer(all, index, query, gate);
        }
        return bySound(index, query, gate)
                .or(() -> corrected(index, query, gate))
                .orElseGet(() -> orFewer(all, index, query, gate));
    }

    /** Most words if that finds enough, else any of them; what has all of them comes first. */
    private SearchResults orFewer(
            SearchResults all, SearchIndex index, SearchQuery query, VisibilityGate gate) {
        SearchResults best = all;
        for (Demand demand : List.of(Demand.MOST, Demand.SOME)) {
            SearchResults before = best;
            best =
                    withFewer(demand, index, query, gate)
                            .filter(it -> it.total() > before.total())
                            .orElse(before);
            if (best.total() >= FEW) {
                break;
            }
        }
        return best;
    }

    private Optional<SearchResults> withFewer(
            Demand demand, SearchIndex index, SearchQuery query, VisibilityGate gate) {
        if (!understanding.relaxable(query.text())) {
            return Optional.empty();
        }
        Question fewer = understanding.read(query.text(), demand);
        Reading reading = demand == Demand.MOST ? Reading.MOST_WORDS : Reading.SOME_WORDS;
        return found(index.search(fewer, query, gate)).map(it -> it.read(reading, null));
    }

    private Optional<SearchResults> bySound(
            SearchIndex index, SearchQuery query, VisibilityGate gate) {
        return understanding
                .readBySound(query.text())
                .flatMap(it -> found(index.search(it, query, gate)))
                .map(it -> it.read(Reading.BY_SOUND, null));
    }

    private Optional<SearchResults> corrected(
            SearchIndex index, SearchQuery query, VisibilityGate gate) {
        for (String other : spelling.corrections(query.text())) {
            Question question = understanding.read(other, Demand.ALL);
            Optional<SearchResults> found = found(index.search(question, query, gate));
            if (found.isPresent()) {
                return found.map(it -> it.read(Reading.CORRECTED, other));
            }
        }
        return Optional.empty();
    }

    private static Optional<SearchResults> found(SearchResults results) {
        return results.total() > 0 ? Optional.of(results) : Optional.empty();
    }
}
