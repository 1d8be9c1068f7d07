package org.gongkai.opengov.redaction;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;

/** How far the ink of a sign reaches (字形墨迹), in ems: slanted and swash signs leave their cell. */
final class GlyphInk {
    /** The height of a cell above the base line. */
    static final double HEIGHT = 0.7;

    private static final Rectangle2D COMMON = new Rectangle2D.Double(0, -0.2, 0, 1.1);
    private static final double FARTHEST = 3;

    private final Map<PDFont, Map<Integer, Rectangle2D>> known = new IdentityHashMap<>();

    Rectangle2D of(PDFont font, int code) throws IOException {
        var signs = known.computeIfAbsent(font, it -> new HashMap<>());
        var ink = signs.get(code);
        if (ink == null) {
            ink = measured(font, code);
            signs.put(code, ink);
        }
        return ink;
    }

    private static Rectangle2D measured(PDFont font, int code) throws IOException {
        var own = bounds(font, code);
        if (own.isEmpty()) {
            return font instanceof PDVectorFont ? new Rectangle2D.Double() : COMMON;
        }
        var ink =
                font.getFontMatrix()
                        .createAffineTransform()
                        .createTransformedShape(own)
                        .getBounds2D();
        boolean sane = ink.getWidth() < FARTHEST && ink.getHeight() < FARTHEST;
        return sane ? ink : COMMON;
    }

    private static Rectangle2D bounds(PDFont font, int code) throws IOException {
        if (font instanceof PDVectorFont drawn) {
            return drawn.getNormalizedPath(code).getBounds2D();
        }
        if (font instanceof PDType3Font drawn) {
            var procedure = drawn.getCharProc(code);
            var box = procedure == null ? null : procedure.getGlyphBBox();
            if (box == null) {
                box = drawn.getFontBBox();
            }
            return box == null ? new Rectangle2D.Double() : box.toGeneralPath().getBounds2D();
        }
        return new Rectangle2D.Double();
    }
}
