package org.gongkai.opengov.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.testing.files.ImageSamples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Released picture — 《政府信息公开条例》 art. 37")
class PictureRedactionTests {
    private static final Basis PRIVACY = Basis.of(Ground.PRIVACY);

    @TempDir Path folder;

    @Test
    void isPaintedWithoutCameraArtistAndPlace() throws IOException {
        var source = written(ImageSamples.jpegWithExif(true), "photo.jpg");
        assertThat(text(source)).contains("ZhangSan", "CAM-100");

        var released = released(source, MediaKind.JPEG, new Box(0.5, 0, 1, 1));

        assertThat(text(released)).doesNotContain("ZhangSan", "CAM-100", "Exif");
        assertThat(PictureFile.isBare(released, MediaKind.JPEG)).isTrue();
        var image = ImageIO.read(released.toFile());
        assertThat(brightness(image, 0.55, 0.1)).isLessThan(30);
        assertThat(brightness(image, 0.2, 0.5)).isGreaterThan(150);
    }

    @Test
    void isPaintedExactlyAsPng() throws IOException {
        var source = written(ImageSamples.png(), "plan.png");

        var released = released(source, MediaKind.PNG, new Box(0.25, 0.25, 0.5, 0.5));

        var image = ImageIO.read(released.toFile());
        for (var y = 0; y < 20; y++) {
            for (var x = 0; x < 40; x++) {
                boolean within = x >= 10 && x < 20 && y >= 5 && y < 10;
                assertThat(image.getRGB(x, y))
                        .as(x + " " + y)
                        .isEqualTo(within ? Color.BLACK.getRGB() : Color.CYAN.getRGB());
            }
        }
        assertThat(PictureFile.isBare(released, MediaKind.PNG)).isTrue();
    }

    /** The red corner of the stored pixels, and where it is seen by how the camera was held. */
    @ParameterizedTest(name = "orientation {0}: seen at {1}, {2}")
    @CsvSource({
        "1, 0.1, 0.1",
        "2, 0.9, 0.1",
        "3, 0.9, 0.9",
        "4, 0.1, 0.9",
        "5, 0.1, 0.1",
        "6, 0.9, 0.1",
        "7, 0.9, 0.9",
        "8, 0.1, 0.9"
    })
    void isUprightAndMarkedWhereItIsSeen(int orientation, double x, double y) throws IOException {
        var source = written(turned(orientation), "turned.jpg");
        try (var file = SourceFile.open(source, MediaKind.JPEG)) {
            var seen = file.picture(1, 1000);
            assertThat(seen.getWidth() < seen.getHeight()).isEqualTo(orientation >= 5);
            assertThat(redness(seen, x, y)).isGreaterThan(150);
        }

        var corner =
                new Box(
                        Math.max(0, x - 0.1),
                        Math.max(0, y - 0.1),
                        Math.min(1, x + 0.1),
                        Math.min(1, y + 0.1));
        var image = ImageIO.read(released(source, MediaKind.JPEG, corner).toFile());

        assertThat(redness(image, x, y)).isLessThan(60);
        assertThat(image.getWidth() < image.getHeight()).isEqualTo(orientation >= 5);
    }

    @Test
    void hasNoWordsToMark() throws IOException {
        var source = written(ImageSamples.png(), "plan.png");

        assertThatThrownBy(
                        () ->
                                new Redaction(
                                                List.of(Mark.Passage.everywhere("张三", PRIVACY)),
                                                RedactionTests.WORDS)
                                        .write(
                                                source,
                                                MediaKind.PNG,
                                                folder.resolve("none.png"),
                                                (done, of) -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("redaction.refused.finds-nothing");
    }

    private static byte[] turned(int orientation) throws IOException {
        var image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 200, 100);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 40, 20);
        pen.dispose();
        var plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain.toByteArray(), 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, 34});
        bytes.writeBytes("Exif\0\0MM\0*\0\0\0\10\0\1".getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(
                new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0});
        bytes.write(plain.toByteArray(), 2, plain.size() - 2);
        return bytes.toByteArray();
    }

    private static int brightness(BufferedImage image, double x, double y) {
        return image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())) & 0xFF;
    }

    /** Red above green. */
    private static int redness(BufferedImage image, double x, double y) {
        var colour = image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight()));
        return (colour >> 16 & 0xFF) - (colour >> 8 & 0xFF);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private Path written(byte[] bytes, String name) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path released(Path source, MediaKind kind, Box box) throws IOException {
        var target = folder.resolve("released." + kind.extension());
        new Redaction(List.of(Mark.Area.of(1, box, PRIVACY)), RedactionTests.WORDS)
                .write(source, kind, target, (done, of) -> {});
        return target;
    }
}
