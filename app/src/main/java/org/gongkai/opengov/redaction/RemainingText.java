package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The signs that remain of a page, in reading order (剩余文字): neither marked nor unseen; where some
 * were taken, words that say so.
 */
final class RemainingText {
    private final PagePlan plan;
    private final PagePicture picture;
    private final ReleaseWords words;
    private final List<Glyph> remaining = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();

    private RemainingText(PagePlan plan, PagePicture picture, ReleaseWords words) {
        this.plan = plan;
        this.picture = picture;
        this.words = words;
    }

    /**
     * The signs that remain.
     *
     * @param picture the page before it is painted
     */
    static List<Glyph> of(PagePlan plan, PagePicture picture, ReleaseWords words) {
        var text = new RemainingText(plan, picture, words);
        text.collect();
        text.tellOfPictures();
        return List.copyOf(text.remaining);
    }

    private void collect() {
        var page = plan.page();
        List<Glyph> taken = new ArrayList<>();
        var taker = -1;
        for (var at : ReadingOrder.best(page.glyphs())) {
            var glyph = page.glyphs().get(at);
            if (plan.takes(at)) {
                if (plan.taker(at) != taker) {
                    tell(taken, taker);
                    taker = plan.taker(at);
                    told.add(taker);
                }
                taken.add(glyph);
                continue;
            }
            if (remains(glyph)) {
                tell(taken, taker);
                taker = -1;
                remaining.add(glyph);
            }
        }
        tell(taken, taker);
    }

    private boolean remains(Glyph glyph) {
        return (!glyph.unseen() || plan.page().isScan()) && picture.shows(glyph);
    }

    /** Says on the first line of what was taken that something was. */
    private void tell(List<Glyph> taken, int taker) {
        if (!taken.isEmpty()) {
            var first = taken.getFirst();
            var end = first.along() + first.advance();
            for (var glyph : taken) {
                if (ReadingOrder.sameLine(first, glyph)) {
                    end = Math.max(end, glyph.along() + glyph.advance());
                }
            }
            tell(first, Math.max(end - first.along(), first.size() / 4), taker);
        }
        taken.clear();
    }

    private void tell(Glyph first, double room, int taker) {
        var signs = words.withheld(taker + 1).codePoints().mapToObj(Character::toString).toList();
        var advance = room / signs.size();
        for (var at = 0; at < signs.size(); at++) {
            remaining.add(
                    new Glyph(
                            signs.get(at),
                            first.box(),
                            first.x() + at * advance * Math.cos(first.angle()),
                            first.y() + at * advance * Math.sin(first.angle()),
                            first.angle(),
                            advance,
                            first.size(),
                            true));
        }
    }

    /**
     * Where no sign was taken, the place is told at its upper edge, behind the text of the page.
     */
    private void tellOfPictures() {
        for (var cut : plan.cuts()) {
            if (told.add(cut.mark())) {
                var box = cut.box();
                var size = Math.max(1, Math.min(12, box.height()));
                tell(
                        new Glyph(
                                "",
                                box,
                                box.left(),
                                box.top() + 0.9 * size,
                                0,
                                box.width(),
                                size,
                                true),
                        Math.max(1, box.width()),
                        cut.mark());
            }
        }
    }
}
