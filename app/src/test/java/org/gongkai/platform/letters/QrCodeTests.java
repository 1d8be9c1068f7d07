package org.gongkai.platform.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("QR code — 二维码")
class QrCodeTests {

    private static final String TEXT = "https://公开.example/d/640100-113/2021-00201?来源=手机";
    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");

    @Test
    void saysItsTextInPng() throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(QrCode.png(TEXT)));

        assertThat(CodeFinder.find(image)).containsExactly(TEXT);
    }

    @Test
    void saysItsTextInSvg() {
        var svg = QrCode.svg(TEXT, "扫一扫");
        int size = QrCode.of(TEXT).size();
        var image = new BufferedImage(size * 4, size * 4, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, size * 4, size * 4);
        graphics.setColor(Color.BLACK);
        var runs = RUN.matcher(svg);
        while (runs.find()) {
            graphics.fillRect(
                    Integer.parseInt(runs.group(1)) * 4,
                    Integer.parseInt(runs.group(2)) * 4,
                    Integer.parseInt(runs.group(3)) * 4,
                    4);
        }
        graphics.dispose();

        assertThat(svg).contains("viewBox=\"0 0 " + size + " " + size + "\"");
        assertThat(CodeFinder.find(image)).containsExactly(TEXT);
    }

    @Test
    void obeysAContentPolicyWithoutInlineStyle() {
        assertThat(QrCode.svg(TEXT, "扫一扫")).doesNotContain("style", "<script", "href");
    }

    @Test
    void carriesItsAlternativeEscaped() {
        assertThat(QrCode.svg("x", "\"a\" <b> & c"))
                .contains("role=\"img\"")
                .contains("aria-label=\"&quot;a&quot; &lt;b&gt; &amp; c\"");
    }

    @Test
    void refusesATextThatFitsNoCode() {
        assertThatThrownBy(() -> QrCode.svg("长".repeat(1000), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 characters");
    }
}
