package org.gongkai.benchmarks;

import java.util.Locale;
import org.apache.lucene.document.FeatureField;
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
import org.gongkai.platform.search.text.Sought;

/** The query that is asked, by the engine's own kinds of query and nothing else (同形检索式). */
final class SameForm {

    private SameForm() {}

    static Query of(Sought sought) {
        return switch (sought) {
            case Sought.Everything all -> new MatchAllDocsQuery();
            case Sought.Word it -> new TermQuery(new Term(field(it.in()) + "Words", it.word()));
            case Sought.Run it -> run(field(it.in()) + "Pairs", it.bare());
            case Sought.Spoken it ->
                    new PhraseQuery("titleSyllables", it.syllables().toArray(String[]::new));
            case Sought.Marked it ->
                    new TermQuery(new Term(it.mark().name().toLowerCase(Locale.ROOT), it.value()));
            case Sought.Weighted it -> new BoostQuery(of(it.what()), it.factor());
            case Sought.Constant it ->
                    new BoostQuery(new ConstantScoreQuery(of(it.what())), it.score());
            case Sought.Best it ->
                    new DisjunctionMaxQuery(
                            it.ways().stream().map(SameForm::of).toList(), it.tie());
            case Sought.Several it -> several(it);
            case Sought.Newer it -> FeatureField.newLinearQuery("features", "months", it.aMonth());
        };
    }

    private static Query several(Sought.Several several) {
        var query = new BooleanQuery.Builder();
        if (several.atLeast() >= several.parts().size()) {
            several.parts().forEach(it -> query.add(of(it), Occur.MUST));
        } else {
            var some = new BooleanQuery.Builder();
            several.parts().forEach(it -> some.add(of(it), Occur.SHOULD));
            query.add(some.setMinimumNumberShouldMatch(several.atLeast()).build(), Occur.MUST);
        }
        several.welcome().forEach(it -> query.add(of(it), Occur.SHOULD));
        several.excluded().forEach(it -> query.add(of(it), Occur.MUST_NOT));
        return query.build();
    }

    private static Query run(String field, String bare) {
        if (bare.codePointCount(0, bare.length()) == 1) {
            return new PrefixQuery(new Term(field, bare));
        }
        var phrase = new PhraseQuery.Builder();
        int[] characters = bare.codePoints().toArray();
        for (int i = 0; i < characters.length - 1; i += 2) {
            phrase.add(new Term(field, new String(characters, i, 2)), i);
        }
        if (characters.length % 2 == 1) {
            int last = characters.length - 2;
            phrase.add(new Term(field, new String(characters, last, 2)), last);
        }
        return phrase.build();
    }

    private static String field(Sought.Place place) {
        return place.name().toLowerCase(Locale.ROOT);
    }
}
