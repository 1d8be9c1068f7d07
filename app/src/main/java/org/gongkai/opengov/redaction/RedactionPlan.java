package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.opengov.redaction.PassageSearch.Place;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What goes from a document (涂盖方案): each mark with its places, and the words that may not be found
 * any more.
 */
final class RedactionPlan {
    private static final int SHORTEST_WORDS = 2;
    private static final int SHORTEST_SIGNS = 4;

    private final List<Mark> marks;
    private final List<PagePlan> pages;
    private final PassageSearch search;
    private final Set<GoneWords> gone = new HashSet<>();
    private final int[] places;

    /** Words that a mark removed. */
    record GoneWords(int mark, String said, String folded) {
        static GoneWords of(int mark, String said) {
            return new GoneWords(mark, said, Folding.of(said));
        }
    }

    private RedactionPlan(List<PageReading> readings, List<Mark> marks) {
        this.marks = marks;
        this.pages = readings.stream().map(PagePlan::new).toList();
        this.search = new PassageSearch(readings);
        this.places = new int[marks.size()];
    }

    /** For a whole document; a mark that finds nothing is refused. */
    static RedactionPlan of(List<PageReading> readings, List<Mark> marks) {
        var plan = new RedactionPlan(readings, marks);
        plan.cut();
        plan.refuseWhatFindsNothing();
        plan.collectGoneWords();
        return plan;
    }

    /** For one page of a document, as far as its marks are found there. */
    static RedactionPlan preview(PageReading page, List<Mark> marks) {
        var plan = new RedactionPlan(List.of(page), marks);
        plan.cut();
        return plan;
    }

    private void cut() {
        for (var at = 0; at < marks.size(); at++) {
            switch (marks.get(at)) {
                case Mark.Area area -> cut(area, at);
                case Mark.Passage passage -> cut(passage, at);
            }
        }
    }

    /** The only page of a preview. */
    PagePlan page() {
        return pages.getFirst();
    }

    /** How many places a mark has found. */
    int places(int mark) {
        return places[mark];
    }

    List<PagePlan> pages() {
        return pages;
    }

    Set<GoneWords> gone() {
        return gone;
    }

    private void cut(Mark.Area area, int mark) {
        for (var page : pages) {
            if (page.page().number() == area.page()) {
                page.cutArea(area.box().scaled(page.page().width(), page.page().height()), mark);
                places[mark]++;
            }
        }
    }

    private void cut(Mark.Passage passage, int mark) {
        for (var found : search.find(passage.quote())) {
            var page = passage.page();
            if (page != null && found.stream().noneMatch(it -> isOn(it, page))) {
                continue;
            }
            places[mark]++;
            byPage(found).forEach((at, glyphs) -> pages.get(at).cutPassage(glyphs, mark));
        }
    }

    private boolean isOn(Place place, int number) {
        return pages.get(place.page()).page().number() == number;
    }

    private static Map<Integer, List<Integer>> byPage(List<Place> found) {
        Map<Integer, List<Integer>> pages = new LinkedHashMap<>();
        for (var place : found) {
            pages.computeIfAbsent(place.page(), it -> new ArrayList<>()).add(place.glyph());
        }
        return pages;
    }

    private void refuseWhatFindsNothing() {
        List<FieldProblem> problems = new ArrayList<>();
        for (var at = 0; at < places.length; at++) {
            if (places[at] == 0) {
                problems.add(FieldProblem.of("marks", "redaction.refused.finds-nothing", at + 1));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private void collectGoneWords() {
        for (var at = 0; at < marks.size(); at++) {
            if (marks.get(at) instanceof Mark.Passage passage && !passage.elsewhereAllowed()) {
                gone.add(GoneWords.of(at, passage.quote()));
            }
        }
        for (var page : pages) {
            collectFrom(page);
        }
    }

    /** What stands together on a line and is taken by one area. */
    private void collectFrom(PagePlan page) {
        var glyphs = page.page().glyphs();
        var words = new StringBuilder();
        Integer before = null;
        for (var at : ReadingOrder.best(glyphs)) {
            boolean goesOn =
                    before != null
                            && page.takes(at)
                            && page.taker(at) == page.taker(before)
                            && ReadingOrder.sameLine(glyphs.get(before), glyphs.get(at));
            if (!goesOn) {
                keep(page, before, words);
            }
            before = page.takes(at) ? at : null;
            if (before != null) {
                words.append(glyphs.get(at).text());
            }
        }
        keep(page, before, words);
    }

    private void keep(PagePlan page, @Nullable Integer last, StringBuilder words) {
        if (last != null
                && marks.get(page.taker(last)) instanceof Mark.Area area
                && !area.elsewhereAllowed()
                && tells(words.toString())) {
            gone.add(GoneWords.of(page.taker(last), words.toString()));
        }
        words.setLength(0);
    }

    /** A single sign, or three figures, stand everywhere and tell nothing. */
    private static boolean tells(String words) {
        var folded = Folding.of(words);
        int shortest =
                folded.codePoints().anyMatch(Character::isIdeographic)
                        ? SHORTEST_WORDS
                        : SHORTEST_SIGNS;
        return folded.codePointCount(0, folded.length()) >= shortest;
    }

    /** By the number of the mark: pages on which its words still stand, unmarked. */
    Map<Integer, Set<Integer>> stillStanding() {
        Map<Integer, Set<Integer>> standing = new TreeMap<>();
        for (var words : gone) {
            for (var found : search.find(words.folded())) {
                if (found.stream().noneMatch(it -> pages.get(it.page()).takes(it.glyph()))) {
                    standing.computeIfAbsent(words.mark(), it -> new java.util.TreeSet<>())
                            .add(found.getFirst().page() + 1);
                }
            }
        }
        return standing;
    }

    /** The list of what was withheld, without the words themselves. */
    List<RemovedPart> parts() {
        List<RemovedPart> parts = new ArrayList<>();
        for (var at = 0; at < marks.size(); at++) {
            for (var page : pages) {
                addPart(at, page, parts);
            }
        }
        return parts;
    }

    private void addPart(int mark, PagePlan page, List<RemovedPart> parts) {
        var cuts = page.cuts().stream().filter(it -> it.mark() == mark).toList();
        if (cuts.isEmpty()) {
            return;
        }
        var signs = 0;
        var glyphs = page.page().glyphs();
        for (var at : ReadingOrder.drawn(glyphs)) {
            if (page.takes(at) && page.taker(at) == mark && !glyphs.get(at).isBlank()) {
                signs++;
            }
        }
        parts.add(
                new RemovedPart(
                        mark + 1,
                        page.page().number(),
                        marks.get(mark) instanceof Mark.Passage,
                        Cut.apart(cuts).size(),
                        signs,
                        marks.get(mark).basis()));
    }
}
