package org.gongkai.platform.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.textcheck.attachments.CleanCopy;
import org.gongkai.platform.textcheck.attachments.FileInspection;
import org.gongkai.platform.textcheck.attachments.Hidden;
import org.gongkai.platform.textcheck.attachments.InspectedFile;
import org.gongkai.testing.files.HiddenSamples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Attachments — the table of files with and without hidden content")
class AttachmentCaseTests {
    private static final Path CASES = Path.of("src/test/resources/textcheck/attachment-cases.csv");

    @TempDir Path folder;

    private record Case(String sample, MediaKind kind, Set<String> codes) {}

    @Test
    void findsWhatHidesAndRaisesFewFalseAlarms() throws IOException {
        List<String> wrong = new ArrayList<>();
        var wanted = 0;
        var found = 0;
        var falseAlarms = 0;
        var cases = cases();
        for (var each : cases) {
            var codes = codes(inspect(HiddenSamples.sample(each.sample()), each.kind()));
            wanted += each.codes().size();
            found += (int) each.codes().stream().filter(codes::contains).count();
            var more = new TreeSet<>(codes);
            more.removeAll(each.codes());
            falseAlarms += more.size();
            if (!codes.equals(each.codes())) {
                wrong.add(each.sample() + ": wanted " + each.codes() + ", found " + codes);
            }
        }
        System.out.printf(
                "Attachment cases: %d, recall %d/%d, false alarms %d%n",
                cases.size(), found, wanted, falseAlarms);
        wrong.forEach(System.out::println);

        assertThat(cases).hasSizeGreaterThanOrEqualTo(40);
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "word-author, DOCX",
        "word-company, DOCX",
        "word-custom-properties, DOCX",
        "word-picture-with-place, DOCX",
        "excel-author, XLSX",
        "pdf-author, PDF",
        "jpeg-place, JPEG",
        "png-author, PNG"
    })
    void offersACopyWithoutProperties(String sample, MediaKind kind) throws IOException {
        var file = write(HiddenSamples.sample(sample));
        var copy = CleanCopy.of(file, kind).orElseThrow();

        var before = FileInspection.of(file, kind);
        var after = inspect(copy, kind);

        assertThat(before.hidden()).isNotEmpty();
        assertThat(
                        after.hidden().stream()
                                .map(Hidden::code)
                                .filter(it -> !it.equals("hidden.properties")))
                .isEmpty();
        assertThat(after.passages()).isEqualTo(before.passages());
    }

    @Test
    void readsTheWordsOfAttachments() throws IOException {
        var text =
                inspect(
                        org.gongkai.testing.files.ExcelSamples.excel(
                                (book, sheet) ->
                                        sheet.createRow(5)
                                                .createCell(0)
                                                .setCellValue(13895001234.0)),
                        MediaKind.XLSX);

        var reading =
                new TextReading(
                        TextCaseTests.shippedLists(),
                        java.time.LocalDate.parse("2021-07-30"),
                        List.of(),
                        it -> true,
                        new FindingIds(new byte[32]));
        reading.readFile("名单.xlsx", "0".repeat(64), text);

        assertThat(reading.findings())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.code()).isEqualTo("personal.mobile");
                            assertThat(it.where().field()).isEqualTo("attachment:名单.xlsx");
                            assertThat(it.where().part()).isEqualTo("水质");
                            assertThat(it.where().quote()).isEqualTo("13895001234");
                            assertThat(it.maskedQuote()).isEqualTo("13*******34");
                        });
    }

    private InspectedFile inspect(byte[] bytes, MediaKind kind) throws IOException {
        return FileInspection.of(write(bytes), kind);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "sample", ".bin"), bytes);
    }

    private static Set<String> codes(InspectedFile file) {
        return file.hidden().stream()
                .map(Hidden::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Case> cases() throws IOException {
        return Files.readAllLines(CASES).stream()
                .filter(it -> !it.startsWith("#") && !it.isBlank())
                .map(it -> it.split(","))
                .map(
                        it ->
                                new Case(
                                        it[0],
                                        MediaKind.valueOf(it[1]),
                                        it[2].equals("-")
                                                ? Set.of()
                                                : new TreeSet<>(List.of(it[2].split(" ")))))
                .toList();
    }
}
