package org.gongkai.platform.letters;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds QR codes on a page image (查找二维码), trying harder only when the plain way finds none: the
 * picture smaller or larger, which evens out noise, slightly turned, and one threshold for the
 * page.
 */
final class CodeFinder {

    private static final Map<DecodeHintType, ?> HINTS =
            Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.CHARACTER_SET, "UTF-8");
    private static final List<Function<LuminanceSource, Binarizer>> THRESHOLDS =
            List.of(HybridBinarizer::new, GlobalHistogramBinarizer::new);

    private CodeFinder() {}

    /** The texts of the codes on the page. */
    static List<String> find(BufferedImage page) {
        return Attempt.ALL.stream()
                .map(attempt -> attempt.applyTo(page))
                .map(CodeFinder::read)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> read(BufferedImage page) {
        var source = new BufferedImageLuminanceSource(page);
        return THRESHOLDS.stream()
                .map(threshold -> decode(new BinaryBitmap(threshold.apply(source))))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> decode(BinaryBitmap bitmap) {
        try {
            return Arrays.stream(new QRCodeMultiReader().decodeMultiple(bitmap, HINTS))
                    .map(Result::getText)
                    .distinct()
                    .toList();
        } catch (NotFoundException none) {
            return List.of();
        }
    }

    /** One way to look at the page: turned by some degrees, then scaled. */
    private record Attempt(double degrees, double scale) {

        static final List<Attempt> ALL =
                Stream.of(0.0, 4.0, -4.0)
                        .flatMap(
                                degrees ->
                                        Stream.of(1.0, 0.67, 1.5, 0.8, 0.5)
                                                .map(scale -> new Attempt(degrees, scale)))
                        .toList();

        BufferedImage applyTo(BufferedImage page) {
            if (degrees == 0 && scale == 1) {
                return page;
            }
            int width = Math.max(1, (int) (page.getWidth() * scale));
            int height = Math.max(1, (int) (page.getHeight() * scale));
            var view = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
            var graphics = view.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
            graphics.drawImage(page, 0, 0, width, height, null);
            graphics.dispose();
            return view;
        }
    }
}
