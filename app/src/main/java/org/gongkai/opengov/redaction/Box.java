package org.gongkai.opengov.redaction;

/**
 * An upright rectangle on a page as it is displayed (页面区域), measured from the top left.
 *
 * <p>Areas of marks are in parts of the page's width and height (0 to 1); places of glyphs in
 * points.
 */
public record Box(double left, double top, double right, double bottom) {
    public Box {
        if (!(left <= right && top <= bottom)) {
            throw new IllegalArgumentException(
                    "No rectangle: " + left + " " + top + " " + right + " " + bottom);
        }
    }

    /** Its width. */
    public double width() {
        return right - left;
    }

    /** Its height. */
    public double height() {
        return bottom - top;
    }

    /** The same in another measure. */
    public Box scaled(double across, double down) {
        return new Box(left * across, top * down, right * across, bottom * down);
    }

    /** The smallest rectangle around both. */
    public Box and(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    /** Smaller by a part of itself on each side. */
    public Box shrunk(double part) {
        var across = width() * part;
        var down = height() * part;
        return new Box(left + across, top + down, right - across, bottom - down);
    }

    /** Larger by a length on each side. */
    public Box grown(double by) {
        return new Box(left - by, top - by, right + by, bottom + by);
    }

    /** Whether the two share a place; touching edges do not count. */
    public boolean touches(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** Which part of this rectangle, 0 to 1, lies in the other. */
    public double shareIn(Box other) {
        var across = Math.min(right, other.right) - Math.max(left, other.left);
        var down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        return across * down / (width() * height());
    }
}
