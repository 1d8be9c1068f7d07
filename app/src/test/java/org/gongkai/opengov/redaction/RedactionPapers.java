package org.gongkai.opengov.redaction;

import static org.gongkai.opengov.redaction.Paper.LEFT;
import static org.gongkai.opengov.redaction.Paper.LINES;
import static org.gongkai.opengov.redaction.Paper.NAME;
import static org.gongkai.opengov.redaction.Paper.NUMBER;
import static org.gongkai.opengov.redaction.Paper.PHONE;
import static org.gongkai.opengov.redaction.Paper.SIZE;
import static org.gongkai.opengov.redaction.Paper.baseline;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDestinationNameTreeNode;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDFormContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPatternContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFontFactory;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;

/** The same paper made in all the ways in which programs, scanners and people make PDF files. */
final class RedactionPapers {
    private static final Basis PRIVACY = Basis.of(Ground.PRIVACY);

    /** The marks by which everything secret goes where the words can be searched. */
    static final List<Mark> BY_WORDS =
            List.of(
                    Mark.Passage.everywhere(NAME, PRIVACY),
                    Mark.Passage.everywhere(NUMBER, PRIVACY),
                    Mark.Passage.everywhere(PHONE, PRIVACY));

    /** The marks by which everything secret goes from a picture of the paper. */
    static final List<Mark> BY_AREA =
            List.of(
                    Mark.Area.of(1, Paper.nameArea(), PRIVACY),
                    Mark.Area.of(1, Paper.numbersArea(), PRIVACY));

    /** What remains around them: recognised words next to an area go with it. */
    private static final List<String> AROUND_AREAS =
            List.of(LINES.get(0), "申请", "二〇二一年三月五日来信反映夜间排放。", "其身份证号", LINES.get(3));

    private static final Map<String, Sample> ALL = new TreeMap<>();

    /**
     * A paper.
     *
     * @param remains what must still be read, in order
     * @param hidden what was never to be seen and may not come out either
     */
    record Sample(byte[] bytes, List<Mark> marks, List<String> remains, List<String> hidden) {}

    private RedactionPapers() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static Sample named(String name) {
        return ALL.get(name);
    }

    private static void words(String name, Paper.Change change, String... hidden) {
        ALL.put(name, new Sample(Paper.of(change), BY_WORDS, Paper.REMAINS, List.of(hidden)));
    }

    private static void areas(
            String name, Paper.Change change, List<String> remains, String... hidden) {
        ALL.put(name, new Sample(Paper.of(change), BY_AREA, remains, List.of(hidden)));
    }

    static {
        words("plain", Paper::lines);
        for (var turn : new int[] {90, 180, 270}) {
            words("rotated " + turn, it -> turned(it, turn));
        }
        words("cropped", RedactionPapers::cropped);
        words(
                "in user units",
                it -> {
                    it.page.setUserUnit(2);
                    it.lines();
                });
        areas("scanned", it -> scan(it, 150), List.of());
        areas("scanned with recognised words", RedactionPapers::recognised, AROUND_AREAS);
        areas("scanned over words", RedactionPapers::wordsBelowScan, AROUND_AREAS);
        words("layered", RedactionPapers::layered, "内部讨论稿");
        words("tagged", RedactionPapers::tagged, "照片中为李四");
        words("with form fields", RedactionPapers::form);
        words("with comments", RedactionPapers::comments, "请核对举报人王五");
        words("with files within", RedactionPapers::files, "附件内的名单");
        words("with metadata", RedactionPapers::metadata, "经办人赵六");
        ALL.put(
                "with older revisions",
                new Sample(revised(), BY_WORDS, Paper.REMAINS, List.of("前一稿作者孙七")));
        words("with bookmarks", RedactionPapers::bookmarks, "书签孙七");
        words("in nested forms", RedactionPapers::nested);
        ALL.put(
                "in a pattern",
                new Sample(Paper.of(RedactionPapers::pattern), BY_WORDS, Paper.REMAINS, List.of()));
        ALL.put(
                "in a drawn face",
                new Sample(
                        Paper.of(RedactionPapers::drawnFace),
                        List.of(Mark.Passage.everywhere("BAD", PRIVACY)),
                        List.of("ABC", "CAB"),
                        List.of()));
        words("with unseen words", RedactionPapers::unseen, "看不见的文字");
        words("sign by sign out of order", RedactionPapers::shuffled);
        ALL.put(
                "written downwards",
                new Sample(
                        Paper.of(RedactionPapers::downwards),
                        List.of(Mark.Passage.everywhere(NAME, PRIVACY)),
                        List.of("申请人", "于三月来信", "我局派员检查"),
                        List.of()));
        ALL.put(
                "locked without password",
                new Sample(locked(), BY_WORDS, Paper.REMAINS, List.of()));
        ALL.put(
                "without object streams",
                new Sample(
                        Paper.saved(Paper::lines, CompressParameters.NO_COMPRESSION),
                        BY_WORDS,
                        Paper.REMAINS,
                        List.of()));
        words("with words below a picture", RedactionPapers::belowPicture, "图片下的文字");
        words("with a picture in another colour space", RedactionPapers::profiled);
        words("without a face of its own", RedactionPapers::withoutFace);
        words("with a large photograph", RedactionPapers::photograph);
        words("printed twice to look bold", RedactionPapers::bold);
        words("with words under a black bar", RedactionPapers::barred, "从前涂黑的文字");
        words("with scripts and private data", RedactionPapers::scripts, "脚本里的名字");
        ALL.put(
                "over the end of a line",
                new Sample(
                        Paper.of(RedactionPapers::overLineEnd),
                        List.of(Mark.Passage.everywhere("欧阳修远", PRIVACY)),
                        List.of("本案举报人为欧阳".substring(0, 6), "先生所述属实"),
                        List.of("欧阳", "修远")));
        ALL.put(
                "in full width",
                new Sample(
                        Paper.of(RedactionPapers::fullWidth),
                        List.of(Mark.Passage.everywhere("AB-123(甲)", PRIVACY)),
                        List.of("合同编号为", "已经备案"),
                        List.of("ＡＢ－１２３（甲）")));
    }

