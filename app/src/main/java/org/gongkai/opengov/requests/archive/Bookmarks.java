package org.gongkai.opengov.requests.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitWidthDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/** One PDF of many (案卷合订), with a bookmark for each part; and one that opens to a word alone. */
final class Bookmarks {
    private static final int AES_256 = 256;

    private Bookmarks() {}

    /** How many pages a PDF has. */
    static int pages(byte[] pdf) {
        try (var paper = Loader.loadPDF(pdf)) {
            return paper.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All parts in their order, each under its title. */
    static byte[] bound(String title, List<Part> parts) {
        var sources = new ArrayList<PDDocument>();
        try (var file = new PDDocument();
                var written = new ByteArrayOutputStream()) {
            var outline = new PDDocumentOutline();
            for (var part : parts) {
                var first = file.getNumberOfPages();
                var paper = Loader.loadPDF(part.pdf());
                sources.add(paper);
                paper.getDocumentCatalog().setDocumentOutline(null);
                new PDFMergerUtility().appendDocument(file, paper);
                outline.addLast(bookmark(part.title(), file, first));
            }
            file.getDocumentCatalog().setDocumentOutline(outline);
            file.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
            file.getDocumentCatalog().setLanguage("zh-CN");
            file.getDocumentInformation().setTitle(title);
            file.save(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sources.forEach(IOUtils::closeQuietly);
        }
    }

    private static PDOutlineItem bookmark(String title, PDDocument file, int page) {
        var target = new PDPageFitWidthDestination();
        target.setPage(file.getPage(page));
        var bookmark = new PDOutlineItem();
        bookmark.setTitle(title);
        bookmark.setDestination(target);
        return bookmark;
    }

    /** The same paper, closed with AES-256; it opens to this word. */
    static byte[] sealed(byte[] pdf, String word) {
        try (var paper = Loader.loadPDF(pdf);
                var written = new ByteArrayOutputStream()) {
            var owner = new byte[16];
            new SecureRandom().nextBytes(owner);
            var policy =
                    new StandardProtectionPolicy(
                            HexFormat.of().formatHex(owner), word, new AccessPermission());
            policy.setEncryptionKeyLength(AES_256);
            paper.protect(policy);
            paper.save(written);
            return written.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
