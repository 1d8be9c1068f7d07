package org.gongkai.opengov.redaction;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The released copy (公开件), written anew: of each page a picture and the unseen text of what
 * remains, tagged, titled, in Chinese. Nothing of the original's bytes comes into it.
 */
final class ReleasedDocument implements Closeable {
    private static final long MAIN_MEMORY = 64L * 1024 * 1024;
    private static final long WITH_TEMPORARY_FILE = 2048L * 1024 * 1024;
    private static final COSName STRUCT_ELEM = COSName.getPDFName("StructElem");

    private final PDDocument document =
            new PDDocument(
                    MemoryUsageSetting.setupMixed(MAIN_MEMORY, WITH_TEMPORARY_FILE).streamCache);
    private final LayerFont font = new LayerFont();
    private final COSDictionary face = new COSDictionary();
    private final COSDictionary whole = element("Document");
    private final COSArray parts = new COSArray();
    private final COSArray parents = new COSArray();
    private final ReleaseWords words;

    ReleasedDocument(ReleaseWords words) {
        this.words = words;
        document.setVersion(1.7f);
        // No dates: their figures could be taken for figures that were removed.
        var information = document.getDocumentInformation();
        information.setTitle(words.title());
        information.setProducer("Gongkai");
    }

    /** Adds a page: its picture, already painted, and the signs that remain. */
    void add(PageReading page, PagePicture picture, List<Glyph> remaining) throws IOException {
        var paper = new PDPage(new PDRectangle((float) page.width(), (float) page.height()));
        document.addPage(paper);
        var resources = new PDResources();
        resources.put(COSName.getPDFName("Im0"), picture.encoded(document));
        paper.setResources(resources);
        var layer = new TextLayer(font, page.height());
        layer.write(remaining);
        boolean silent = layer.paragraphs() == 0;
        var shown = silent ? "/Figure <</MCID 0>> BDC\n" : "/Artifact BMC\n";
        var content =
                shown
                        + "q\n"
                        + TextLayer.number(page.width())
                        + " 0 0 "
                        + TextLayer.number(page.height())
                        + " 0 0 cm\n/Im0 Do\nQ\nEMC\n"
                        + layer.content();
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        paper.setContents(stream);
        if (!silent) {
            var fonts = new COSDictionary();
            fonts.setItem(COSName.getPDFName("F0"), face);
            resources.getCOSObject().setItem(COSName.FONT, fonts);
        }
        tag(paper, page.number(), layer.paragraphs());
    }

    private void tag(PDPage paper, int number, int paragraphs) {
        paper.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        paper.setStructParents(parents.size() / 2);
        var onPage = new COSArray();
        for (var at = 0; at < Math.max(1, paragraphs); at++) {
            var element = element(paragraphs == 0 ? "Figure" : "P");
            if (paragraphs == 0) {
                element.setString(COSName.ALT, words.pictureOfPage(number));
            }
            element.setItem(COSName.P, whole);
            element.setItem(COSName.PG, paper);
            element.setItem(COSName.K, COSInteger.get(at));
            parts.add(element);
            onPage.add(element);
        }
        parents.add(COSInteger.get(parents.size() / 2));
        parents.add(onPage);
    }

    private static COSDictionary element(String kind) {
        var element = new COSDictionary();
        element.setItem(COSName.TYPE, STRUCT_ELEM);
        element.setName(COSName.S, kind);
        return element;
    }

    /** Writes the file; nothing can be added afterwards. */
    void write(Path target) throws IOException {
        if (document.getPages().getCount() > 0) {
            font.describe(document, face);
        }
        var catalog = document.getDocumentCatalog();
        catalog.setLanguage("zh-CN");
        var info = new PDMarkInfo();
        info.setMarked(true);
        catalog.setMarkInfo(info);
        var preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, tree());
        document.save(target.toFile());
    }

    private COSBase tree() {
        var root = new COSDictionary();
        root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
        whole.setItem(COSName.P, root);
        whole.setItem(COSName.K, parts);
        root.setItem(COSName.K, whole);
        var numbers = new COSDictionary();
        numbers.setItem(COSName.NUMS, parents);
        root.setItem(COSName.PARENT_TREE, numbers);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, parents.size() / 2);
        return root;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