    private static void turned(Paper paper, int turn) throws IOException {
        paper.page.setRotation(turn);
        paper.lines();
    }

    private static void cropped(Paper paper) throws IOException {
        paper.page.setMediaBox(new PDRectangle(-50, -20, 700, 900));
        paper.page.setCropBox(new PDRectangle(40, 500, 520, 250));
        paper.lines();
        try (var pen = paper.pen()) {
            paper.say(pen, "版心之外", LEFT, 100);
        }
    }

    private static void scan(Paper paper, float dots) throws IOException {
        try (var pen = paper.pen()) {
            var image = LosslessFactory.createFromImage(paper.document, Paper.scanned(dots));
            pen.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
    }

    private static void recognised(Paper paper) throws IOException {
        scan(paper, 150);
        try (var pen = paper.pen()) {
            pen.setRenderingMode(RenderingMode.NEITHER);
            paper.lines(pen);
        }
    }

    private static void wordsBelowScan(Paper paper) throws IOException {
        paper.lines();
        scan(paper, 100);
    }

    private static void layered(Paper paper) throws IOException {
        var layers = new PDOptionalContentProperties();
        paper.document.getDocumentCatalog().setOCProperties(layers);
        var shown = new PDOptionalContentGroup(NAME);
        var draft = new PDOptionalContentGroup("草稿");
        layers.addGroup(shown);
        layers.addGroup(draft);
        layers.setGroupEnabled(draft, false);
        try (var pen = paper.pen()) {
            pen.beginMarkedContent(COSName.OC, shown);
            paper.lines(pen);
            pen.endMarkedContent();
            pen.beginMarkedContent(COSName.OC, draft);
            paper.say(pen, "内部讨论稿", LEFT, 400);
            pen.endMarkedContent();
        }
    }

    private static void tagged(Paper paper) throws IOException {
        var root = new PDStructureTreeRoot();
        var catalog = paper.document.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var info = new PDMarkInfo();
        info.setMarked(true);
        catalog.setMarkInfo(info);
        var part = new PDStructureElement("P", root);
        part.setPage(paper.page);
        part.setActualText(LINES.get(1));
        part.setAlternateDescription("照片中为李四");
        root.appendKid(part);
        var said = new COSDictionary();
        said.setInt(COSName.MCID, 0);
        said.setString(COSName.ACTUAL_TEXT, LINES.get(1));
        try (var pen = paper.pen()) {
            pen.beginMarkedContent(
                    COSName.P,
                    org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList
                            .create(said));
            paper.lines(pen);
            pen.endMarkedContent();
        }
    }

    /** The second line's name and the third line's phone stand in fields. */
    private static void form(Paper paper) throws IOException {
        var form = new PDAcroForm(paper.document);
        paper.document.getDocumentCatalog().setAcroForm(form);
        var resources = new PDResources();
        // A face that is not cut down, as fields are filled with anything.
        var whole =
                org.apache.pdfbox.pdmodel.font.PDType0Font.load(
                        paper.document, new ByteArrayInputStream(Paper.faceBytes()), false);
        resources.put(COSName.getPDFName("Song"), whole);
        form.setDefaultResources(resources);
        try (var pen = paper.pen()) {
            paper.say(pen, LINES.get(0), LEFT, baseline(0));
            paper.say(pen, "申请人", LEFT, baseline(1));
            paper.say(pen, LINES.get(1).substring(6), LEFT + 6 * SIZE, baseline(1));
            paper.say(pen, LINES.get(2), LEFT, baseline(2));
            paper.say(pen, LINES.get(3), LEFT, baseline(3));
        }
        var field = new PDTextField(form);
        field.setPartialName("applicant");
        field.setDefaultAppearance("/Song 14 Tf 0 g");
        field.setAlternateFieldName("申请人姓名 " + NAME);
        form.getFields().add(field);
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(LEFT + 3 * SIZE, baseline(1) - 5, 3 * SIZE + 6, 20));
        widget.setPage(paper.page);
        widget.setPrinted(true);
        paper.page.getAnnotations().add(widget);
        field.setDefaultValue(NAME);
        field.setValue(NAME);
    }

