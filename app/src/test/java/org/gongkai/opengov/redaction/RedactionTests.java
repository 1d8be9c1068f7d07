package org.gongkai.opengov.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.opengov.redaction.Proof.Kind;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Released copy — 《政府信息公开条例》 art. 37")
class RedactionTests {
    static final ReleaseWords WORDS = new ReleaseWords("区分处理公开件", "〔不予公开{0}〕", "第{0}页的图像，没有可读的文字");
    private static final Basis PRIVACY = Basis.of(Ground.PRIVACY);

    @TempDir Path folder;

    static List<String> papers() {
        return RedactionPapers.names();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void lacksWhatWasMarkedForEveryTool(String name) throws IOException {
        var sample = RedactionPapers.named(name);
        var released = released(sample.bytes(), sample.marks());

        var gone = new ArrayList<>(Paper.SECRETS);
        gone.addAll(sample.hidden());
        var poppler = new Poppler(released);
        var said =
                poppler.text()
                        + poppler.text("-raw")
                        + poppler.text("-layout")
                        + poppler.information()
                        + poppler.information("-meta")
                        + poppler.information("-js")
                        + poppler.information("-dests")
                        + poppler.information("-url")
                        + poppler.information("-struct-text")
                        + poppler.attachments();
        var raw = new RawBytes(Files.readAllBytes(released));
        assertThat(raw.streams()).isGreaterThan(1);
        for (var secret : gone) {
            assertThat(plain(said)).doesNotContain(plain(secret));
            assertThat(raw.holds(secret)).as(secret).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("papers")
    void canBeReadAloudInOrder(String name) throws IOException {
        var sample = RedactionPapers.named(name);
        var poppler = new Poppler(released(sample.bytes(), sample.marks()));

        // Its own guess at the order of lines goes wrong on pages that lie on their side.
        var text = plain(name.startsWith("rotated") ? poppler.text("-raw") : poppler.text());
        assertThat(text).contains("〔不予公开1〕");
        if (!sample.remains().isEmpty()) {
            assertThat(text).containsSubsequence(sample.remains());
            assertThat(plain(poppler.information("-struct-text")))
                    .containsSubsequence(sample.remains());
        }
        assertThat(poppler.information())
                .contains("Title:           " + WORDS.title())
                .containsPattern("Tagged: +yes")
                .containsPattern("Pages: +1\n")
                .containsPattern("Form: +none")
                .containsPattern("JavaScript: +no")
                .containsPattern("Metadata Stream: +no")
                .containsPattern("Encrypted: +no");
        assertThat(poppler.attachments()).startsWith("0 embedded files");
        assertThat(poppler.images()).hasSize(1);
    }

    @Test
    void knowsMoreThanTwentyWaysToMakeAPdf() {
        assertThat(papers()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void paintsAnAreaWhereItIsSeenHoweverThePageIsTurned(int turn) throws IOException {
        var paper =
                Paper.of(
                        it -> {
                            it.page.setRotation(turn);
                            it.lines();
                        });
        var upright = Paper.nameArea();
        var seen =
                switch (turn) {
                    case 90 ->
                            new Box(
                                    1 - upright.bottom(),
                                    upright.left(),
                                    1 - upright.top(),
                                    upright.right());
                    case 180 ->
                            new Box(
                                    1 - upright.right(),
                                    1 - upright.bottom(),
                                    1 - upright.left(),
                                    1 - upright.top());
                    case 270 ->
                            new Box(
                                    upright.top(),
                                    1 - upright.right(),
                                    upright.bottom(),
                                    1 - upright.left());
                    default -> upright;
                };

        var poppler = new Poppler(released(paper, List.of(Mark.Area.of(1, seen, PRIVACY))));

        assertThat(plain(poppler.text())).doesNotContain("张三丰").contains("申请人", "于二〇二一年");
        assertThat(darkest(poppler.images().getFirst(), seen)).isTrue();
    }

    @Test
    void paintsThePixelsOfAScanAndLeavesTheOthers() throws IOException {
        var sample = RedactionPapers.named("scanned");

        var image = new Poppler(released(sample.bytes(), sample.marks())).images().getFirst();

        assertThat(image.getWidth()).isBetween(1640, 1660);
        assertThat(darkest(image, Paper.nameArea())).isTrue();
        assertThat(darkest(image, Paper.numbersArea())).isTrue();
        var beside = Paper.area(Paper.LEFT, Paper.baseline(1) - 3, 2.8f * Paper.SIZE, 16);
        assertThat(darkest(image, beside)).isFalse();
        assertThat(hasDark(image, beside)).as("the neighbours are still seen").isTrue();
    }

    @Test
    void isTheSameWhateverStoodThere() throws IOException {
        var others = List.of("李四光", "432170305891201046", "10001590931");
        var first = released(RedactionPapers.named("plain").bytes(), RedactionPapers.BY_WORDS);
        var second =
                released(
                        Paper.of(it -> it.lines(others)),
                        others.stream()
                                .<Mark>map(it -> Mark.Passage.everywhere(it, PRIVACY))
                                .toList());

        var one = new Poppler(first).images().getFirst();
        var two = new Poppler(second).images().getFirst();
        var differing = 0;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                differing += one.getRGB(x, y) == two.getRGB(x, y) ? 0 : 1;
            }
        }
        assertThat(differing).isZero();
        assertThat(new Poppler(second).text()).isEqualTo(new Poppler(first).text());
        assertThat(hasWhite(one, Paper.nameArea())).as("the number of the mark").isTrue();
    }

    @Test
    void leavesTheNextLineAloneWhereItsCellsOverlap() throws IOException {
        var tight =
                Paper.of(
                        it -> {
                            try (var pen = it.pen()) {
                                it.say(pen, "第一行张三丰在此", 60, 700);
                                it.say(pen, "第二行李四光在此", 60, 700 - Paper.SIZE);
                                it.say(pen, "第三行王五洲在此", 60, 700 - 2 * Paper.SIZE);
                            }
                        });

        var text =
                plain(
                        new Poppler(
                                        released(
                                                tight,
                                                List.of(Mark.Passage.everywhere("李四光", PRIVACY))))
                                .text());

        assertThat(text).contains("第一行张三丰在此", "第三行王五洲在此", "第二行").doesNotContain("李四光");
    }

    @Test
    void isCaughtWhenBlackBoxesAreOnlyDrawnOver() throws IOException {
        var paper = RedactionPapers.named("plain").bytes();
        var source = written(paper);
        try (var file = SourceFile.open(source, MediaKind.PDF)) {
            var plan = RedactionPlan.of(List.of(file.read(1)), RedactionPapers.BY_WORDS);
            var naive =
                    written(
                            RedactionPapers.naivelyPainted(
                                    paper, List.of(Paper.nameArea(), Paper.numbersArea())));

            var proof = new ReleaseCheck(plan, WORDS).of(naive, MediaKind.PDF);

            assertThat(proof.holds()).isFalse();
            assertThat(proof.failures())
                    .extracting(Proof.Failure::kind)
                    .contains(Kind.TEXT, Kind.PLACE, Kind.STRUCTURE, Kind.PIXELS);
        }
        assertThat(plain(new Poppler(written(paper)).text())).contains(Paper.NAME);
    }

    @Test
    void isCaughtWhenWordsStayInTheTextLayerOnly() throws IOException {
        var paper = written(RedactionPapers.named("plain").bytes());
        try (var file = SourceFile.open(paper, MediaKind.PDF)) {
            var page = file.read(1);
            var plan = RedactionPlan.of(List.of(page), RedactionPapers.BY_WORDS);
            var target = folder.resolve("careless.pdf");
            try (var careless = new ReleasedDocument(WORDS)) {
                var picture = new PagePicture(file.picture(1, 200), page.width(), page.height());
                picture.paint(plan.pages().getFirst());
                careless.add(page, picture, page.glyphs());
                careless.write(target);
            }

            var proof = new ReleaseCheck(plan, WORDS).of(target, MediaKind.PDF);

            assertThat(proof.failures())
                    .extracting(Proof.Failure::kind)
                    .contains(Kind.TEXT, Kind.PLACE)
                    .doesNotContain(Kind.STRUCTURE, Kind.PIXELS);
        }
    }

    @Test
    void isRefusedWhileTheSameWordsStandElsewhere() throws IOException {
        var paper =
                written(
                        Paper.of(
                                it -> {
                                    it.lines();
                                    try (var pen = it.pen()) {
                                        it.say(pen, "抄送" + Paper.NAME, 60, 400);
                                    }
                                }));
        var target = folder.resolve("refused.pdf");
        var area = Mark.Area.of(1, Paper.nameArea(), PRIVACY);

        assertThatThrownBy(
                        () ->
                                new Redaction(List.of(area), WORDS)
                                        .write(paper, MediaKind.PDF, target, (done, of) -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("redaction.refused.still-stands");
        assertThat(target).doesNotExist();

        var allowed = new Mark.Area(1, Paper.nameArea(), PRIVACY, true);
        var released = released(Files.readAllBytes(paper), List.of(allowed));
        assertThat(plain(new Poppler(released).text())).contains("抄送张三丰").doesNotContain("申请人张三丰");
    }

    @Test
    void mayLackFiguresThatItsOwnTitleHas() throws IOException {
        var paper =
                Paper.of(
                        it -> {
                            try (var pen = it.pen()) {
                                it.say(pen, "合同2021号", 60, 700);
                            }
                        });
        var target = folder.resolve("year.pdf");
        var words = new ReleaseWords("QF-2021-00001公开件", "〔不予公开{0}〕", "第{0}页");

        new Redaction(List.of(Mark.Passage.everywhere("2021", PRIVACY)), words)
                .write(written(paper), MediaKind.PDF, target, (done, of) -> {});

        assertThat(plain(new Poppler(target).text())).isEqualTo("合同〔不予公开1〕号");
    }

    @Test
    void isRefusedWhenAMarkFindsNothing() throws IOException {
        var paper = written(RedactionPapers.named("plain").bytes());

        assertThatThrownBy(
                        () ->
                                new Redaction(
                                                List.of(Mark.Passage.everywhere("不在文中", PRIVACY)),
                                                WORDS)
                                        .write(
                                                paper,
                                                MediaKind.PDF,
                                                folder.resolve("none.pdf"),
                                                (done, of) -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("redaction.refused.finds-nothing");
    }

    @Test
    void listsGroundsWithoutTheWords() throws IOException {
        var sample = RedactionPapers.named("plain");
        var release =
                new Redaction(sample.marks(), WORDS)
                        .write(
                                written(sample.bytes()),
                                MediaKind.PDF,
                                folder.resolve("list.pdf"),
                                (done, of) -> {});

        assertThat(release.parts())
                .containsExactly(
                        new RemovedPart(1, 1, true, 1, 3, PRIVACY),
                        new RemovedPart(2, 1, true, 1, 18, PRIVACY),
                        new RemovedPart(3, 1, true, 1, 11, PRIVACY));
        assertThat(release.proof().holds()).isTrue();
        assertThat(release.proof().words()).isEqualTo(3);
        assertThat(release.proof().places()).isEqualTo(3);
        assertThat(release.proof().bytes()).isGreaterThan(10_000);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Whether the area is black, but for the number in its middle. */
    private static boolean darkest(BufferedImage image, Box area) {
        var box = area.scaled(image.getWidth(), image.getHeight());
        for (var y = (int) box.top() + 1; y < box.bottom() - 1; y++) {
            for (var x = (int) box.left() + 1; x < box.right() - 1; x++) {
                boolean middle =
                        Math.abs(y - (box.top() + box.bottom()) / 2) < 24
                                && Math.abs(x - (box.left() + box.right()) / 2) < 24;
                if (!middle && (image.getRGB(x, y) >> 8 & 0xFF) > 48) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean hasWhite(BufferedImage image, Box area) {
        var box = area.scaled(image.getWidth(), image.getHeight());
        var y = (int) ((box.top() + box.bottom()) / 2);
        for (var x = (int) box.left() + 2; x < box.right() - 2; x++) {
            if ((image.getRGB(x, y) & 0xFF) > 200) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasDark(BufferedImage image, Box area) {
        var box = area.scaled(image.getWidth(), image.getHeight());
        for (var y = (int) box.top() + 1; y < box.bottom() - 1; y++) {
            for (var x = (int) box.left() + 1; x < box.right() - 1; x++) {
                if ((image.getRGB(x, y) & 0xFF) < 100) {
                    return true;
                }
            }
        }
        return false;
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "paper", ".pdf"), bytes);
    }

    private Path released(byte[] paper, List<Mark> marks) throws IOException {
        var target = Files.createTempFile(folder, "released", ".pdf");
        new Redaction(marks, WORDS).write(written(paper), MediaKind.PDF, target, (done, of) -> {});
        return target;
    }
}
