package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What goes from a page (页面涂盖方案): the places to paint, and for each sign the mark that takes it.
 */
final class PagePlan {
    private static final int NONE = -1;

    /** Edges of ink are soft, and pixels are not points. */
    private static final double RIM = 0.75;

    private final PageReading page;
    private final List<Cut> cuts = new ArrayList<>();
    private final int[] takers;

    PagePlan(PageReading page) {
        this.page = page;
        this.takers = new int[page.glyphs().size()];
        Arrays.fill(takers, NONE);
    }

    PageReading page() {
        return page;
    }

    List<Cut> cuts() {
        return cuts;
    }

    boolean takes(int glyph) {
        return takers[glyph] != NONE;
    }

    /** The mark that takes the sign; only for signs that are taken. */
    int taker(int glyph) {
        return takers[glyph];
    }

    /** Takes an area, and wholly every sign that it cuts. */
    void cutArea(Box area, int mark) {
        cuts.add(new Cut(area, mark));
        for (var at = 0; at < takers.length; at++) {
            var glyph = page.glyphs().get(at);
            boolean cut = glyph.core().touches(area);
            if (takers[at] == NONE && (cut || glyph.unseen() && isNear(glyph, area))) {
                takers[at] = mark;
                if (cut && !glyph.isBlank() && glyph.box().shareIn(area) < 1) {
                    cuts.add(new Cut(onPage(glyph.cell()), mark));
                }
            }
        }
    }

    /** Recognised words seldom lie exactly over what is seen. */
    private static boolean isNear(Glyph glyph, Box area) {
        return glyph.box().grown(glyph.size() / 2).touches(area);
    }

    /** Takes signs that follow each other, line by line. */
    void cutPassage(List<Integer> glyphs, int mark) {
        Glyph before = null;
        Box line = null;
        for (var at : glyphs) {
            var glyph = page.glyphs().get(at);
            var box = withRepeats(glyph);
            boolean same = before != null && ReadingOrder.continues(before, glyph);
            if (line != null && !same) {
                paint(line, mark);
            }
            line = line == null || !same ? box : line.and(box);
            before = glyph;
            takers[at] = takers[at] == NONE ? mark : takers[at];
        }
        if (line != null) {
            paint(line, mark);
        }
    }

    private Box withRepeats(Glyph glyph) {
        return page.glyphs().stream()
                .filter(it -> it.repeats(glyph))
                .map(Glyph::cell)
                .reduce(glyph.cell(), Box::and);
    }

    private void paint(Box line, int mark) {
        var box = onPage(line);
        cuts.add(new Cut(box, mark));
        for (var at = 0; at < takers.length; at++) {
            if (takers[at] == NONE && page.glyphs().get(at).core().touches(box)) {
                takers[at] = mark;
            }
        }
    }

    private Box onPage(Box box) {
        var grown = box.grown(RIM);
        var left = Math.clamp(grown.left(), 0, page.width());
        var top = Math.clamp(grown.top(), 0, page.height());
        return new Box(
                left,
                top,
                Math.clamp(grown.right(), left, page.width()),
                Math.clamp(grown.bottom(), top, page.height()));
    }
}