    private static void comments(Paper paper) throws IOException {
        paper.lines();
        var comment = new PDAnnotationText();
        comment.setContents("请核对举报人王五 " + PHONE);
        comment.setTitlePopup(NAME);
        comment.setRectangle(new PDRectangle(300, 300, 30, 30));
        var popup = new PDAnnotationPopup();
        popup.setContents(NAME);
        popup.setRectangle(new PDRectangle(330, 300, 100, 50));
        popup.setParent(comment);
        paper.page.setAnnotations(new ArrayList<>(List.of(comment, popup)));
    }

    private static void files(Paper paper) throws IOException {
        paper.lines();
        var within =
                new PDEmbeddedFile(
                        paper.document,
                        new ByteArrayInputStream(
                                ("附件内的名单 " + NAME).getBytes(StandardCharsets.UTF_8)));
        var file = new PDComplexFileSpecification();
        file.setFile(NAME + ".txt");
        file.setFileUnicode(NAME + ".txt");
        file.setEmbeddedFile(within);
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(NAME, file));
        var names = new PDDocumentNameDictionary(paper.document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        paper.document.getDocumentCatalog().setNames(names);
    }

    private static void metadata(Paper paper) throws IOException {
        paper.lines();
        var information = paper.document.getDocumentInformation();
        information.setAuthor("经办人赵六");
        information.setTitle("关于" + NAME + "举报的答复");
        information.setKeywords(PHONE);
        information.setCustomMetadataValue("Applicant", NUMBER);
        var xmp =
                """
                <?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
                  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
                  xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s %s</dc:title>
                </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
                        .formatted("经办人赵六", NAME);
        var stream =
                new PDMetadata(
                        paper.document,
                        new ByteArrayInputStream(xmp.getBytes(StandardCharsets.UTF_8)));
        paper.document.getDocumentCatalog().setMetadata(stream);
        paper.page.setMetadata(stream);
        var thumbnail =
                LosslessFactory.createFromImage(
                        paper.document, new BufferedImage(40, 60, BufferedImage.TYPE_INT_RGB));
        paper.page.getCOSObject().setItem(COSName.getPDFName("Thumb"), thumbnail);
    }

    /** First an earlier draft, then the paper appended to it. */
    private static byte[] revised() {
        var draft =
                Paper.of(
                        it -> {
                            it.lines();
                            it.document.getDocumentInformation().setAuthor("前一稿作者孙七");
                        });
        try (var document = Loader.loadPDF(draft)) {
            document.getDocumentInformation().setAuthor("");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            var bytes = new ByteArrayOutputStream();
            document.saveIncremental(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void bookmarks(Paper paper) throws IOException {
        paper.lines();
        var outline = new PDDocumentOutline();
        var item = new PDOutlineItem();
        item.setTitle("书签孙七 " + NAME);
        outline.addLast(item);
        var catalog = paper.document.getDocumentCatalog();
        catalog.setDocumentOutline(outline);
        var destination = new PDPageFitDestination();
        destination.setPage(paper.page);
        item.setDestination(destination);
        var tree = new PDDestinationNameTreeNode();
        tree.setNames(Map.of(NAME, destination));
        var names = new PDDocumentNameDictionary(catalog);
        names.setDests(tree);
        catalog.setNames(names);
        var labels = new PDPageLabels(paper.document);
        var range = new PDPageLabelRange();
        range.setPrefix(NAME + "-");
        labels.setLabelItem(0, range);
        catalog.setPageLabels(labels);
    }

    private static void nested(Paper paper) throws IOException {
        var inner = form(paper, PDRectangle.A4);
        try (var pen = new PDFormContentStream(inner)) {
            pen.beginText();
            pen.setFont(paper.font, SIZE);
            pen.newLineAtOffset(0, 0);
            pen.showText(LINES.get(1));
            pen.endText();
        }
        var outer = form(paper, PDRectangle.A4);
        try (var pen = new PDFormContentStream(outer)) {
            pen.saveGraphicsState();
            pen.transform(Matrix.getTranslateInstance(LEFT / 2, baseline(1)));
            pen.drawForm(inner);
            pen.restoreGraphicsState();
        }
        try (var pen = paper.pen()) {
            paper.say(pen, LINES.get(0), LEFT, baseline(0));
            pen.saveGraphicsState();
            pen.transform(Matrix.getTranslateInstance(LEFT / 2, 0));
            pen.drawForm(outer);
            pen.restoreGraphicsState();
            paper.say(pen, LINES.get(2), LEFT, baseline(2));
            paper.say(pen, LINES.get(3), LEFT, baseline(3));
        }
    }

    private static PDFormXObject form(Paper paper, PDRectangle box) {
        var form = new PDFormXObject(paper.document);
        form.setBBox(box);
        form.setResources(new PDResources());
        return form;
    }

    /** The name as a pattern that fills a field; the phone stands in a cell of its own. */
    private static void pattern(Paper paper) throws IOException {
        var tile = new PDTilingPattern();
        tile.setBBox(new PDRectangle(0, 0, 60, 20));
        tile.setPaintType(PDTilingPattern.PAINT_COLORED);
        tile.setTilingType(PDTilingPattern.TILING_CONSTANT_SPACING);
        tile.setXStep(60);
        tile.setYStep(20);
        tile.setResources(new PDResources());
        try (var pen = new PDPatternContentStream(tile)) {
            pen.beginText();
            pen.setFont(paper.font, SIZE);
            pen.newLineAtOffset(2, 4);
            pen.showText(NAME);
            pen.endText();
        }
        var resources = new PDResources();
        paper.page.setResources(resources);
        var name = resources.add(tile);
        paper.lines();
        try (var pen = paper.pen()) {
            pen.setNonStrokingColor(new PDColor(name, new PDPattern(null)));
            pen.addRect(LEFT, 300, 240, 60);
            pen.fill();
        }
    }

    /**
     * Three signs drawn by hand: a bar, a square and a triangle, which mean A, B, C; D is a dash.
     */
    private static void drawnFace(Paper paper) throws IOException {
        var face = new COSDictionary();
        face.setItem(COSName.TYPE, COSName.FONT);
        face.setItem(COSName.SUBTYPE, COSName.TYPE3);
        face.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
        face.setItem(COSName.FONT_BBOX, numbers(0, 0, 750, 750));
        var shapes =
                List.of(
                        "750 0 0 0 750 750 d1 0 0 300 750 re f",
                        "750 0 0 0 750 750 d1 0 0 700 700 re f",
                        "750 0 0 0 750 750 d1 0 0 m 700 0 l 350 700 l f",
                        "750 0 0 0 750 750 d1 0 300 700 100 re f");
        var procedures = new COSDictionary();
        var differences = new COSArray();
        differences.add(org.apache.pdfbox.cos.COSInteger.get('A'));
        for (var at = 0; at < shapes.size(); at++) {
            var name = COSName.getPDFName(String.valueOf((char) ('A' + at)));
            var stream = paper.document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream()) {
                out.write(shapes.get(at).getBytes(StandardCharsets.US_ASCII));
            }
            procedures.setItem(name, stream);
            differences.add(name);
        }
        face.setItem(COSName.CHAR_PROCS, procedures);
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, differences);
        face.setItem(COSName.ENCODING, encoding);
        face.setInt(COSName.FIRST_CHAR, 'A');
        face.setInt(COSName.LAST_CHAR, 'D');
        face.setItem(COSName.WIDTHS, numbers(750, 750, 750, 750));
        face.setItem(COSName.RESOURCES, new COSDictionary());
        var font = new PDType3Font(face);
        var resources = new PDResources();
        paper.page.setResources(resources);
        var key = resources.add(font);
        try (var pen = paper.pen()) {
            pen.appendRawCommands(
                    "BT /%s 20 Tf 60 700 Td (ABC) Tj 0 -40 Td (BAD) Tj 0 -40 Td (CAB) Tj ET\n"
                            .formatted(key.getName()));
        }
    }

    private static COSArray numbers(float... values) {
        var array = new COSArray();
        array.setFloatArray(values);
        return array;
    }

    private static void unseen(Paper paper) throws IOException {
        paper.lines();
        try (var pen = paper.pen()) {
            pen.setRenderingMode(RenderingMode.NEITHER);
            paper.say(pen, "看不见的文字" + NAME, LEFT, 400);
            pen.setRenderingMode(RenderingMode.FILL);
            pen.setNonStrokingColor(Color.WHITE);
            paper.say(pen, "看不见的文字" + PHONE, LEFT, 350);
        }
    }

    private static void shuffled(Paper paper) throws IOException {
        record Sign(String text, float x, float y) {}
        List<Sign> signs = new ArrayList<>();
        for (var line = 0; line < LINES.size(); line++) {
            var x = LEFT;
            for (var sign : LINES.get(line).split("")) {
                signs.add(new Sign(sign, x, baseline(line)));
                x += paper.font.getStringWidth(sign) / 1000 * SIZE;
            }
        }
        Collections.shuffle(signs, new Random(20210305));
        try (var pen = paper.pen()) {
            for (var sign : signs) {
                paper.say(pen, sign.text(), sign.x(), sign.y());
            }
        }
    }

    private static void downwards(Paper paper) throws IOException {
        var upright = Paper.uprightFace(paper.document);
        try (var pen = paper.pen()) {
            var x = 400f;
            for (var column : List.of("申请人" + NAME + "于三月来信", "我局派员检查")) {
                pen.beginText();
                pen.setFont(upright, SIZE);
                pen.newLineAtOffset(x, 700);
                pen.showText(column);
                pen.endText();
                x -= 30;
            }
        }
    }

    private static byte[] locked() {
        return Paper.of(
                it -> {
                    it.lines();
                    var policy = new StandardProtectionPolicy("owner", "", new AccessPermission());
                    policy.setEncryptionKeyLength(128);
                    it.document.protect(policy);
                });
    }

    private static void belowPicture(Paper paper) throws IOException {
        try (var pen = paper.pen()) {
            paper.say(pen, "图片下的文字" + NAME, LEFT + 10, 330);
            paper.lines(pen);
            var photo = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
            var random = new Random(7);
            for (var y = 0; y < 100; y++) {
                for (var x = 0; x < 200; x++) {
                    photo.setRGB(x, y, random.nextInt(0x1000000));
                }
            }
            pen.drawImage(
                    LosslessFactory.createFromImage(paper.document, photo), LEFT, 300, 200, 100);
        }
    }

    /** As old office programs print: the reader is thought to have SimSun. */
    private static void withoutFace(Paper paper) throws IOException {
        var signs = new COSDictionary();
        signs.setItem(COSName.REGISTRY, new COSString("Adobe"));
        signs.setItem(COSName.ORDERING, new COSString("GB1"));
        signs.setInt(COSName.SUPPLEMENT, 4);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "SimSun");
        descriptor.setInt(COSName.FLAGS, 4);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setName(COSName.BASE_FONT, "SimSun");
        font.setItem(COSName.CIDSYSTEMINFO, signs);
        font.setItem(COSName.FONT_DESC, descriptor);
        var fonts = new COSArray();
        fonts.add(font);
        var whole = new COSDictionary();
        whole.setItem(COSName.TYPE, COSName.FONT);
        whole.setItem(COSName.SUBTYPE, COSName.TYPE0);
        whole.setName(COSName.BASE_FONT, "SimSun");
        whole.setName(COSName.ENCODING, "UniGB-UCS2-H");
        whole.setItem(COSName.DESCENDANT_FONTS, fonts);
        var resources = new PDResources();
        paper.page.setResources(resources);
        var key = resources.add(PDFontFactory.createFont(whole));
        try (var pen = paper.pen()) {
            for (var line = 0; line < LINES.size(); line++) {
                var words = LINES.get(line).getBytes(StandardCharsets.UTF_16BE);
                pen.appendRawCommands(
                        "BT /%s 14 Tf %d %d Td <%s> Tj ET\n"
                                .formatted(
                                        key.getName(),
                                        (int) LEFT,
                                        (int) baseline(line),
                                        HexFormat.of().formatHex(words)));
            }
        }
    }

    /** Too much for an exact picture: the page is compressed. */
    private static void photograph(Paper paper) throws IOException {
        paper.lines();
        var photo = new BufferedImage(900, 1000, BufferedImage.TYPE_INT_RGB);
        var random = new Random(11);
        for (var y = 0; y < 1000; y++) {
            for (var x = 0; x < 900; x++) {
                photo.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        try (var pen = paper.pen()) {
            pen.drawImage(
                    LosslessFactory.createFromImage(paper.document, photo), LEFT, 60, 450, 500);
        }
    }

    private static void profiled(Paper paper) throws IOException {
        paper.lines();
        var space =
                new java.awt.color.ICC_ColorSpace(
                        ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB));
        var model =
                new java.awt.image.ComponentColorModel(
                        space, false, false, java.awt.Transparency.OPAQUE, 0);
        var raster = model.createCompatibleWritableRaster(120, 60);
        for (var y = 0; y < 60; y++) {
            for (var x = 0; x < 120; x++) {
                raster.setPixel(x, y, new int[] {x * 2, y * 4, 200});
            }
        }
        var photo = new BufferedImage(model, raster, false, null);
        try (var pen = paper.pen()) {
            pen.drawImage(
                    LosslessFactory.createFromImage(paper.document, photo), LEFT, 300, 240, 120);
        }
    }

    private static void bold(Paper paper) throws IOException {
        try (var pen = paper.pen()) {
            for (var line = 0; line < LINES.size(); line++) {
                var x = LEFT;
                for (var sign : LINES.get(line).split("")) {
                    paper.say(pen, sign, x, baseline(line));
                    paper.say(pen, sign, x + 0.4f, baseline(line));
                    x += paper.font.getStringWidth(sign) / 1000 * SIZE;
                }
            }
        }
    }

    private static void barred(Paper paper) throws IOException {
        paper.lines();
        try (var pen = paper.pen()) {
            paper.say(pen, "从前涂黑的文字", LEFT, 400);
            pen.setNonStrokingColor(Color.BLACK);
            pen.addRect(LEFT - 2, 394, 200, 20);
            pen.fill();
        }
    }

    private static void scripts(Paper paper) throws IOException {
        paper.lines();
        var catalog = paper.document.getDocumentCatalog();
        catalog.setOpenAction(new PDActionJavaScript("app.alert('脚本里的名字 " + NAME + "')"));
        var made = new COSDictionary();
        made.setItem(COSName.getPDFName("Secret"), new COSString(NAME));
        catalog.getCOSObject().setItem(COSName.getPDFName("PieceInfo"), made);
        paper.page.getCOSObject().setItem(COSName.getPDFName("PieceInfo"), made);
    }

    private static void overLineEnd(Paper paper) throws IOException {
        try (var pen = paper.pen()) {
            paper.say(pen, "本案举报人为欧阳", LEFT, baseline(0));
            paper.say(pen, "修远先生所述属实", LEFT, baseline(1));
        }
    }

    private static void fullWidth(Paper paper) throws IOException {
        try (var pen = paper.pen()) {
            paper.say(pen, "合同编号为ＡＢ－１２３（甲）已经备案", LEFT, baseline(0));
        }
    }

    /** Only draws black boxes over the words and leaves everything else as it is. */
    static byte[] naivelyPainted(byte[] paper, List<Box> places) {
        try (PDDocument document = Loader.loadPDF(paper)) {
            var page = document.getPage(0);
            try (var pen =
                    new PDPageContentStream(
                            document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
                pen.setNonStrokingColor(Color.BLACK);
                for (var place : places) {
                    var box =
                            place.scaled(
                                    page.getCropBox().getWidth(), page.getCropBox().getHeight());
                    pen.addRect(
                            (float) box.left(),
                            (float) (page.getCropBox().getHeight() - box.bottom()),
                            (float) box.width(),
                            (float) box.height());
                    pen.fill();
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
