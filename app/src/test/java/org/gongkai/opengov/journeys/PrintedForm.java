package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The review form of the key points as it is printed (审核表), read back from the file. */
final class PrintedForm {
    private PrintedForm() {}

    /** Fails unless the form names the paper, its people in all roles and the signed content. */
    static void isFilled(byte[] pdf, byte[] docx, String sha256) {
        for (var form : new String[] {signs(pdf(pdf)), signs(docx(docx))}) {
            assertThat(form)
                    .contains("网站信息发布保密审查和内容审核表")
                    .contains(KeyPoints.TITLE)
                    .contains("丁晓雯", "周文博", "沈慧敏", "韩立新")
                    .contains(sha256);
        }
    }

    private static String pdf(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String docx(byte[] bytes) {
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var extractor = new XWPFWordExtractor(document)) {
            return extractor.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signs(String text) {
        return text.replaceAll("\\s", "");
    }
}
