package org.gongkai.opengov.redaction;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.ParserGuard;
import org.gongkai.platform.files.StoredFile;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Component;

/** Looks into files that are to be disclosed in part (原件查看), within the limits of the guard. */
@Component
class RedactionFiles {
    /** Enough to read on a screen and to draw on. */
    private static final double SCREEN = 110;

    private static final int MOST_KNOWN = 4;
    private static final Color OUTLINE = new Color(0xB00020);
    private static final Color VEIL = new Color(0xB0, 0, 0x20, 0x30);

    private final FileStore files;
    private final ParserGuard guard;

    /** What the files said that were marked last; given back when memory is short. */
    private final Map<String, SoftReference<List<PageReading>>> known =
            Collections.synchronizedMap(new LinkedHashMap<>());

    RedactionFiles(FileStore files, ParserGuard guard) {
        this.files = files;
        this.guard = guard;
    }

    /** Does something with an opened file. */
    private interface Reading<T> {
        T of(SourceFile file) throws IOException;
    }

    /** How a page is shown. */
    enum Look {
        /** With outlines of the marks. */
        MARKED,
        /** As it will be released. */
        RELEASED
    }

    private <T> T read(StoredFile stored, Reading<T> reading) {
        return guard.read(
                stored.safeName(),
                () -> {
                    try (var file = SourceFile.open(files.path(stored.sha256()), stored.kind())) {
                        return reading.of(file);
                    }
                });
    }

    int pages(StoredFile stored) {
        return read(stored, SourceFile::pages);
    }

    /** How many places a mark finds; none is refused. */
    int places(StoredFile stored, Mark mark) {
        return read(
                stored,
                file -> {
                    if (mark instanceof Mark.Area) {
                        return 1;
                    }
                    return RedactionPlan.of(readings(stored, file), List.of(mark)).places(0);
                });
    }

    private List<PageReading> readings(StoredFile stored, SourceFile file) throws IOException {
        var kept = known.get(stored.sha256());
        var whole = kept == null ? null : kept.get();
        if (whole != null) {
            return whole;
        }
        List<PageReading> readings = new ArrayList<>();
        for (var number = 1; number <= file.pages(); number++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("stopped");
            }
            readings.add(file.read(number));
        }
        known.keySet().removeIf(it -> known.size() >= MOST_KNOWN);
        known.put(stored.sha256(), new SoftReference<>(List.copyOf(readings)));
        return readings;
    }

    /** What a page says before and after, and what to know of it. */
    PageWords words(StoredFile stored, int number, List<Mark> marks, ReleaseWords ours) {
        return read(
                stored,
                file -> {
                    var page = pageOf(file, number);
                    var plan = RedactionPlan.preview(page, marks).page();
                    var picture =
                            new PagePicture(
                                    file.picture(number, SCREEN), page.width(), page.height());
                    var nothing = RedactionPlan.preview(page, List.of()).page();
                    return new PageWords(
                            page.notes(),
                            PageWords.lines(RemainingText.of(nothing, picture, ours)),
                            PageWords.lines(RemainingText.of(plan, picture, ours)));
                });
    }

    private static PageReading pageOf(SourceFile file, int number) throws IOException {
        if (number < 1 || number > file.pages()) {
            throw Refusal.notFound();
        }
        return file.read(number);
    }

    /** A page as a PNG. */
    byte[] picture(StoredFile stored, int number, List<Mark> marks, Look look) {
        return read(
                stored,
                file -> {
                    var page = pageOf(file, number);
                    var plan = RedactionPlan.preview(page, marks).page();
                    var picture =
                            new PagePicture(
                                    file.picture(number, SCREEN), page.width(), page.height());
                    if (look == Look.RELEASED) {
                        picture.paint(plan);
                    } else {
                        outline(picture.image(), plan);
                    }
                    var bytes = new ByteArrayOutputStream();
                    ImageIO.write(picture.image(), "png", bytes);
                    return bytes.toByteArray();
                });
    }

    private static void outline(BufferedImage image, PagePlan plan) {
        var pen = image.createGraphics();
        pen.setStroke(new BasicStroke(2));
        for (var cut : plan.cuts()) {
            var box =
                    cut.box()
                            .scaled(
                                    image.getWidth() / plan.page().width(),
                                    image.getHeight() / plan.page().height());
            pen.setColor(VEIL);
            pen.fillRect((int) box.left(), (int) box.top(), (int) box.width(), (int) box.height());
            pen.setColor(OUTLINE);
            pen.drawRect((int) box.left(), (int) box.top(), (int) box.width(), (int) box.height());
        }
        pen.dispose();
    }
}
