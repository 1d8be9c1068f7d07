package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds words in the signs of a document (查找文字), as drawn and by place, over line and page ends.
 */
final class PassageSearch {
    private final List<Text> texts;

    /** A sign of a page, both from 0. */
    record Place(int page, int glyph) {}

    private record Text(String folded, List<Place> places) {

        static Text of(List<PageReading> pages, Function<List<Glyph>, List<Integer>> order) {
            var folded = new StringBuilder();
            List<Place> places = new ArrayList<>();
            for (var page = 0; page < pages.size(); page++) {
                var glyphs = pages.get(page).glyphs();
                for (var at : order.apply(glyphs)) {
                    var words = Folding.of(glyphs.get(at).text());
                    var place = new Place(page, at);
                    folded.append(words);
                    for (var each = 0; each < words.length(); each++) {
                        places.add(place);
                    }
                }
            }
            return new Text(folded.toString(), places);
        }
    }

    PassageSearch(List<PageReading> pages) {
        this.texts =
                List.of(Text.of(pages, ReadingOrder::drawn), Text.of(pages, ReadingOrder::placed));
    }

    /** Every occurrence, each with its signs in order, each once. */
    Set<List<Place>> find(String quote) {
        var needle = Folding.of(quote);
        Set<List<Place>> found = new LinkedHashSet<>();
        if (needle.isEmpty()) {
            return found;
        }
        for (var text : texts) {
            for (var at = text.folded().indexOf(needle);
                    at >= 0;
                    at = text.folded().indexOf(needle, at + 1)) {
                found.add(
                        text.places().subList(at, at + needle.length()).stream()
                                .distinct()
                                .toList());
            }
        }
        return found;
    }
}
