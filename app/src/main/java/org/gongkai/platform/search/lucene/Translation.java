package org.gongkai.platform.search.lucene;

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

/** Puts what is sought into the engine's terms (检索式转换). */
final class Translation {

    private Translation() {}

    /** The engine's query for this. */
    static Query of(Sought sought) {
        return switch (sought) {
            case Sought.Everything all -> new MatchAllDocsQuery();
            case Sought.Word it ->
                    new TermQuery(new Term(Names.words(Names.of(it.in())), it.word()));
            case Sought.Run it -> together(Names.pairs(Names.of(it.in())), it.bare());
            case Sought.Spoken it ->
                    new PhraseQuery(Names.SYLLABLES, it.syllables().toArray(String[]::new));
            case Sought.Marked it -> new TermQuery(new Term(Names.of(it.mark()), it.value()));
            case Sought.Weighted it -> new BoostQuery(of(it.what()), it.factor());
            case Sought.Constant it ->
                    new BoostQuery(new ConstantScoreQuery(of(it.what())), it.score());
            case Sought.Best it ->
                    new DisjunctionMaxQuery(
                            it.ways().stream().map(Translation::of).toList(), it.tie());
            case Sought.Several it -> several(it);
            case Sought.Newer it ->
                    FeatureField.newLinearQuery(Names.FEATURES, Names.MONTHS, it.aMonth());
        };
    }

    private static Query several(Sought.Several several) {
        var query = new BooleanQuery.Builder();
        boolean all = several.atLeast() >= several.parts().size();
        if (all) {
            several.parts().forEach(it -> query.add(of(it), Occur.MUST));
        } else {
            var some = several.welcome().isEmpty() ? query : new BooleanQuery.Builder();
            several.parts().forEach(it -> some.add(of(it), Occur.SHOULD));
            some.setMinimumNumberShouldMatch(several.atLeast());
            if (!several.welcome().isEmpty()) {
                query.add(some.build(), Occur.MUST);
            }
        }
        several.welcome().forEach(it -> query.add(of(it), Occur.SHOULD));
        several.excluded().forEach(it -> query.add(of(it), Occur.MUST_NOT));
        return query.build();
    }

    /** Characters that follow each other; every second pair is enough to be sure. */
    private static Query together(String field, String bare) {
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
}
