package org.gongkai.opengov.redaction;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.tukaani.xz.XZInputStream;

/** A one-page answer about a complaint, with three things in it that may not be disclosed. */
final class Paper {
    static final String NAME = "张三丰";
    static final String NUMBER = "640102198503071234";
    static final String PHONE = "13909510001";
    static final List<String> SECRETS = List.of(NAME, NUMBER, PHONE);

    static final List<String> LINES =
            List.of(
                    "关于河东区化工厂夜间排放废气举报事项的答复",
                    "申请人" + NAME + "于二〇二一年三月五日来信反映夜间排放。",
                    "其身份证号码" + NUMBER + "，电话" + PHONE + "。",
                    "我局于三月十日派员现场检查，未发现违法排放行为。");

    /** What must still be read, in this order. */
    static final List<String> REMAINS =
            List.of(
                    "关于河东区化工厂夜间排放废气举报事项的答复",
                    "申请人",
                    "于二〇二一年三月五日来信反映夜间排放。",
                    "其身份证号码",
                    "，电话",
                    "我局于三月十日派员现场检查，未发现违法排放行为。");

    static final float LEFT = 60;
    static final float SIZE = 14;
    static final float TOP = 700;
    static final float LEADING = 30;

    private static final byte[] FACE = face();

    final PDDocument document = new PDDocument();
    final PDPage page = new PDPage(PDRectangle.A4);
    final PDFont font;

    /** Does something to a paper. */
    interface Change {
        void apply(Paper paper) throws IOException;
    }

    private Paper() throws IOException {
        document.addPage(page);
        font = face(document);
    }

    static byte[] faceBytes() {
        return FACE.clone();
    }

    static PDFont face(PDDocument document) throws IOException {
        return PDType0Font.load(document, new java.io.ByteArrayInputStream(FACE), true);
    }

    static PDFont uprightFace(PDDocument document) throws IOException {
        return PDType0Font.loadVertical(document, new java.io.ByteArrayInputStream(FACE), true);
    }

    private static byte[] face() {
        try (InputStream packed =
                        Objects.requireNonNull(
                                Paper.class.getResourceAsStream(
                                        "/org/gongkai/platform/letters/fonts/song.ttf.xz"));
                var plain = new XZInputStream(packed)) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] of(Change change) {
        return saved(change, CompressParameters.DEFAULT_COMPRESSION);
    }

    static byte[] saved(Change change, CompressParameters how) {
        try {
            var paper = new Paper();
            try (paper.document) {
                change.apply(paper);
                var bytes = new ByteArrayOutputStream();
                paper.document.save(bytes, how);
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static float baseline(int line) {
        return TOP - line * LEADING;
    }

    PDPageContentStream pen() throws IOException {
        return new PDPageContentStream(
                document, page, PDPageContentStream.AppendMode.APPEND, true, true);
    }

    void lines() throws IOException {
        try (var pen = pen()) {
            lines(pen);
        }
    }

    /** With others in place of name, number and phone. */
    void lines(List<String> others) throws IOException {
        try (var pen = pen()) {
            for (var line = 0; line < LINES.size(); line++) {
                var words = LINES.get(line);
                for (var at = 0; at < SECRETS.size(); at++) {
                    words = words.replace(SECRETS.get(at), others.get(at));
                }
                say(pen, words, LEFT, baseline(line));
            }
        }
    }

    void lines(PDPageContentStream pen) throws IOException {
        for (var line = 0; line < LINES.size(); line++) {
            say(pen, LINES.get(line), LEFT, baseline(line));
        }
    }

    void say(PDPageContentStream pen, String words, float x, float y) throws IOException {
        pen.beginText();
        pen.setFont(font, SIZE);
        pen.newLineAtOffset(x, y);
        pen.showText(words);
        pen.endText();
    }

    /** How the paper looks, as a scanner sees it. */
    static BufferedImage scanned(float dots) {
        try (var document = Loader.loadPDF(of(Paper::lines))) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, dots, ImageType.RGB);
            var pen = image.createGraphics();
            pen.setColor(new Color(250, 240, 220));
            pen.fillRect(0, image.getHeight() - 60, image.getWidth(), 60);
            pen.dispose();
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An area of the upright page, given from the lower left in points as in the file. */
    static Box area(float x, float y, float width, float height) {
        var sheet = PDRectangle.A4;
        return new Box(
                x / sheet.getWidth(),
                1 - (y + height) / sheet.getHeight(),
                (x + width) / sheet.getWidth(),
                1 - y / sheet.getHeight());
    }

    /** Where the name stands: the fourth to sixth sign of the second line. */
    static Box nameArea() {
        return area(LEFT + 3 * SIZE, baseline(1) - 3, 3 * SIZE, SIZE + 2);
    }

    /** Where identity number and phone stand: from the seventh sign of the third line on. */
    static Box numbersArea() {
        return area(LEFT + 6 * SIZE, baseline(2) - 3, 300, SIZE + 2);
    }
}
