package org.gongkai.opengov.redaction;

/**
 * A sign on a page as it is displayed (字形): in points from the top left.
 *
 * @param text what it means; several characters for a ligature
 * @param box the room it takes, its ink included
 * @param x where its base line begins
 * @param angle of the writing, in radians, clockwise as seen; vertical writing goes down
 * @param advance how far it moves the pen
 * @param size of the face
 * @param unseen not drawn, or painted over later: words of a recogniser, or hidden ones
 */
record Glyph(
        String text,
        Box box,
        double x,
        double y,
        double angle,
        double advance,
        double size,
        boolean unseen) {

    private static final double EDGE = 0.2;
    private static final double ABOVE = 0.88;
    private static final double BELOW = -0.12;

    /** The part by which it is judged whether a mark takes it; neighbours' edges overlap. */
    Box core() {
        return box.shrunk(EDGE);
    }

    /**
     * What is painted over: also the square in which signs of this size stand, whatever the sign.
     */
    Box cell() {
        return box.and(edge(BELOW * size)).and(edge(ABOVE * size));
    }

    /** The line from beginning to end at this height above the base line. */
    private Box edge(double up) {
        var fromX = x + up * Math.sin(angle);
        var fromY = y - up * Math.cos(angle);
        var toX = fromX + advance * Math.cos(angle);
        var toY = fromY + advance * Math.sin(angle);
        return new Box(
                Math.min(fromX, toX),
                Math.min(fromY, toY),
                Math.max(fromX, toX),
                Math.max(fromY, toY));
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** How far along the writing it begins. */
    double along() {
        return x * Math.cos(angle) + y * Math.sin(angle);
    }

    /** How far across the writing its base line lies; grows from line to line. */
    double across() {
        return y * Math.cos(angle) - x * Math.sin(angle);
    }

    Glyph painted() {
        return new Glyph(text, box, x, y, angle, advance, size, true);
    }

    /** The same sign at the same place, drawn twice to look bold. */
    boolean repeats(Glyph earlier) {
        return text.equals(earlier.text)
                && Math.abs(x - earlier.x) < 0.3 * size
                && Math.abs(y - earlier.y) < 0.3 * size;
    }
}
