package org.gongkai.opengov.requests.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.opengov.requests.decisions.AnswerBlock;
import org.gongkai.opengov.requests.decisions.Decision;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.Paper;
import org.gongkai.platform.letters.AddressedCover;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.PaperImages;
import org.gongkai.platform.refusals.FieldProblem;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Letters about requests (依申请公开文书) — 《政府信息公开条例》 arts. 30–41")
class RequestLetterTests {
    private static final Path RECEIVED = Path.of("target/received/request-letters");
    private static final Letters PRESS = new Letters();

    static Stream<LetterKind> plainLetters() {
        return Arrays.stream(LetterKind.values())
                .filter(it -> it != LetterKind.REPLY && it != LetterKind.NO_HANDLING);
    }

    static Stream<Outcome> answered() {
        return Arrays.stream(Outcome.values()).filter(it -> it.paper() != Paper.FILE_NOTE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plainLetters")
    void readAsApproved(LetterKind kind) throws IOException {
        verify(kind.slug(), Samples.letter(kind).text());
        carryWordsOnThePageOfTheSeal(kind.slug(), Samples.letter(kind));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answered")
    void readAsApprovedForEachOutcome(Outcome outcome) throws IOException {
        verify("answer-" + outcome.slug(), Samples.answer(outcome).text());
        carryWordsOnThePageOfTheSeal("answer-" + outcome.slug(), Samples.answer(outcome));
    }

    /** GB/T 9704—2012, 7.3.5: the seal never stands on a page without words of the letter. */
    private static void carryWordsOnThePageOfTheSeal(String name, RequestLetter letter)
            throws IOException {
        var pdf = PRESS.officialPaper(letter.paper(), PaperImages.NONE).pdf();
        keep(name + ".pdf", pdf);
        try (var read = Loader.loadPDF(pdf)) {
            var last = new PDFTextStripper();
            last.setStartPage(read.getNumberOfPages());
            var words = letter.lines().getLast().replaceAll("\\|[^|]*\\|", "");
            assertThat(signs(last.getText(read))).contains("2021年8月9日").contains(signs(words));
        }
    }

    @Test
    void numberTheMattersWhereThereAreSeveral() {
        verify(
                "answer-to-three-matters",
                Samples.answer(Outcome.DISCLOSED, Outcome.HARMS_THIRD_PARTY, Outcome.DOES_NOT_EXIST)
                        .text());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Outcome.class,
            names = {"NOT_CORRECTED", "FEE_UNPAID", "ENDED_OTHERWISE"})
    void noteForTheFileWhatEndsWithoutALetter(Outcome outcome) {
        var note =
                RequestLetter.of(
                        LetterKind.FILE_NOTE,
                        Samples.OWN,
                        withoutBasis()
                                .with(LetterField.OUTCOME, outcome.term())
                                .with(LetterField.BASIS, AnswerText.basis(outcome)),
                        Samples.number(),
                        List.of(),
                        Samples.DAY);

        assertThat(note.number()).isNull();
        assertThat(note.text()).contains(outcome.term()).doesNotContain("{");
        assertThat(note.text().contains("| 依据 |")).isEqualTo(!outcome.articles().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(LetterKind.class)
    void nameEachFieldThatIsMissing(LetterKind kind) {
        var template = Samples.OWN.letter(kind);
        var full = Samples.facts().with(LetterField.ANSWER, "答复");
        for (var field : template.needs()) {
            var lacking =
                    full.values().entrySet().stream()
                            .filter(it -> it.getKey() != field)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

            assertThatThrownBy(
                            () ->
                                    RequestLetter.of(
                                            kind,
                                            Samples.OWN,
                                            new LetterFacts(lacking),
                                            Samples.number(),
                                            List.of(),
                                            Samples.DAY))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            it ->
                                    assertThat(it.problems())
                                            .extracting(FieldProblem::arguments)
                                            .containsExactly(List.of(field.term())));
        }
    }

    @Test
    void refuseAnAnswerThatLacksItsReasons() {
        var block = new AnswerBlock("甲", Outcome.ENDANGERS_SECURITY, Map.of(), Set.of());

        assertThatThrownBy(
                        () ->
                                AnswerText.of(
                                        new Decision(List.of(block)), Samples.OWN, Samples.facts()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it ->
                                assertThat(it.problems())
                                        .extracting(FieldProblem::field)
                                        .containsExactly("blocks[0].reasons"));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = LetterKind.class,
            names = {
                "REGISTRATION_RECEIPT",
                "CORRECTION_NOTICE",
                "THIRD_PARTY_CONSULTATION",
                "THIRD_PARTY_REPLY_FORM",
                "FEE_NOTICE",
                "DELIVERY_RECEIPT",
                "FILE_NOTE"
            })
    void sayTheSameInPdfAndDocx(LetterKind kind) throws IOException {
        sameInPdfAndDocx(kind.slug(), Samples.letter(kind));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Outcome.class,
            names = {"PARTLY_DISCLOSED", "PETITION"})
    void sayTheSameInPdfAndDocxForAnswers(Outcome outcome) throws IOException {
        sameInPdfAndDocx("answer-" + outcome.slug(), Samples.answer(outcome));
    }

    @Test
    void areSetLargeForThoseWhoReadWithDifficulty() throws IOException {
        var letter = Samples.answer(Outcome.PARTLY_DISCLOSED);
        var plain = PRESS.officialPaper(letter.paper(), PaperImages.NONE).pdf();
        var large = PRESS.largePrint(letter.paper(), PaperImages.NONE);
        keep("large-print.pdf", large);

        try (var one = Loader.loadPDF(plain);
                var other = Loader.loadPDF(large)) {
            assertThat(linesOfPageOne(other)).isLessThan(linesOfPageOne(one));
            assertThat(signs(new PDFTextStripper().getText(other)))
                    .contains("区分处理清单")
                    .contains("银川市生态环境局");
        }
    }

    @ParameterizedTest
    @EnumSource(AddressedCover.Form.class)
    void goInAnEnvelopeOrUnderALabel(AddressedCover.Form form) throws IOException {
        var cover =
                new AddressedCover(
                        "750001",
                        "宁夏回族自治区银川市兴庆区某街2号3单元401室",
                        "张三（收）",
                        "银川市生态环境局",
                        "银川市金凤区北京中路1号",
                        "银环公复〔2021〕12号");
        var pdf = PRESS.cover(cover, form);
        keep(form + ".pdf", pdf);

        try (var read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
            assertThat(signs(new PDFTextStripper().getText(read)))
                    .contains("750001", "张三（收）", "银环公复〔2021〕12号");
        }
    }

    @Test
    void neverTellTheThirdPartyWhoAsked() {
        for (var kind :
                List.of(
                        LetterKind.THIRD_PARTY_CONSULTATION,
                        LetterKind.THIRD_PARTY_REPLY_FORM,
                        LetterKind.THIRD_PARTY_DISCLOSURE,
                        LetterKind.CO_AUTHOR_CONSULTATION,
                        LetterKind.ASSISTANCE_LETTER)) {
            assertThat(Samples.OWN.letter(kind).needs())
                    .doesNotContain(LetterField.APPLICANT, LetterField.REGISTRATION);
            assertThat(Samples.letter(kind).text()).doesNotContain("张三", "YSQ-2021");
        }
    }

    private static long linesOfPageOne(PDDocument paper) throws IOException {
        var page = new PDFTextStripper();
        page.setEndPage(1);
        return page.getText(paper).lines().filter(it -> !it.isBlank()).count();
    }

    private static LetterFacts withoutBasis() {
        return new LetterFacts(
                Samples.facts().values().entrySet().stream()
                        .filter(it -> it.getKey() != LetterField.BASIS)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static void sameInPdfAndDocx(String name, RequestLetter letter) throws IOException {
        var set = PRESS.officialPaper(letter.paper(), PaperImages.NONE);
        keep(name + ".pdf", set.pdf());
        keep(name + ".docx", set.docx());
        var words = letter.lines().stream().map(RequestLetterTests::signs).toList();

        try (var pdf = Loader.loadPDF(set.pdf());
                var docx = new XWPFDocument(new ByteArrayInputStream(set.docx()));
                var docxText = new XWPFWordExtractor(docx)) {
            var printed = signs(new PDFTextStripper().getText(pdf)).replaceAll("—\\d+—", "");
            var written = signs(docxText.getText());
            for (var line : words) {
                if (!line.startsWith("|")) {
                    assertThat(printed).contains(line);
                    assertThat(written).contains(line);
                }
            }
            assertThat(printed).contains(signs(letter.title())).contains("2021年8月9日");
        }
    }

    private static String signs(String text) {
        return text.replaceAll("[\\s\u3000]", "");
    }

    private static void keep(String name, byte[] bytes) throws IOException {
        Files.createDirectories(RECEIVED);
        Files.write(RECEIVED.resolve(name), bytes);
    }

    private static void verify(String name, String received) {
        try {
            keep(name + ".txt", received.getBytes(StandardCharsets.UTF_8));
            try (var approved =
                    RequestLetterTests.class.getResourceAsStream("approved/" + name + ".txt")) {
                assertThat(received)
                        .isEqualTo(
                                new String(
                                        Objects.requireNonNull(approved, name).readAllBytes(),
                                        StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
