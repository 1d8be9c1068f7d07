package org.gongkai.platform.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.search.text.Sought;

/**
 * Divides what is sought by what it is worth (强弱匹配): the title, what it sounds like, its periods
 * and the document's numbers weigh so much that documents with nothing of it seldom come first.
 *
 * @param anywhere any of it; nothing if all of the search is weak
 * @param without what a document with nothing of it can still score, but for its age
 * @param aMonth what each month counts by which it is newer
 */
record Strong(List<Sought> anywhere, Sought without, float aMonth) {

    private static final Sought NOTHING = new Sought.Best(List.of(), 0);

    static Strong of(Sought sought) {
        var division = new Division();
        Sought without = division.without(sought);
        return new Strong(List.copyOf(division.strong), without, division.aMonth);
    }

    /** Whether it has to be looked up where words stand. */
    static boolean dear(Sought sought) {
        return switch (sought) {
            case Sought.Run it -> it.bare().codePointCount(0, it.bare().length()) > 2;
            case Sought.Spoken it -> true;
            case Sought.Weighted it -> dear(it.what());
            case Sought.Constant it -> dear(it.what());
            case Sought.Best it -> it.ways().stream().anyMatch(Strong::dear);
            case Sought.Several it ->
                    it.parts().stream().anyMatch(Strong::dear)
                            || it.excluded().stream().anyMatch(Strong::dear);
            case Sought.Everything it -> false;
            case Sought.Word it -> false;
            case Sought.Marked it -> false;
            case Sought.Newer it -> false;
        };
    }

    private static final class Division {
        private final List<Sought> strong = new ArrayList<>();
        private float aMonth;

        private Sought without(Sought sought) {
            return switch (sought) {
                case Sought.Weighted it -> without(it.what()).times(it.factor());
                case Sought.Constant it -> new Sought.Constant(without(it.what()), it.score());
                case Sought.Best it -> new Sought.Best(without(it.ways()), it.tie());
                case Sought.Several it ->
                        new Sought.Several(
                                without(it.parts()),
                                it.atLeast(),
                                without(it.welcome()),
                                List.of());
                case Sought.Newer it -> newer(it);
                case Sought.Word it -> weak(it.in()) ? it : taken(it);
                case Sought.Run it -> weak(it.in()) ? it : taken(it);
                case Sought.Marked it -> it.mark() == Sought.Mark.YEAR ? it : taken(it);
                case Sought.Spoken it -> taken(it);
                case Sought.Everything it -> it;
            };
        }

        private List<Sought> without(List<Sought> all) {
            return all.stream().map(this::without).toList();
        }

        private Sought newer(Sought.Newer it) {
            aMonth += it.aMonth();
            return NOTHING;
        }

        private Sought taken(Sought leaf) {
            if (!strong.contains(leaf)) {
                strong.add(leaf);
            }
            return NOTHING;
        }

        private static boolean weak(Sought.Place place) {
            return place == Sought.Place.BODY || place == Sought.Place.MORE;
        }
    }
}
