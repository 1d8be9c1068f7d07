package org.gongkai.testing.files;

import static org.gongkai.testing.files.ExcelSamples.excel;
import static org.gongkai.testing.files.ExcelSamples.oldExcel;
import static org.gongkai.testing.files.PdfSamples.box;
import static org.gongkai.testing.files.PdfSamples.pdf;
import static org.gongkai.testing.files.PdfSamples.words;
import static org.gongkai.testing.files.WordSamples.add;
import static org.gongkai.testing.files.WordSamples.word;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/** Files with something hidden in them, and harmless ones that look alike, by name. */
public final class HiddenSamples {
    private static final Map<String, Supplier<byte[]>> ALL = new TreeMap<>();

    private HiddenSamples() {}

    public static byte[] sample(String name) {
        var sample = ALL.get(name);
        if (sample == null) {
            throw new IllegalArgumentException("No sample " + name);
        }
        return sample.get();
    }

    static {
        ALL.put("word-plain", () -> word(it -> add(it, "水质月报")));
        ALL.put(
                "word-author",
                () -> word(it -> it.getProperties().getCoreProperties().setCreator("张三")));
        ALL.put(
                "word-company",
                () ->
                        word(
                                it ->
                                        it.getProperties()
                                                .getExtendedProperties()
                                                .getUnderlyingProperties()
                                                .setCompany("某公司")));
        ALL.put("word-comment", HiddenSamples::wordComment);
        ALL.put(
                "word-fetched-picture",
                () ->
                        word(
                                it ->
                                        it.getPackagePart()
                                                .addExternalRelationship(
                                                        "https://t.example/p.png",
                                                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image")));
        ALL.put(
                "word-link",
                () ->
                        word(
                                it ->
                                        it.getPackagePart()
                                                .addExternalRelationship(
                                                        "https://www.gov.cn/",
                                                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink")));
        ALL.put("word-tracked", () -> word(it -> WordSamples.tracked(it, "增加", "删去")));
        ALL.put("word-hidden-text", () -> word(it -> WordSamples.hidden(it, "内部意见")));
        ALL.put("word-white-text", () -> word(it -> add(it, "白字").setColor("FFFFFF")));
        ALL.put("word-white-on-dark", HiddenSamples::wordWhiteOnDark);
        ALL.put("word-tiny-text", () -> word(it -> add(it, "小字").setFontSize(1)));
        ALL.put("word-vanish-off", () -> word(it -> add(it, "可见").setVanish(false)));
        ALL.put(
                "word-picture-with-place",
                () ->
                        word(
                                it ->
                                        WordSamples.picture(
                                                it,
                                                ImageSamples.jpegWithExif(true),
                                                "a.jpeg",
                                                "图")));
        ALL.put(
                "word-picture-clean",
                () -> word(it -> WordSamples.picture(it, ImageSamples.png(), "a.png", "图")));
        ALL.put(
                "word-header-hidden",
                () ->
                        word(
                                it -> {
                                    var run =
                                            it.createHeader(HeaderFooterType.DEFAULT)
                                                    .createParagraph()
                                                    .createRun();
                                    run.setText("藏");
                                    run.setVanish(true);
                                }));
        ALL.put(
                "word-custom-properties",
                () -> word(it -> it.getProperties().getCustomProperties().addProperty("项目", "内部")));
        ALL.put(
                "word-table",
                () -> word(it -> it.createTable(2, 2).getRow(0).getCell(0).setText("名称")));
        excelSamples();
        slideSamples();
        pdfSamples();
        ALL.put("jpeg-plain", ImageSamples::jpeg);
        ALL.put("jpeg-author", () -> ImageSamples.jpegWithExif(false));
        ALL.put("jpeg-place", () -> ImageSamples.jpegWithExif(true));
        ALL.put("png-plain", ImageSamples::png);
        ALL.put("png-author", ImageSamples::pngWithAuthor);
        ALL.put("gif-plain", ImageSamples::gif);
    }

    private static byte[] wordComment() {
        return word(
                it -> {
                    add(it, "正文");
                    var comment = it.createComments().createComment(java.math.BigInteger.ONE);
                    comment.createParagraph().createRun().setText("此处再核实");
                });
    }

    private static byte[] wordWhiteOnDark() {
        return word(
                it -> {
                    var cell = it.createTable(1, 1).getRow(0).getCell(0);
                    cell.setColor("1F4E79");
                    var run = cell.getParagraphArray(0).createRun();
                    run.setText("名称");
                    run.setColor("FFFFFF");
                });
    }

    private static void excelSamples() {
        ALL.put("excel-plain", () -> excel((book, sheet) -> {}));
        ALL.put(
                "excel-author",
                () ->
                        excel(
                                (book, sheet) ->
                                        ((org.apache.poi.xssf.usermodel.XSSFWorkbook) book)
                                                .getProperties()
                                                .getCoreProperties()
                                                .setCreator("张三")));
        for (var old : new boolean[] {false, true}) {
            var name = old ? "oldexcel" : "excel";
            ALL.put(name + "-plain", () -> make(old, (book, sheet) -> {}));
            ALL.put(
                    name + "-hidden-sheet",
                    () ->
                            make(
                                    old,
                                    (book, sheet) -> {
                                        book.createSheet("底稿")
                                                .createRow(0)
                                                .createCell(0)
                                                .setCellValue("内部");
                                        book.setSheetVisibility(1, SheetVisibility.HIDDEN);
                                    }));
            ALL.put(
                    name + "-hidden-row",
                    () -> make(old, (book, sheet) -> sheet.getRow(1).setZeroHeight(true)));
            ALL.put(
                    name + "-hidden-column",
                    () -> make(old, (book, sheet) -> sheet.setColumnHidden(0, true)));
            ALL.put(
                    name + "-comment",
                    () -> make(old, (book, sheet) -> ExcelSamples.comment(book, sheet, "再核实")));
        }
        ALL.put(
                "excel-very-hidden-sheet",
                () ->
                        excel(
                                (book, sheet) -> {
                                    book.createSheet("底稿");
                                    book.setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
                                }));
        ALL.put(
                "excel-hidden-empty-row",
                () -> excel((book, sheet) -> sheet.createRow(9).setZeroHeight(true)));
        ALL.put(
                "excel-hidden-empty-column",
                () -> excel((book, sheet) -> sheet.setColumnHidden(9, true)));
    }

    private static byte[] make(boolean old, ExcelSamples.Writer writer) {
        return old ? oldExcel(writer) : excel(writer);
    }

    private static void slideSamples() {
        ALL.put("slides-plain", () -> slides(it -> it.createSlide().createTextBox().setText("水质")));
        ALL.put(
                "slides-hidden",
                () ->
                        slides(
                                it -> {
                                    it.createSlide().createTextBox().setText("公开");
                                    it.createSlide().setHidden(true);
                                }));
        ALL.put(
                "slides-notes",
                () ->
                        slides(
                                it -> {
                                    var notes = it.getNotesSlide(it.createSlide());
                                    notes.getPlaceholder(1).setText("此页不要念出内部数据");
                                }));
    }

    private static byte[] slides(java.util.function.Consumer<XMLSlideShow> writer) {
        try (var show = new XMLSlideShow()) {
            show.getProperties().getCoreProperties().setCreator("");
            writer.accept(show);
            var bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pdfSamples() {
        ALL.put("pdf-plain", () -> PdfSamples.plain(it -> {}));
        ALL.put(
                "pdf-author",
                () -> PdfSamples.plain(it -> it.getDocumentInformation().setAuthor("Zhang San")));
        ALL.put(
                "pdf-black-box-over-text",
                () ->
                        pdf(
                                (document, page, pen) -> {
                                    words(pen, "Contact 13895001234", 100, 600);
                                    box(pen, Color.BLACK, 95, 595, 200, 20);
                                }));
        ALL.put(
                "pdf-white-box-over-text",
                () ->
                        pdf(
                                (document, page, pen) -> {
                                    words(pen, "Contact 13895001234", 100, 600);
                                    box(pen, Color.WHITE, 95, 595, 200, 20);
                                }));
        ALL.put(
                "pdf-picture-over-text",
                () ->
                        pdf(
                                (document, page, pen) -> {
                                    words(pen, "Contact 13895001234", 100, 600);
                                    PdfSamples.picture(document, pen, 90, 590, 200, 30);
                                }));
        ALL.put(
                "pdf-text-over-box",
                () ->
                        pdf(
                                (document, page, pen) -> {
                                    box(pen, Color.LIGHT_GRAY, 95, 595, 200, 20);
                                    pen.setNonStrokingColor(Color.BLACK);
                                    words(pen, "Contact the office", 100, 600);
                                }));
        ALL.put(
                "pdf-black-text-on-black-box",
                () ->
                        pdf(
                                (document, page, pen) -> {
                                    box(pen, Color.BLACK, 95, 595, 200, 20);
                                    words(pen, "Contact 13895001234", 100, 600);
                                }));
        ALL.put(
                "pdf-box-beside-text",
                () ->
                        pdf(
                                (document, page, pen) -> {
                                    words(pen, "Contact the office", 100, 600);
                                    box(pen, Color.BLACK, 95, 500, 200, 20);
                                }));
        ALL.put(
                "pdf-see-through-box",
                () ->
                        pdf(
                                (document, page, pen) -> {
                                    words(pen, "Contact the office", 100, 600);
                                    var pale = new PDExtendedGraphicsState();
                                    pale.setNonStrokingAlphaConstant(0.3f);
                                    pen.setGraphicsStateParameters(pale);
                                    box(pen, Color.YELLOW, 95, 595, 200, 20);
                                }));
        ALL.put(
                "pdf-note",
                () ->
                        PdfSamples.plain(
                                it -> {
                                    var note = new PDAnnotationText();
                                    note.setContents("check this");
                                    note.setRectangle(new PDRectangle(100, 100, 20, 20));
                                    it.getPage(0).getAnnotations().add(note);
                                }));
        ALL.put(
                "pdf-link",
                () ->
                        PdfSamples.plain(
                                it -> {
                                    var link = new PDAnnotationLink();
                                    var action = new PDActionURI();
                                    action.setURI("https://www.gov.cn/");
                                    link.setAction(action);
                                    link.setRectangle(new PDRectangle(100, 100, 20, 20));
                                    it.getPage(0).getAnnotations().add(link);
                                }));
        ALL.put(
                "pdf-attachment",
                () ->
                        PdfSamples.plain(
                                it -> {
                                    var file = new PDComplexFileSpecification();
                                    file.setFile("a.txt");
                                    file.setEmbeddedFile(
                                            new PDEmbeddedFile(
                                                    it, new ByteArrayInputStream(new byte[] {1})));
                                    var tree = new PDEmbeddedFilesNameTreeNode();
                                    tree.setNames(Map.of("a.txt", file));
                                    var names =
                                            new PDDocumentNameDictionary(it.getDocumentCatalog());
                                    names.setEmbeddedFiles(tree);
                                    it.getDocumentCatalog().setNames(names);
                                }));
        ALL.put(
                "pdf-script",
                () ->
                        PdfSamples.plain(
                                it ->
                                        it.getDocumentCatalog()
                                                .setOpenAction(
                                                        new PDActionJavaScript("app.alert(1)"))));
        ALL.put(
                "pdf-scan",
                () ->
                        pdf(
                                (document, page, pen) ->
                                        PdfSamples.picture(document, pen, 0, 0, 612, 792)));
        ALL.put("pdf-recognised-scan", PdfSamples::recognisedScan);
    }
}
