package org.gongkai.opengov.redaction;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads every sign that a page draws, with its place (逐字读取): in forms, patterns, fields and Type 3
 * faces too; not in layers that are switched off, nor in comments.
 */
final class GlyphReader extends PDFGraphicsStreamEngine {
    private static final int MOST_GLYPHS = 200_000;
    private static final long MOST_PIXELS = 100_000_000;
    private static final double MOSTLY = 0.85;
    private static final double OPAQUE = 0.95;

    private final PDPage page;
    private final Layers layers;
    private final GlyphInk ink;
    private final Sheet sheet;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Box> pictures = new ArrayList<>();
    private final Set<PageNote> notes = EnumSet.noneOf(PageNote.class);
    private final Deque<Boolean> hiding = new ArrayDeque<>();
    private GeneralPath path = new GeneralPath();
    private @Nullable Box tiled;

    GlyphReader(PDPage page, Layers layers, GlyphInk ink) {
        super(page);
        this.page = page;
        this.layers = layers;
        this.ink = ink;
        this.sheet = Sheet.of(page);
    }

    PageReading read(int number) throws IOException {
        processPage(page);
        for (var annotation : page.getAnnotations()) {
            if (PaperParts.belongs(annotation)) {
                if (PaperParts.isShown(annotation)
                        && !layers.hides(annotation.getOptionalContent())) {
                    showAnnotation(annotation);
                }
            } else if (PaperParts.isComment(annotation)) {
                notes.add(PageNote.COMMENTS);
            }
        }
        if (glyphs.stream().anyMatch(Glyph::unseen)) {
            notes.add(PageNote.UNSEEN_TEXT);
        }
        return new PageReading(number, sheet.width(), sheet.height(), glyphs, pictures, notes);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
            throws IOException {
        if (isHidden()) {
            return;
        }
        var text = meaning(font, code);
        if (text == null) {
            notes.add(PageNote.UNREADABLE_SIGNS);
            return;
        }
        if (glyphs.size() >= MOST_GLYPHS || Thread.currentThread().isInterrupted()) {
            throw Refusal.of(RefusalKind.TOO_LARGE, "redaction.refused.page-too-full");
        }
        glyphs.add(glyph(matrix, font, code, displacement, text));
    }

    private Glyph glyph(Matrix matrix, PDFont font, int code, Vector moves, String text)
            throws IOException {
        var own = matrix.createAffineTransform();
        boolean vertical = font.isVertical();
        double across = vertical ? font.getWidth(code) / 1000 : moves.getX();
        Rectangle2D room =
                new Rectangle2D.Double(Math.min(0, across), 0, Math.abs(across), GlyphInk.HEIGHT);
        var box = sheet.box(room.createUnion(ink.of(font, code)), own);
        var from = sheet.point(own, 0, 0);
        var to = sheet.point(own, vertical ? 0 : moves.getX(), vertical ? moves.getY() : 0);
        var up = sheet.point(own, 0, 1);
        var size = from.distance(up);
        var angle = Math.atan2(to.getY() - from.getY(), to.getX() - from.getX());
        var mode = getGraphicsState().getTextState().getRenderingMode();
        boolean unseen = mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
        if (vertical) {
            // Written downwards as if turned: the base line at the left, the cell from its top.
            var top = box.top();
            return new Glyph(
                    text,
                    box,
                    box.left() + 0.12 * size,
                    top,
                    angle,
                    from.distance(to),
                    size,
                    unseen);
        }
        return new Glyph(
                text,
                tiled == null ? box : tiled,
                from.getX(),
                from.getY(),
                angle,
                from.distance(to),
                size,
                unseen || tiled != null);
    }

    private static @Nullable String meaning(PDFont font, int code) {
        var text = font.toUnicode(code);
        if (text == null && font instanceof PDSimpleFont) {
            return String.valueOf((char) code);
        }
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        if (isHidden()
                || image instanceof PDImageXObject object
                        && layers.hides(object.getOptionalContent())) {
            return;
        }
        refuseWhatCannotBeDrawn(image);
        notes.add(PageNote.PICTURES);
        var own = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        var box = sheet.box(new Rectangle2D.Double(0, 0, 1, 1), own);
        pictures.add(box);
        boolean seeThrough =
                image.isStencil()
                        || image instanceof PDImageXObject object
                                && (object.getCOSObject().containsKey(COSName.SMASK)
                                        || object.getCOSObject().containsKey(COSName.MASK));
        if (!seeThrough) {
            cover(box);
        }
    }

    private static void refuseWhatCannotBeDrawn(PDImage image) {
        if ((long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
            throw Refusal.of(RefusalKind.TOO_LARGE, "redaction.refused.picture-too-large");
        }
        var filters = String.valueOf(image.getCOSObject().getDictionaryObject(COSName.FILTER));
        if (filters.contains("JPXDecode") || filters.contains("JBIG2Decode")) {
            throw Refusal.of(RefusalKind.UNSUPPORTED, "redaction.refused.picture-kind");
        }
    }

    /** Whatever is painted over afterwards is no longer seen. */
    private void cover(Box box) {
        if (getGraphicsState().getNonStrokeAlphaConstant() >= OPAQUE) {
            glyphs.replaceAll(
                    it -> !it.unseen() && it.box().shareIn(box) >= MOSTLY ? it.painted() : it);
        }
    }

    @Override
    public void fillPath(int rule) throws IOException {
        var bounds = path.getBounds2D();
        boolean rectangle = isRectangle(path, bounds);
        path = new GeneralPath();
        if (isHidden() || bounds.isEmpty()) {
            return;
        }
        var state = getGraphicsState();
        if (state.getNonStrokingColorSpace() instanceof PDPattern space) {
            if (tiled == null
                    && space.getPattern(state.getNonStrokingColor())
                            instanceof PDTilingPattern tiling) {
                tiled = sheet.box(bounds);
                processTilingPattern(tiling, null, null);
                tiled = null;
            }
        } else if (rectangle) {
            cover(sheet.box(bounds));
        }
    }

    private static boolean isRectangle(GeneralPath path, Rectangle2D bounds) {
        return !bounds.isEmpty()
                && path.contains(
                        bounds.getX() + bounds.getWidth() * 0.02,
                        bounds.getY() + bounds.getHeight() * 0.02,
                        bounds.getWidth() * 0.96,
                        bounds.getHeight() * 0.96);
    }

    private boolean isHidden() {
        return hiding.contains(true);
    }

    private void enter(@Nullable PDPropertyList layer) {
        boolean hidden = layers.hides(layer);
        if (hidden) {
            notes.add(PageNote.HIDDEN_LAYERS);
        }
        hiding.push(hidden);
    }

    /** Forms close what they open, whatever is missing in them. */
    private void leaveTo(int depth) {
        while (hiding.size() > depth) {
            hiding.pop();
        }
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        enter(
                COSName.OC.equals(tag) && properties != null
                        ? PDPropertyList.create(properties)
                        : null);
    }

    @Override
    public void endMarkedContentSequence() {
        hiding.poll();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        int depth = hiding.size();
        enter(form.getOptionalContent());
        super.showForm(form);
        leaveTo(depth);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        int depth = hiding.size();
        enter(form.getOptionalContent());
        super.showTransparencyGroup(form);
        leaveTo(depth);
    }

    @Override
    public void fillAndStrokePath(int rule) throws IOException {
        fillPath(rule);
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
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        begin(x, y);
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        begin(x1, y1);
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    private void begin(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        }
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
    public void clip(int rule) {}

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
