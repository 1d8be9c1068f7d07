package org.gongkai.opengov.redaction;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * A page as it is displayed (页面版式): cropped, turned, in its true size; from the coordinates of the
 * file to points from the top left.
 */
record Sheet(double width, double height, AffineTransform display) {

    static Sheet of(PDPage page) {
        var crop = page.getCropBox();
        double across = crop.getWidth();
        double down = crop.getHeight();
        int turn = Math.floorMod(page.getRotation(), 360);
        var turned =
                switch (turn) {
                    case 90 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 180 -> new AffineTransform(-1, 0, 0, 1, across, 0);
                    case 270 -> new AffineTransform(0, -1, -1, 0, down, across);
                    default -> new AffineTransform(1, 0, 0, -1, 0, down);
                };
        var display = AffineTransform.getScaleInstance(page.getUserUnit(), page.getUserUnit());
        display.concatenate(turned);
        display.translate(-crop.getLowerLeftX(), -crop.getLowerLeftY());
        boolean lies = turn == 90 || turn == 270;
        return new Sheet(
                (lies ? down : across) * page.getUserUnit(),
                (lies ? across : down) * page.getUserUnit(),
                display);
    }

    Box box(Rectangle2D inFile) {
        return boxOf(display.createTransformedShape(inFile).getBounds2D());
    }

    /** A rectangle of the glyph's or picture's own space, by its matrix. */
    Box box(Rectangle2D own, AffineTransform matrix) {
        Path2D path = new Path2D.Double(own, matrix);
        path.transform(display);
        return boxOf(path.getBounds2D());
    }

    Point2D point(AffineTransform matrix, double x, double y) {
        return display.transform(matrix.transform(new Point2D.Double(x, y), null), null);
    }

    private static Box boxOf(Rectangle2D it) {
        return new Box(it.getMinX(), it.getMinY(), it.getMaxX(), it.getMaxY());
    }
}
