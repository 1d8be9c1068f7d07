package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Card picture (分享图)")
class TitleCardTests {
    private static final int WHITE = 0xFFFFFFFF;

    @ParameterizedTest
    @ValueSource(strings = {"局", "银川市生态环境局", "宁夏回族自治区银川市生态环境局金凤区分局"})
    void holdsTheNameWithinTheSquareThatMessengersShow(String name) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(TitleCard.png(name, "政府信息公开")));

        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(whites(picture, 285, 915)).isPositive();
        assertThat(whites(picture, 0, 285)).isZero();
        assertThat(whites(picture, 915, 1200)).isZero();
    }

    private static long whites(BufferedImage picture, int from, int to) {
        long whites = 0;
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = from; x < to; x++) {
                whites += picture.getRGB(x, y) == WHITE ? 1 : 0;
            }
        }
        return whites;
    }
}
