package org.gongkai.platform.search.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
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
            case Sought.Best it -> best(it);
            case Sought.Several it -> several(it);
            case Sought.Newer it ->
                    FeatureField.newLinearQuery(Names.FEATURES, Names.MONTHS, it.aMonth());
        };
    }

    /** A way and what it is worth, beside others that score a word. */
    private record Way(Query found, float factor, float worth) {
        Query query() {
            return factor == 1 ? found : new BoostQuery(found, factor);
        }
    }

    /** Ways within ways are ways of the whole. */
    private static Query best(Sought.Best best) {
        List<Way> ways = new ArrayList<>();
        float tie = addWays(best, 1, ways);
        ways.sort(Comparator.comparing(Way::worth).reversed());
        return BestQuery.of(ways.stream().map(Way::query).toList(), tie);
    }

    private static float addWays(Sought way, float factor, List<Way> ways) {
        return switch (way) {
            case Sought.Weighted it -> addWays(it.what(), factor * it.factor(), ways);
            case Sought.Best it -> {
                float tie = it.tie();
                for (Sought inner : it.ways()) {
                    tie = Math.max(tie, addWays(inner, factor, ways));
                }
                yield tie;
            }
            default -> {
                float worth = way instanceof Sought.Constant it ? factor * it.score() : factor;
                ways.add(new Way(of(way), factor, worth));
                yield 0;
            }
        };
    }

    private static Query several(Sought.Several several) {
        var every = new BooleanQuery.Builder();
        boolean all = several.atLeast() >= several.parts().size();
        if (all) {
            several.parts().forEach(it -> every.add(of(it), Occur.MUST));
        } else {
            var some = several.welcome().isEmpty() ? every : new BooleanQuery.Builder();
            several.parts().forEach(it -> some.add(of(it), Occur.SHOULD));
            some.setMinimumNumberShouldMatch(several.atLeast());
            if (!several.welcome().isEmpty()) {
                every.add(some.build(), Occur.MUST);
            }
        }
        several.welcome().forEach(it -> every.add(of(it), Occur.SHOULD));
        several.excluded().forEach(it -> every.add(of(it), Occur.MUST_NOT));
        return every.build();
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
