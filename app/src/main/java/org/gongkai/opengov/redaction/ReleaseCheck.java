package org.gongkai.opengov.redaction;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.gongkai.opengov.redaction.Proof.Failure;
import org.gongkai.opengov.redaction.Proof.Kind;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.PdfFiles;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a finished copy for what was removed (公开件检验): reads the file anew, knowing nothing of
 * how it was written. As text in two orders, at the painted places, in every byte, in every pixel.
 */
final class ReleaseCheck {
    /** What compression may leave of black. */
    private static final int BLACK = 48;

    /** The same near an edge between black and white. */
    private static final int BLURRED = 110;

    private final RedactionPlan plan;
    private final ReleaseWords words;
    private final List<Failure> failures = new ArrayList<>();
    private int places;

    ReleaseCheck(RedactionPlan plan, ReleaseWords words) {
        this.plan = plan;
        this.words = words;
    }

    Proof of(Path file, MediaKind kind) throws IOException {
        long bytes = kind == MediaKind.PDF ? document(file) : picture(file, kind);
        return new Proof(plan.pages().size(), plan.gone().size(), places, bytes, failures);
    }

    private long picture(Path file, MediaKind kind) throws IOException {
        if (!PictureFile.isBare(file, kind)) {
            fail(Kind.STRUCTURE, 0, 0, kind.extension());
        }
        pixels(ImageIO.read(file.toFile()), plan.pages().getFirst());
        return file.toFile().length();
    }

    private long document(Path file) throws IOException {
        try (var document = PdfFiles.open(file)) {
            if (document.getNumberOfPages() != plan.pages().size()) {
                fail(Kind.STRUCTURE, 0, 0, "pages");
                return file.toFile().length();
            }
            var structure = new ReleaseStructure(plan.gone(), ours());
            structure.look(file, document);
            failures.addAll(structure.failures());
            text(document);
            for (var page : plan.pages()) {
                places(document, page);
                pixels(shown(document, page.page().number()), page);
            }
            return structure.bytes();
        }
    }

    private Set<String> ours() {
        Set<String> ours = new HashSet<>(Set.of(words.title()));
        plan.pages().forEach(it -> ours.add(words.pictureOfPage(it.page().number())));
        return ours;
    }

    private void text(PDDocument document) throws IOException {
        for (var byPlace : new boolean[] {false, true}) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(byPlace);
            var whole = new StringBuilder();
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                var text = withoutOurWords(stripper.getText(document));
                whole.append(text);
                look(text, number);
            }
            look(whole.toString(), 0);
        }
    }

    private String withoutOurWords(String text) {
        var folded = Folding.of(text);
        for (var mark : marks()) {
            folded = folded.replace(Folding.of(words.withheld(mark + 1)), "\u0001");
        }
        return folded;
    }

    private Set<Integer> marks() {
        return plan.pages().stream()
                .flatMap(it -> it.cuts().stream())
                .map(Cut::mark)
                .collect(Collectors.toSet());
    }

    private void look(String text, int page) {
        for (var gone : plan.gone()) {
            if (text.contains(gone.folded())) {
                fail(Kind.TEXT, page, gone.mark() + 1, "");
            }
        }
    }

    private void places(PDDocument document, PagePlan page) throws IOException {
        var stripper =
                new PDFTextStripper() {
                    @Override
                    protected void processTextPosition(TextPosition sign) {
                        look(sign, page);
                    }
                };
        stripper.setStartPage(page.page().number());
        stripper.setEndPage(page.page().number());
        stripper.getText(document);
    }

    private void look(TextPosition sign, PagePlan page) {
        var text = sign.getUnicode();
        if (text == null || text.isBlank()) {
            return;
        }
        var matrix = sign.getTextMatrix();
        var turn = Math.atan2(matrix.getShearY(), matrix.getScaleX());
        var half = Math.hypot(sign.getEndX() - sign.getX(), sign.getEndY() - sign.getY()) / 2;
        half = Math.min(half, sign.getWidthDirAdj() / 2);
        var rise = 0.35 * Math.hypot(matrix.getScaleY(), matrix.getShearX());
        var x = matrix.getTranslateX() + half * Math.cos(turn) - rise * Math.sin(turn);
        var up = matrix.getTranslateY() + half * Math.sin(turn) + rise * Math.cos(turn);
        var y = page.page().height() - up;
        for (var cut : page.cuts()) {
            var box = cut.box();
            boolean ours = words.withheld(cut.mark() + 1).contains(text);
            if (!ours && x > box.left() && x < box.right() && y > box.top() && y < box.bottom()) {
                fail(Kind.PLACE, page.page().number(), cut.mark() + 1, "");
            }
        }
    }

    private static @Nullable BufferedImage shown(PDDocument document, int number)
            throws IOException {
        var resources = document.getPage(number - 1).getResources();
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDImageXObject image) {
                return image.getImage();
            }
        }
        return null;
    }

    private void pixels(@Nullable BufferedImage image, PagePlan page) {
        if (image == null) {
            fail(Kind.PIXELS, page.page().number(), 0, "");
            return;
        }
        var across = image.getWidth() / page.page().width();
        var down = image.getHeight() / page.page().height();
        var labels = PaintLabel.of(page, image);
        for (var cut : page.cuts()) {
            places++;
            if (!isPainted(image, cut.box().scaled(across, down), labels)) {
                fail(Kind.PIXELS, page.page().number(), cut.mark() + 1, "");
            }
        }
    }

    private static boolean isPainted(BufferedImage image, Box box, List<PaintLabel> labels) {
        var right = Math.min(image.getWidth(), (int) Math.ceil(box.right()));
        var bottom = Math.min(image.getHeight(), (int) Math.ceil(box.bottom()));
        for (var y = (int) box.top(); y < bottom; y++) {
            for (var x = (int) box.left(); x < right; x++) {
                if (!isPainted(image.getRGB(x, y), x, y, labels)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Black, or the white of a label; near a label compression may blur either. */
    private static boolean isPainted(int colour, int x, int y, List<PaintLabel> labels) {
        int wanted = 0;
        int allowed = BLACK;
        for (var label : labels) {
            if (label.isNear(x, y)) {
                wanted = label.isWhite(x, y) ? 255 : wanted;
                allowed = BLURRED;
            }
        }
        return Math.abs((colour >> 16 & 0xFF) - wanted) <= allowed
                && Math.abs((colour >> 8 & 0xFF) - wanted) <= allowed
                && Math.abs((colour & 0xFF) - wanted) <= allowed;
    }

    private void fail(Kind kind, int page, int mark, String detail) {
        var failure = new Failure(kind, page, mark, detail);
        if (!failures.contains(failure)) {
            failures.add(failure);
        }
    }
}
