package org.gongkai.platform.letters;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A QR code (二维码) with its quiet zone, as SVG without style attributes and as PNG.
 *
 * <p>GB/T 18284—2000; text is UTF-8, error correction level M.
 */
public final class QrCode {

    private static final int PIXELS_A_MODULE = 8;
    private static final int QUIET_ZONE = 4;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private final BitMatrix modules;

    private QrCode(BitMatrix modules) {
        this.modules = modules;
    }

    /** The code of a text. */
    public static QrCode of(String text) {
        var hints =
                Map.of(
                        EncodeHintType.CHARACTER_SET,
                        "UTF-8",
                        EncodeHintType.ERROR_CORRECTION,
                        ErrorCorrectionLevel.M,
                        EncodeHintType.MARGIN,
                        QUIET_ZONE);
        try {
            return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException | IllegalArgumentException tooLong) {
            throw new IllegalArgumentException(
                    "No QR code holds this text of " + text.length() + " characters", tooLong);
        }
    }

    /** The code of a text as an SVG image with this text alternative. */
    public static String svg(String text, String alternative) {
        return of(text).toSvg(alternative);
    }

    /** The code of a text as PNG. */
    public static byte[] png(String text) {
        return of(text).toPng();
    }

    /** Modules on a side, quiet zone included. */
    public int size() {
        return modules.getWidth();
    }

    /** An SVG element of one path: scales sharply, prints small, obeys a strict content policy. */
    public String toSvg(String alternative) {
        var path = new StringBuilder();
        for (int y = 0; y < size(); y++) {
            for (int x = 0; x < size(); x++) {
                int run = runFrom(x, y);
                if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, run, run));
                    x += run;
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" \
        aria-label="%2$s" shape-rendering="crispEdges">\
        <rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%3$s"/></svg>"""
                .formatted(size(), escaped(alternative), path);
    }

    /** A black and white PNG, eight pixels a module. */
    public byte[] toPng() {
        return toPng(PIXELS_A_MODULE);
    }

    /** A black and white PNG, so many pixels a module. */
    public byte[] toPng(int pixels) {
        int side = size() * pixels;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                boolean dark = modules.get(x / pixels, y / pixels);
                image.setRGB(x, y, dark ? BLACK : WHITE);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private int runFrom(int x, int y) {
        int end = x;
        while (end < size() && modules.get(end, y)) {
            end++;
        }
        return end - x;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
