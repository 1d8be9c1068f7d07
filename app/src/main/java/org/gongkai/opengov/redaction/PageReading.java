package org.gongkai.opengov.redaction;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a page says and shows (页面内容), as displayed: turned, cropped, in its true size.
 *
 * @param number from 1
 * @param width in points
 * @param height in points
 * @param glyphs in the order in which they are drawn
 * @param pictures where pictures stand
 */
record PageReading(
        int number,
        double width,
        double height,
        List<Glyph> glyphs,
        List<Box> pictures,
        Set<PageNote> notes) {

    private static final double MOSTLY = 0.6;

    PageReading {
        glyphs = List.copyOf(glyphs);
        pictures = List.copyOf(pictures);
        notes = notes.isEmpty() ? Set.of() : EnumSet.copyOf(notes);
    }

    /**
     * Whether the page is a picture of a page, so that its unseen words are those of a recogniser.
     */
    boolean isScan() {
        var sheet = new Box(0, 0, width, height);
        return pictures.stream().mapToDouble(sheet::shareIn).max().orElse(0) >= MOSTLY;
    }

    /** A page without any text. */
    static PageReading picture(int number, double width, double height) {
        return new PageReading(
                number,
                width,
                height,
                List.of(),
                List.of(new Box(0, 0, width, height)),
                EnumSet.of(PageNote.PICTURES));
    }
}
