package org.gongkai.platform.letters;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * Turns a page description into a PDF (排印): tagged, PDF/UA-1 and PDF/A-3u, faces embedded.
 *
 * <p>Nothing outside the description is fetched: images are in it or are not printed.
 */
final class PdfPress {

    private static final float PDF_VERSION = 1.7f;
    private static final String MISSING_SIGN = "〓";
    private static final int NORMAL = 400;

    /** Each print holds some 40 MB; more at once would only wait for a processor. */
    private static final Semaphore PRESSES = new Semaphore(2);

    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.WARNING));
    }

    private PdfPress() {}

    /** The PDF of a page description. */
    static byte[] print(Document page) {
        var bytes = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        for (var face : Typeface.values()) {
            builder.useFont(face::open, face.family(), NORMAL, FontStyle.NORMAL, true);
        }
        builder.usePdfVersion(PDF_VERSION)
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfAConformance.PDFA_3_U)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Gongkai")
                .useReplacementText(MISSING_SIGN)
                .useUnicodeLineBreaker(new ChineseLineBreaks())
                .useExternalResourceAccessControl(
                        (uri, type) -> uri == null || uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withW3cDocument(new W3CDom().fromJsoup(page), null)
                .toStream(bytes);
        PRESSES.acquireUninterruptibly();
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PRESSES.release();
        }
        return bytes.toByteArray();
    }
}
