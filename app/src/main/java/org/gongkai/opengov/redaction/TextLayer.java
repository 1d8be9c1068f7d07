package org.gongkai.opengov.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The unseen text of a released page (文字层): the remaining signs, each at its place, in reading
 * order and in paragraphs, so that they can be searched, copied and read aloud.
 */
final class TextLayer {
    private static final double WIDE_LEADING = 2.2;
    private static final double INDENT = 1.2;
    private static final double EARLY_END = 3;

    private final LayerFont font;
    private final double height;
    private final StringBuilder content = new StringBuilder();
    private int paragraphs;

    TextLayer(LayerFont font, double height) {
        this.font = font;
        this.height = height;
    }

    /** How many paragraphs there are; they are marked content 0, 1, 2 … */
    int paragraphs() {
        return paragraphs;
    }

    String content() {
        return content.toString();
    }

    void write(List<Glyph> glyphs) {
        var pieces = pieces(glyphs);
        if (pieces.isEmpty()) {
            return;
        }
        var ends = lineEnds(pieces);
        content.append("BT\n3 Tr\n");
        Piece before = null;
        for (var piece : pieces) {
            if (before == null || before.endsParagraph(piece, ends)) {
                content.append(before == null ? "" : "EMC\n");
                content.append("/P <</MCID ").append(paragraphs++).append(">> BDC\n");
            }
            write(piece);
            before = piece;
        }
        content.append("EMC\nET\n");
    }

    /** Signs that follow each other on a line in one size. */
    private record Piece(List<Glyph> glyphs) {
        Glyph first() {
            return glyphs.getFirst();
        }

        Glyph last() {
            return glyphs.getLast();
        }

        double end() {
            return last().along() + last().advance();
        }

        long column() {
            return Math.round(first().angle() * 20);
        }

        boolean endsParagraph(Piece next, Map<Long, Double> ends) {
            var size = first().size();
            var leading = next.first().across() - first().across();
            if (ReadingOrder.sameLine(last(), next.first())) {
                return !ReadingOrder.continues(last(), next.first());
            }
            return next.column() != column()
                    || leading < 0
                    || leading > WIDE_LEADING * size
                    || next.first().along() > first().along() + INDENT * size
                    || end() < ends.getOrDefault(column(), 0.0) - EARLY_END * size;
        }
    }

    private static List<Piece> pieces(List<Glyph> glyphs) {
        List<Piece> pieces = new ArrayList<>();
        List<Glyph> piece = new ArrayList<>();
        for (var glyph : glyphs) {
            if (glyph.size() <= 0 || piece.isEmpty() && glyph.isBlank()) {
                continue;
            }
            if (!piece.isEmpty()
                    && !(ReadingOrder.continues(piece.getLast(), glyph)
                            && Math.abs(piece.getFirst().size() - glyph.size()) < 0.01)) {
                pieces.add(new Piece(List.copyOf(piece)));
                piece.clear();
            }
            piece.add(glyph);
        }
        if (!piece.isEmpty()) {
            pieces.add(new Piece(List.copyOf(piece)));
        }
        return pieces;
    }

    private static Map<Long, Double> lineEnds(List<Piece> pieces) {
        Map<Long, Double> ends = new HashMap<>();
        pieces.forEach(it -> ends.merge(it.column(), it.end(), Math::max));
        return ends;
    }

    private void write(Piece piece) {
        var first = piece.first();
        var cos = Math.cos(first.angle());
        var sin = Math.sin(first.angle());
        content.append("/F0 ").append(number(first.size())).append(" Tf\n");
        for (var part : new double[] {cos, -sin, sin, cos, first.x(), height - first.y()}) {
            content.append(number(part)).append(' ');
        }
        content.append("Tm\n[");
        var pen = first.along();
        for (var glyph : piece.glyphs()) {
            var shift = Math.round((pen - glyph.along()) / first.size() * 1000);
            if (shift != 0) {
                content.append(shift);
                pen -= shift * first.size() / 1000;
            }
            content.append("<%04X>".formatted(font.number(glyph)));
            pen += LayerFont.width(glyph) * first.size() / 1000;
        }
        content.append("] TJ\n");
    }

    /** Four digits are a hundredth of a pixel. */
    static String number(double value) {
        var tenThousandths = Math.round(value * 10_000);
        var sign = tenThousandths < 0 ? "-" : "";
        var whole = Math.abs(tenThousandths) / 10_000;
        var rest = Math.abs(tenThousandths) % 10_000;
        return sign + whole + (rest == 0 ? "" : ".%04d".formatted(rest));
    }
}
