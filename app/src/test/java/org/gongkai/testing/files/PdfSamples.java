package org.gongkai.testing.files;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** PDF files as offices and scanners make them, built with PDFBox. */
public final class PdfSamples {

    /** Draws on a page. */
    public interface Drawing {
        void draw(PDDocument document, PDPage page, PDPageContentStream pen) throws IOException;
    }

    /** Changes a finished document. */
    public interface Change {
        void apply(PDDocument document) throws IOException;
    }

    private PdfSamples() {}

    public static byte[] pdf(Drawing drawing, Change change) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var pen = new PDPageContentStream(document, page)) {
                drawing.draw(document, page, pen);
            }
            change.apply(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] pdf(Drawing drawing) {
        return pdf(drawing, document -> {});
    }

    public static byte[] plain(Change change) {
        return pdf(
                (document, page, pen) -> words(pen, "Monthly report on water quality", 100, 600),
                change);
    }

    public static byte[] locked(String owner, String user) {
        return plain(
                document -> {
                    var policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
                    policy.setEncryptionKeyLength(128);
                    document.protect(policy);
                });
    }

    public static void words(PDPageContentStream pen, String words, float x, float y)
            throws IOException {
        pen.beginText();
        pen.setFont(new PDType1Font(FontName.HELVETICA), 12);
        pen.newLineAtOffset(x, y);
        pen.showText(words);
        pen.endText();
    }

    public static void box(PDPageContentStream pen, Color colour, float... place)
            throws IOException {
        pen.setNonStrokingColor(colour);
        pen.addRect(place[0], place[1], place[2], place[3]);
        pen.fill();
    }

    public static void picture(PDDocument document, PDPageContentStream pen, float... place)
            throws IOException {
        var image =
                LosslessFactory.createFromImage(
                        document,
                        new java.awt.image.BufferedImage(
                                60, 60, java.awt.image.BufferedImage.TYPE_INT_RGB));
        pen.drawImage(image, place[0], place[1], place[2], place[3]);
    }

    /** A picture of a page with the words of a recogniser unseen beneath it. */
    public static byte[] recognisedScan() {
        return pdf(
                (document, page, pen) -> {
                    pen.beginText();
                    pen.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    pen.setRenderingMode(RenderingMode.NEITHER);
                    pen.newLineAtOffset(100, 600);
                    pen.showText("Monthly report on water quality");
                    pen.endText();
                    picture(document, pen, 0, 0, 612, 792);
                });
    }
}
