package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Scan of a form signed on paper — matched by its QR code")
class ScanReaderTests {

    private static byte[] form;

    @TempDir private Path folder;

    private final ScanReader reader = new ScanReader();

    @BeforeAll
    static void printTheForm() {
        form = new Letters().reviewForm(Samples.keyPoints()).pdf();
    }

    @ParameterizedTest(name = "{0} dpi, turned {1}°, noise {2}, JPEG quality {3}")
    @CsvSource({
        "200,    0,  0, 0.9",
        "200,    1, 12, 0.8",
        "200,   -2, 20, 0.6",
        "200,    5, 20, 0.5",
        "200,   -5, 30, 0.5",
        "200,   90, 20, 0.6",
        "200,  180, 20, 0.6",
        "200,  270, 20, 0.6",
        "200,   93, 25, 0.5",
        "200,  176, 25, 0.5",
        "300,    0, 20, 0.6",
        "300,    5, 30, 0.4",
        "300,   -5, 30, 0.4",
        "300,  275, 30, 0.4",
        "150,    3, 15, 0.6"
    })
    void findsTheContent(int dpi, double degrees, int noise, float quality) throws IOException {
        var scan = asJpeg(noisy(turned(printed(dpi), degrees), noise), quality);

        assertThat(reader.read(scan)).contains(Samples.MARK);
    }

    @Test
    void findsTheContentInAPdfOfPageImages() throws IOException {
        var image = noisy(turned(printed(200), -3), 20);
        var file = folder.resolve("scan.pdf");
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage(PDRectangle.A4));
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                var picture = JPEGFactory.createFromImage(pdf, image, 0.6f);
                content.drawImage(picture, 0, 0, 595, 842);
            }
            pdf.save(file.toFile());
        }

        assertThat(reader.read(file)).contains(Samples.MARK);
    }

    @Test
    void findsTheContentInAPng() throws IOException {
        var file = folder.resolve("scan.png");
        ImageIO.write(printed(200), "png", file.toFile());

        assertThat(reader.read(file)).contains(Samples.MARK);
    }

    @Test
    void findsNothingOnAPageWithoutCode() throws IOException {
        var file = folder.resolve("blank.png");
        ImageIO.write(noisy(white(1654, 2339), 20), "png", file.toFile());

        assertThat(reader.read(file)).isEmpty();
    }

    @Test
    void findsNothingInACodeThatIsNotOurs() throws IOException {
        var file = folder.resolve("other.png");
        Files.write(file, QrCode.png("https://example.org/?doc=1"));

        assertThat(reader.read(file)).isEmpty();
    }

    @Test
    void vouchesForNeitherOfTwoContents() throws IOException {
        var other = new ContentMark("another", "0".repeat(64));
        var file = folder.resolve("two.pdf");
        try (var pdf = Loader.loadPDF(form)) {
            var page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (var content = new PDPageContentStream(pdf, page)) {
                var picture =
                        PDImageXObject.createFromByteArray(pdf, QrCode.png(other.text()), "qr");
                content.drawImage(picture, 100, 100, 90, 90);
            }
            pdf.save(file.toFile());
        }

        assertThat(reader.read(file)).isEmpty();
    }

    @Test
    void refusesAPdfWithPassword() throws IOException {
        var file = folder.resolve("locked.pdf");
        try (var pdf = Loader.loadPDF(form)) {
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(file.toFile());
        }

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problems().getFirst().messageKey())
                                        .isEqualTo("letters.scan.unreadable"));
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        var file = Files.writeString(folder.resolve("scan.png"), "MZ not a picture");

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.messageKey()).isEqualTo("letters.scan.unsupported"));
    }

    @Test
    void refusesAPageOfTooManyPixelsBeforeReadingIt() throws IOException {
        var file = folder.resolve("vast.png");
        var vast = new BufferedImage(40_001, 1_000, BufferedImage.TYPE_BYTE_BINARY);
        ImageIO.write(vast, "png", file.toFile());

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.messageKey()).isEqualTo("letters.scan.too-large"));
    }

    private static BufferedImage printed(int dpi) throws IOException {
        try (var pdf = Loader.loadPDF(form)) {
            return new PDFRenderer(pdf).renderImageWithDPI(0, dpi, ImageType.GRAY);
        }
    }

    private static BufferedImage turned(BufferedImage page, double degrees) {
        double angle = Math.toRadians(degrees);
        double sin = Math.abs(Math.sin(angle));
        double cos = Math.abs(Math.cos(angle));
        int width = (int) Math.ceil(page.getWidth() * cos + page.getHeight() * sin);
        int height = (int) Math.ceil(page.getWidth() * sin + page.getHeight() * cos);
        var turned = white(width, height);
        var graphics = turned.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        var move = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        move.rotate(angle);
        move.translate(-page.getWidth() / 2.0, -page.getHeight() / 2.0);
        graphics.drawImage(page, move, null);
        graphics.dispose();
        return turned;
    }

    private static BufferedImage white(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** Grey paper, uneven ink, and one dot in two hundred gone astray. */
    private static BufferedImage noisy(BufferedImage page, int noise) {
        var random = new Random(20211123);
        var raster = page.getRaster();
        for (int y = 0; noise > 0 && y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int grey = (int) (raster.getSample(x, y, 0) * 0.75 + 30);
                grey += (int) (random.nextGaussian() * noise);
                if (random.nextInt(200) == 0) {
                    grey = random.nextInt(256);
                }
                raster.setSample(x, y, 0, Math.clamp(grey, 0, 255));
            }
        }
        return page;
    }

    private Path asJpeg(BufferedImage page, float quality) throws IOException {
        var file = folder.resolve("scan.jpg");
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        try (var output = new FileImageOutputStream(file.toFile())) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(page, null, null), parameters);
        }
        writer.dispose();
        return file;
    }
}
