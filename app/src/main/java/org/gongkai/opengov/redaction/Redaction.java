package org.gongkai.opengov.redaction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;

/**
 * Makes the copy that may be released (区分处理): every page becomes a picture with the marked places
 * painted over, with the unseen text of what remains; the check refuses what still tells.
 *
 * <p>《政府信息公开条例》 art. 37. Why pages become pictures, and how fine: ADR 0170.
 */
public final class Redaction {
    /** Dots an inch of a released page; small print of 7 points stays readable. ADR 0170. */
    public static final double DOTS_PER_INCH = 200;

    private final List<Mark> marks;
    private final ReleaseWords words;
    private final double dotsPerInch;

    /** Of these marks. */
    public Redaction(List<Mark> marks, ReleaseWords words) {
        this(marks, words, DOTS_PER_INCH);
    }

    Redaction(List<Mark> marks, ReleaseWords words, double dotsPerInch) {
        this.marks = List.copyOf(marks);
        this.words = words;
        this.dotsPerInch = dotsPerInch;
    }

    /** Hears how far the work is (进度). */
    public interface Progress {
        /** So many pages are done, of so many. */
        void done(int pages, int of);
    }

    /**
     * The released copy with what was withheld and what was proved (公开件).
     *
     * @param parts the list of grounds
     */
    public record Release(List<RemovedPart> parts, Proof proof) {}

    /**
     * Writes the released copy.
     *
     * @param target a new file; none is left when this is refused
     */
    public Release write(Path source, MediaKind kind, Path target, Progress progress)
            throws IOException {
        if (marks.isEmpty()) {
            throw Refusal.invalid("marks", "redaction.refused.no-marks");
        }
        try {
            var plan = written(source, kind, target, progress);
            var proof = new ReleaseCheck(plan, words).of(target, kind);
            refuseWhatStillTells(proof);
            return new Release(plan.parts(), proof);
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(target);
            throw refused;
        }
    }

    private RedactionPlan written(Path source, MediaKind kind, Path target, Progress progress)
            throws IOException {
        try (var file = SourceFile.open(source, kind)) {
            List<PageReading> readings = new ArrayList<>();
            for (var number = 1; number <= file.pages(); number++) {
                stopIfTold();
                readings.add(file.read(number));
            }
            var plan = RedactionPlan.of(readings, marks);
            refuseWhatStillStands(plan.stillStanding());
            if (kind == MediaKind.PDF) {
                writeDocument(file, plan, target, progress);
            } else {
                var picture = picture(file, plan.pages().getFirst());
                picture.paint(plan.pages().getFirst());
                PictureFile.write(picture.image(), kind, target);
                progress.done(1, 1);
            }
            return plan;
        }
    }

    private void writeDocument(SourceFile file, RedactionPlan plan, Path target, Progress progress)
            throws IOException {
        try (var released = new ReleasedDocument(words)) {
            for (var page : plan.pages()) {
                stopIfTold();
                var picture = picture(file, page);
                var remaining = RemainingText.of(page, picture, words);
                picture.paint(page);
                released.add(page.page(), picture, remaining);
                progress.done(page.page().number(), file.pages());
            }
            released.write(target);
        }
    }

    private PagePicture picture(SourceFile file, PagePlan page) throws IOException {
        return new PagePicture(
                file.picture(page.page().number(), dotsPerInch),
                page.page().width(),
                page.page().height());
    }

    private static void refuseWhatStillStands(Map<Integer, Set<Integer>> standing) {
        if (!standing.isEmpty()) {
            throw Refusal.invalid(
                    standing.entrySet().stream()
                            .map(
                                    it ->
                                            FieldProblem.of(
                                                    "marks",
                                                    "redaction.refused.still-stands",
                                                    it.getKey() + 1,
                                                    it.getValue().stream()
                                                            .map(String::valueOf)
                                                            .collect(Collectors.joining("、"))))
                            .toList());
        }
    }

    private static void refuseWhatStillTells(Proof proof) {
        if (!proof.holds()) {
            throw Refusal.invalid(
                    proof.failures().stream()
                            .map(
                                    it ->
                                            FieldProblem.of(
                                                    "marks",
                                                    "redaction.proof." + it.kind().name(),
                                                    it.page(),
                                                    it.mark()))
                            .distinct()
                            .toList());
        }
    }

    private static void stopIfTold() throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new IOException("stopped");
        }
    }
}
