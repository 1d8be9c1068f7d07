package org.gongkai.opengov.redaction;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The number of a mark in white on its painted place (涂盖编号), by which a reader finds its ground in
 * the list. Left out where it would not fit.
 *
 * @param left of the first digit, in pixels
 * @param dot the side of a dot; a digit is three dots wide and five high
 */
record PaintLabel(int left, int top, int dot, String digits) {
    private static final int ACROSS = 3;
    private static final int DOWN = 5;
    private static final int STEP = ACROSS + 1;
    private static final int SMALLEST = 2;
    private static final int LARGEST = 6;
    private static final double ROOM = 0.6;

    /** What compression may blur around an edge. */
    private static final int BLUR = 8;

    private static final List<String> SHAPES =
            List.of(
                    "111101101101111",
                    "010110010010111",
                    "111001111100111",
                    "111001111001111",
                    "101101111001001",
                    "111100111001111",
                    "111100111101111",
                    "111001001001001",
                    "111101111101111",
                    "111101111001111");

    /**
     * The labels of a page whose picture has this size, one for each place apart from the others.
     */
    static List<PaintLabel> of(PagePlan plan, BufferedImage image) {
        var across = image.getWidth() / plan.page().width();
        var down = image.getHeight() / plan.page().height();
        List<PaintLabel> labels = new ArrayList<>();
        for (var cut : Cut.apart(plan.cuts())) {
            var box = cut.box().scaled(across, down);
            var digits = Integer.toString(cut.mark() + 1);
            int dot = Math.min(LARGEST, (int) (box.height() * ROOM / DOWN));
            int width = (digits.length() * STEP - 1) * dot;
            if (dot >= SMALLEST && width <= box.width() - 2 * dot) {
                labels.add(
                        new PaintLabel(
                                (int) (box.left() + (box.width() - width) / 2),
                                (int) (box.top() + (box.height() - DOWN * dot) / 2),
                                dot,
                                digits));
            }
        }
        return labels;
    }

    private int right() {
        return left + (digits.length() * STEP - 1) * dot;
    }

    private int bottom() {
        return top + DOWN * dot;
    }

    /** Whether this pixel is part of a digit. */
    boolean isWhite(int x, int y) {
        if (x < left || x >= right() || y < top || y >= bottom()) {
            return false;
        }
        var column = (x - left) / dot;
        var digit = digits.charAt(column / STEP) - '0';
        var at = column % STEP;
        return at < ACROSS && SHAPES.get(digit).charAt((y - top) / dot * ACROSS + at) == '1';
    }

    /** Whether this pixel is part of the label or so near that compression may blur it. */
    boolean isNear(int x, int y) {
        return x >= left - BLUR && x < right() + BLUR && y >= top - BLUR && y < bottom() + BLUR;
    }

    void paint(int[] pixels, int width) {
        for (var y = top; y < bottom(); y++) {
            for (var x = left; x < right(); x++) {
                if (isWhite(x, y)) {
                    pixels[y * width + x] = 0xFFFFFFFF;
                }
            }
        }
    }
}
