package org.gongkai.platform.letters;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The picture that messengers show beside a link (分享图): the site's name on the site's colour, drawn
 * from the shipped face, so that it needs no font of the machine and nobody else's server.
 *
 * <p>1200 × 630 pixels; all words stand within the square in the middle, which is what WeChat
 * shows.
 */
public final class TitleCard {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int SQUARE = 560;
    private static final int LARGEST = 72;
    private static final int SMALL = 34;
    private static final Color GROUND = new Color(0x0B5560);
    private static final Color TINT = new Color(0xB9DEE2);

    private final TrueTypeFont face;
    private final Graphics2D drawing;

    private TitleCard(TrueTypeFont face, Graphics2D drawing) {
        this.face = face;
        this.drawing = drawing;
    }

    /** As PNG: the name, and a smaller line below it. */
    public static byte[] png(String name, String below) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var drawing = image.createGraphics();
        try (var face =
                        new TTFParser()
                                .parse(
                                        new RandomAccessReadBuffer(
                                                Typeface.HEI.open().readAllBytes()));
                var bytes = new ByteArrayOutputStream()) {
            new TitleCard(face, drawing).draw(name, below);
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drawing.dispose();
        }
    }

    private void draw(String name, String below) throws IOException {
        drawing.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setColor(GROUND);
        drawing.fillRect(0, 0, WIDTH, HEIGHT);
        var signs = name.codePointCount(0, name.length());
        var perLine = signs <= 10 ? signs : (signs + 1) / 2;
        perLine = Math.clamp(perLine, 1, 14);
        var size = Math.min(LARGEST, SQUARE / perLine);
        var lines = lines(name, perLine);
        var pitch = size * 3 / 2;
        var y = HEIGHT / 2 - (lines.size() - 1) * pitch / 2;
        drawing.setColor(Color.WHITE);
        for (var line : lines) {
            write(line, size, y);
            y += pitch;
        }
        drawing.setColor(TINT);
        drawing.fillRect(WIDTH / 2 - 40, y - pitch / 3, 80, 4);
        write(below, SMALL, y + SMALL);
    }

    private static List<String> lines(String name, int perLine) {
        var signs = name.codePoints().toArray();
        var lines = new ArrayList<String>();
        for (var from = 0; from < signs.length; from += perLine) {
            lines.add(new String(signs, from, Math.min(perLine, signs.length - from)));
        }
        return lines;
    }

    /** In the middle of the card, on this base line. */
    private void write(String line, int size, int y) throws IOException {
        var scale = (double) size / face.getUnitsPerEm();
        var glyphs = line.codePoints().map(this::glyph).toArray();
        double width = 0;
        for (var it : glyphs) {
            width += face.getAdvanceWidth(it) * scale;
        }
        var x = (WIDTH - width) / 2;
        for (var it : glyphs) {
            var outline = face.getGlyph().getGlyph(it);
            if (outline != null) {
                var placed = AffineTransform.getTranslateInstance(x, y);
                placed.scale(scale, -scale);
                drawing.fill(placed.createTransformedShape(outline.getPath()));
            }
            x += face.getAdvanceWidth(it) * scale;
        }
    }

    private int glyph(int sign) {
        try {
            return face.getUnicodeCmapLookup().getGlyphId(sign);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
