package org.gongkai.platform.search.lucene;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.gongkai.platform.search.text.Dictionary;
import org.gongkai.platform.search.text.Wanted;
import org.gongkai.platform.search.text.Words;

/**
 * Puts what is wanted into the engine's terms (检索式转换): a part is found when all its words are, or
 * when it stands in the text as typed.
 *
 * <p>The text itself never reaches a query parser, so that nothing typed is an error.
 */
final class Asked {

    /** The most words looked for in one search. */
    private static final int MOST_WORDS = 40;

    private static final float TITLE = 6f;
    private static final float MORE = 0.4f;
    private static final float TITLE_AS_TYPED = 8f;
    private static final float BODY_AS_TYPED = 2f;
    private static final float PART_OF_NUMBER = 10f;
    private static final float WHOLE_NUMBER = 100f;
    private static final float TIE = 0.1f;

    private final Words words;
    private final Dictionary dictionary;
    private final Set<String> needles = new LinkedHashSet<>();
    private int wordsLeft = MOST_WORDS;

    private Asked(Words words, Dictionary dictionary) {
        this.words = words;
        this.dictionary = dictionary;
    }

    /**
     * A search in the engine's terms.
     *
     * @param needles what to mark in the hits, bare
     */
    record Question(Query query, Set<String> needles) {}

    /** What {@code wanted} asks of the index. */
    static Question of(Wanted wanted, Words words, Dictionary dictionary) {
        var asked = new Asked(words, dictionary);
        var all = new BooleanQuery.Builder();
        for (Wanted.Part part : wanted.required()) {
            all.add(part.exact() ? asked.exactly(part) : asked.part(part), Occur.MUST);
        }
        if (wanted.required().isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        for (String excluded : wanted.excluded()) {
            all.add(asked.asTyped(excluded), Occur.MUST_NOT);
        }
        return new Question(all.build(), asked.needles);
    }

    private Query exactly(Wanted.Part part) {
        needles.add(part.bare());
        return asTyped(part.bare());
    }

    private Query part(Wanted.Part part) {
        needles.add(part.bare());
        var either = new BooleanQuery.Builder().add(asTyped(part.bare()), Occur.SHOULD);
        List<String> found = distinctWords(part.folded());
        if (!found.isEmpty()) {
            var every = new BooleanQuery.Builder();
            found.forEach(it -> every.add(word(it), Occur.MUST));
            either.add(every.build(), Occur.SHOULD);
        }
        return either.build();
    }

    private List<String> distinctWords(String folded) {
        List<String> found =
                words.of(folded).stream().map(it -> it.text()).distinct().limit(wordsLeft).toList();
        wordsLeft -= found.size();
        return found;
    }

    /** A word: itself, one that means the same, or all its parts. */
    private Query word(String word) {
        List<Query> ways = new ArrayList<>();
        ways.add(anywhere(word));
        for (String alike : dictionary.synonyms().getOrDefault(word, List.of())) {
            ways.add(new BoostQuery(anywhere(alike), 0.7f));
        }
        List<String> parts = words.parts(word);
        if (!parts.isEmpty()) {
            var together = new BooleanQuery.Builder();
            parts.forEach(it -> together.add(anywhere(it), Occur.MUST));
            ways.add(new BoostQuery(together.build(), 0.2f));
        }
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0f);
    }

    private Query anywhere(String word) {
        if (word.length() > 1) {
            needles.add(word);
        }
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(new TermQuery(term(Names.words(Names.TITLE), word)), TITLE),
                        new TermQuery(term(Names.words(Names.BODY), word)),
                        new BoostQuery(new TermQuery(term(Names.words(Names.MORE), word)), MORE)),
                TIE);
    }

    /** The text itself, wherever it stands; a number ranks first. */
    private Query asTyped(String bare) {
        var ways = new ArrayList<Query>();
        ways.add(new BoostQuery(together(Names.TITLE, bare), TITLE_AS_TYPED));
        ways.add(new BoostQuery(together(Names.BODY, bare), BODY_AS_TYPED));
        ways.add(new BoostQuery(together(Names.MORE, bare), MORE));
        ways.add(new BoostQuery(together(Names.NUMBER, bare), PART_OF_NUMBER));
        var whole = new ConstantScoreQuery(new TermQuery(term(Names.NUMBER, bare)));
        ways.add(new BoostQuery(whole, WHOLE_NUMBER));
        return new DisjunctionMaxQuery(ways, TIE);
    }

    /** Characters that follow each other; every second pair is enough to be sure. */
    private static Query together(String name, String bare) {
        String field = Names.pairs(name);
        int[] characters = bare.codePoints().toArray();
        if (characters.length == 1) {
            return new PrefixQuery(new Term(field, bare));
        }
        var phrase = new PhraseQuery.Builder();
        for (int i = 0; i < characters.length - 1; i += 2) {
            phrase.add(new Term(field, new String(characters, i, 2)), i);
        }
        if (characters.length % 2 == 1) {
            int last = characters.length - 2;
            phrase.add(new Term(field, new String(characters, last, 2)), last);
        }
        return phrase.build();
    }

    private static Term term(String field, String text) {
        return new Term(field, text);
    }
}
