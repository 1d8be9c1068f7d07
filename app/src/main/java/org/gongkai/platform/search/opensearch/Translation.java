package org.gongkai.platform.search.opensearch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.search.text.Sought;

/** Puts what is sought into the server's terms (检索式转换). */
final class Translation {

    private Translation() {}

    /** The server's query for this. */
    static Map<String, Object> of(Sought sought) {
        return switch (sought) {
            case Sought.Everything all -> Clauses.everything();
            case Sought.Word it -> Clauses.term(Names.words(Names.of(it.in())), it.word());
            case Sought.Run it -> together(Names.pairs(Names.of(it.in())), it.bare());
            case Sought.Spoken it ->
                    Clauses.phrase(Names.SYLLABLES, String.join(" ", it.syllables()));
            case Sought.Marked it -> Clauses.term(Names.of(it.mark()), it.value());
            case Sought.Weighted it -> Clauses.weighted(of(it.what()), it.factor());
            case Sought.Constant it -> Clauses.constant(of(it.what()), it.score());
            case Sought.Best it -> Clauses.best(each(it.ways()), it.tie());
            case Sought.Several it -> several(it);
            case Sought.Newer it -> Clauses.value(Names.MONTHS, it.aMonth());
        };
    }

    private static List<Map<String, Object>> each(List<Sought> parts) {
        return parts.stream().map(Translation::of).toList();
    }

    private static Map<String, Object> several(Sought.Several several) {
        List<Map<String, Object>> required = new ArrayList<>();
        if (several.atLeast() >= several.parts().size()) {
            required.addAll(each(several.parts()));
        } else {
            required.add(Clauses.some(each(several.parts()), several.atLeast()));
        }
        return Clauses.all(required, each(several.welcome()), each(several.excluded()));
    }

    private static Map<String, Object> together(String field, String bare) {
        int[] characters = bare.codePoints().toArray();
        return characters.length == 1
                ? Clauses.prefix(field, bare)
                : Clauses.phrase(field, Tokens.together(characters));
    }
}
