package org.gongkai.platform.letters;

import static org.gongkai.platform.letters.Words.word;

import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.gongkai.platform.letters.OfficeDocument.Face;
import org.gongkai.platform.letters.PaperImages.Picture;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Writes text and pictures of a paragraph into a .docx (文字与图片). */
final class PaperRuns {

    private static final double WIDEST = 442; // points: 156 mm
    private static final double HIGHEST = 560;
    private static final double SCREEN_TO_POINTS = 0.75;

    private final OfficeDocument paper;
    private final PaperImages images;

    PaperRuns(OfficeDocument paper, PaperImages images) {
        this.paper = paper;
        this.images = images;
    }

    void writeChildren(Element parent, XWPFParagraph into, Face face, double size) {
        parent.childNodes().forEach(node -> write(node, into, face, size));
    }

    void write(Node node, XWPFParagraph into, Face face, double size) {
        if (node instanceof TextNode text) {
            text(text, into, face, size);
        } else if (node instanceof Element element) {
            switch (element.tagName()) {
                case "br" -> into.createRun().addBreak();
                case "img" -> picture(element, into, face, size);
                case "strong", "b" -> writeChildren(element, into, Face.HEI, size);
                case "em", "i" -> writeChildren(element, into, Face.KAI, size);
                case "span" -> writeChildren(element, into, spanFace(element, face), size);
                default -> writeChildren(element, into, face, size);
            }
        }
    }

    private void text(TextNode node, XWPFParagraph into, Face face, double size) {
        var text = node.text();
        if (text.isBlank() && !(node.parent() instanceof Element parent && parent.hasText())) {
            return;
        }
        var run = paper.run(into, text, face, size);
        var style = node.parent() instanceof Element parent ? parent.tagName() : "";
        switch (style) {
            case "sub" -> run.setSubscript(VerticalAlign.SUBSCRIPT);
            case "sup" -> run.setSubscript(VerticalAlign.SUPERSCRIPT);
            default -> {}
        }
    }

    private static Face spanFace(Element span, Face face) {
        return span.hasClass("hei") ? Face.HEI : span.hasClass("kai") ? Face.KAI : face;
    }

    private void picture(Element image, XWPFParagraph into, Face face, double size) {
        var alternative = image.attr("alt");
        var picture = images.find(image.attr("src")).orElse(null);
        var measured = picture == null ? null : measure(picture);
        if (picture == null || measured == null) {
            paper.run(into, word("letters.paper.missing-image", alternative), face, size);
            return;
        }
        paper.picture(into, picture.bytes(), typeOf(picture), alternative, measured);
    }

    private static PictureType typeOf(Picture picture) {
        return switch (picture.mediaType()) {
            case "image/jpeg" -> PictureType.JPEG;
            case "image/gif" -> PictureType.GIF;
            default -> PictureType.PNG;
        };
    }

    /** Size in points, no larger than the text block; null if the bytes are not a picture. */
    private static @Nullable Dimension measure(Picture picture) {
        try {
            var read = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            if (read == null) {
                return null;
            }
            double width = read.getWidth() * SCREEN_TO_POINTS;
            double height = read.getHeight() * SCREEN_TO_POINTS;
            double shrink = Math.min(1, Math.min(WIDEST / width, HIGHEST / height));
            return new Dimension((int) (width * shrink), (int) (height * shrink));
        } catch (IOException unreadable) {
            return null;
        }
    }
}
