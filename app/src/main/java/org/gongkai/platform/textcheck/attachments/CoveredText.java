package org.gongkai.platform.textcheck.attachments;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * Words of a PDF page under a box or picture that was painted later (遮盖文字): the reader sees a black
 * box, the program still reads the words. Also words in the colour of the box beneath them.
 */
final class CoveredText extends PDFGraphicsStreamEngine {
    private static final double MOSTLY = 0.85;
    private static final double WHOLE_PAGE = 0.7;

    private final PDPage page;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private GeneralPath path = new GeneralPath();
    private int order;
    private boolean picture;

    private record Glyph(Rectangle2D place, String words, int order, int colour) {}

    private record Box(Rectangle2D place, int order, int colour) {}

    CoveredText(PDPage page) {
        super(page);
        this.page = page;
    }

    void run() throws IOException {
        processPage(page);
    }

    /** Whether a picture fills most of the page. */
    boolean isPicture() {
        return picture;
    }

    /** The covered words, neighbours joined. */
    List<String> passages() {
        List<String> passages = new ArrayList<>();
        var passage = new StringBuilder();
        for (var glyph : glyphs) {
            if (isCovered(glyph)) {
                passage.append(glyph.words());
            } else if (!passage.isEmpty()) {
                passages.add(passage.toString());
                passage.setLength(0);
            }
        }
        passages.add(passage.toString());
        return passages.stream().filter(it -> !it.isBlank()).toList();
    }

    private boolean isCovered(Glyph glyph) {
        Box beneath = null;
        for (var box : boxes) {
            if (share(glyph.place(), box.place()) >= MOSTLY) {
                if (box.order() > glyph.order()) {
                    return true;
                }
                beneath = box;
            }
        }
        return beneath != null && beneath.colour() == glyph.colour() && beneath.colour() != -1;
    }

    private static double share(Rectangle2D glyph, Rectangle2D box) {
        var common = glyph.createIntersection(box);
        if (common.isEmpty() || glyph.isEmpty()) {
            return 0;
        }
        return common.getWidth() * common.getHeight() / (glyph.getWidth() * glyph.getHeight());
    }

    @Override
    protected void showGlyph(Matrix text, PDFont font, int code, Vector displacement)
            throws IOException {
        var mode = getGraphicsState().getTextState().getRenderingMode();
        var words = font.toUnicode(code);
        if (words == null || words.isBlank() || mode == RenderingMode.NEITHER) {
            return;
        }
        var left = text.transformPoint(0.1f * displacement.getX(), 0.05f);
        var right = text.transformPoint(0.9f * displacement.getX(), 0.6f);
        var place = new Rectangle2D.Double();
        place.setFrameFromDiagonal(left, right);
        glyphs.add(new Glyph(place, words, order++, colour()));
    }

    private int colour() throws IOException {
        try {
            return getGraphicsState().getNonStrokingColor().toRGB();
        } catch (UnsupportedOperationException pattern) {
            return -1;
        }
    }

    private void addBox(Rectangle2D place) throws IOException {
        if (getGraphicsState().getNonStrokeAlphaConstant() >= 0.95) {
            boxes.add(new Box(place, order++, colour()));
        }
    }

    @Override
    public void drawImage(PDImage image) {
        var unit = getGraphicsState().getCurrentTransformationMatrix();
        var place = new Rectangle2D.Double();
        place.setFrameFromDiagonal(unit.transformPoint(0, 0), unit.transformPoint(1, 1));
        var sheet = page.getCropBox();
        var share =
                place.getWidth()
                        * place.getHeight()
                        / ((double) sheet.getWidth() * sheet.getHeight());
        picture |= share >= WHOLE_PAGE;
        var seeThrough =
                image instanceof PDImageXObject object
                        && (object.getCOSObject().containsKey(COSName.SMASK)
                                || object.getCOSObject().containsKey(COSName.MASK));
        if (share < WHOLE_PAGE && !seeThrough) {
            boxes.add(new Box(place, order++, -1));
        }
    }

    @Override
    public void fillPath(int rule) throws IOException {
        if (isRectangle(path)) {
            addBox(path.getBounds2D());
        }
        path = new GeneralPath();
    }

    @Override
    public void fillAndStrokePath(int rule) throws IOException {
        fillPath(rule);
    }

    private static boolean isRectangle(GeneralPath path) {
        var bounds = path.getBounds2D();
        return !bounds.isEmpty()
                && path.contains(
                        bounds.getX() + bounds.getWidth() * 0.02,
                        bounds.getY() + bounds.getHeight() * 0.02,
                        bounds.getWidth() * 0.96,
                        bounds.getHeight() * 0.96);
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(c.getX(), c.getY());
        path.lineTo(d.getX(), d.getY());
        path.closePath();
    }

    @Override
    public void clip(int rule) {}

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        }
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x1, y1);
        }
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void endPath() {
        path = new GeneralPath();
    }

    @Override
    public void strokePath() {
        path = new GeneralPath();
    }

    @Override
    public void shadingFill(COSName name) {}
}
