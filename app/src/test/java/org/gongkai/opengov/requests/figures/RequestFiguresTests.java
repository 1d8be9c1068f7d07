package org.gongkai.opengov.requests.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.opengov.requests.ApplicantClass;
import org.gongkai.opengov.requests.decisions.ReportRow;
import org.gongkai.opengov.requests.figures.Table3.Column;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.PaperImages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Figures about requests (依申请公开统计) — tables 3 and 4, 国办公开办函〔2021〕30号")
class RequestFiguresTests {
    private static final LocalDate DUE = LocalDate.of(2021, 7, 30);

    @ParameterizedTest(name = "received {0}, finished {1}, counted until {2}: {3}")
    @CsvSource({
        "2021-01-01, , 2021-01-01, NEW CARRIED_ON",
        "2020-12-31, , 2021-01-01, CARRIED_IN CARRIED_ON",
        "2020-12-31, 2020-12-31, 2021-06-30, ''",
        "2020-12-01, 2021-01-01, 2021-06-30, CARRIED_IN DISCLOSED FINISHED",
        "2021-06-30, 2021-06-30, 2021-06-30, NEW DISCLOSED FINISHED",
        "2021-06-30, 2021-07-01, 2021-06-30, NEW CARRIED_ON",
        "2021-07-01, , 2021-06-30, ''",
        "2021-12-31, 2022-01-04, 2021-12-31, NEW CARRIED_ON",
        "2021-12-31, 2022-01-04, 2022-12-31, CARRIED_IN DISCLOSED FINISHED",
        "2021-12-31, 2022-01-04, 2023-12-31, ''"
    })
    void countACaseInTheYearsItTouches(
            LocalDate received, @Nullable LocalDate finished, LocalDate asOf, String rows) {
        var each = one("A", received, finished, DUE, Milestones.NONE, null);

        assertThat(Row.of(each, new ReportPeriod(asOf)))
                .extracting(Row::name)
                .isEqualTo(rows.isEmpty() ? List.of() : List.of(rows.split(" ")));
    }

    @ParameterizedTest(name = "filed {0}, decided {1}, counted until {2}: {3}")
    @CsvSource({
        "2021-03-01, , 2021-12-31, PENDING",
        "2021-03-01, 2021-12-31, 2021-12-31, UPHELD",
        "2021-03-01, 2022-01-01, 2021-12-31, PENDING",
        "2021-03-01, 2022-01-01, 2022-12-31, UPHELD",
        "2021-03-01, 2022-01-01, 2023-12-31, ''",
        "2022-01-01, , 2021-12-31, ''",
        "2021-12-31, , 2021-12-31, PENDING"
    })
    void countADisputeWhenItIsDecidedOrPends(
            LocalDate filed, @Nullable LocalDate decided, LocalDate asOf, String column) {
        var dispute =
                new Dispute(
                        Dispute.Kind.SUIT_AFTER_REVIEW,
                        filed,
                        decided,
                        decided == null ? null : Dispute.Result.UPHELD);
        var each =
                new CaseSummary(
                        "A",
                        ApplicantClass.BUSINESS,
                        LocalDate.of(2021, 1, 4),
                        LocalDate.of(2021, 2, 1),
                        ReportRow.DISCLOSED,
                        DUE,
                        Milestones.NONE,
                        18,
                        List.of(dispute));

        var table = Table4.of(List.of(each), new ReportPeriod(asOf));

        for (var it : Table4.Column.values()) {
            boolean counted = it.name().equals(column);
            boolean total = it == Table4.Column.TOTAL && !column.isEmpty();
            assertThat(table.at(Dispute.Kind.SUIT_AFTER_REVIEW, it).count())
                    .isEqualTo(counted || total ? 1 : 0);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}: {5}")
    @CsvSource({
        ", , , , , NOT_ASSIGNED",
        "2021-08-02, , , , , NOT_ASSIGNED",
        "2021-07-30, , , , , SECTION",
        "2021-07-05, 2021-08-02, , , , SECTION",
        "2021-07-05, 2021-07-30, , , , DRAFTING",
        "2021-07-05, 2021-07-20, 2021-07-30, 2021-08-02, , SIGNING",
        "2021-07-05, 2021-07-20, 2021-07-28, 2021-07-30, , MAKING",
        ", , , 2021-07-30, 2021-08-02, MAKING",
        "2021-07-05, 2021-07-20, 2021-07-28, 2021-07-29, 2021-07-30, DISPATCH"
    })
    void sayWhereALateAnswerLay(
            @Nullable LocalDate assigned,
            @Nullable LocalDate section,
            @Nullable LocalDate drafted,
            @Nullable LocalDate signed,
            @Nullable LocalDate made,
            LatenessCause cause) {
        var work = new Milestones(assigned, section, drafted, signed, made);

        assertThat(LatenessCause.at(DUE, work)).isEqualTo(cause);
    }

    @Test
    void tellHowManyWereInTimeAndHowLongTheyTook() {
        var received = LocalDate.of(2021, 7, 1);
        var cases =
                List.of(
                        one("A", received, DUE.minusDays(1), DUE, Milestones.NONE, 4),
                        one("B", received, DUE, DUE, Milestones.NONE, 20),
                        one("C", received, DUE.plusDays(3), DUE, Milestones.NONE, 21),
                        one("D", received, null, DUE, Milestones.NONE, null),
                        one("E", LocalDate.of(2020, 7, 1), received, received, Milestones.NONE, 7),
                        one("F", received, LocalDate.of(2022, 1, 4), DUE, Milestones.NONE, 90));

        var figures = Timeliness.of(cases, ReportPeriod.year(2021));

        assertThat(figures.finished().cases()).containsExactly("A", "B", "C", "E");
        assertThat(figures.onTime().cases()).containsExactly("A", "B", "E");
        assertThat(figures.late().cases()).containsExactly("C", "D", "F");
        assertThat(figures.onTimeRate()).hasValue(0.75);
        assertThat(figures.medianDays()).hasValue(13.5);
        assertThat(figures.causes().get(LatenessCause.NOT_ASSIGNED))
                .isEqualTo(new Figure(3, List.of("C", "D", "F")));
    }

    @Test
    void areEmptyWithoutCases() {
        var figures = RequestFigures.of(List.of(), ReportPeriod.year(2021));

        assertThat(figures.broken()).isEmpty();
        assertThat(figures.timeliness().onTimeRate()).isEmpty();
        assertThat(figures.timeliness().medianDays()).isEmpty();
    }

    @Test
    void openToTheirCases() {
        var cases = Cases.of(500, 3);
        var table = Table3.of(cases, ReportPeriod.year(2022));
        var figure = table.at(Row.PETITION, Column.NATURAL_PERSON);

        assertThat(figure.cases())
                .hasSize((int) figure.count())
                .allSatisfy(
                        number ->
                                assertThat(cases.stream().filter(it -> it.number().equals(number)))
                                        .singleElement()
                                        .extracting(CaseSummary::row, CaseSummary::applicant)
                                        .containsExactly(
                                                ReportRow.PETITION, ApplicantClass.NATURAL_PERSON));
    }

    @Test
    void standInTheOfficialLayoutOfTheWorkbook() throws IOException {
        var figures = RequestFigures.of(Cases.of(600, 20211), ReportPeriod.year(2022));
        var out = new ByteArrayOutputStream();
        FiguresBook.write(figures, out);

        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var requests = book.getSheetAt(0);
            assertThat(requests.getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("一、本年新收政府信息公开申请数量");
            assertThat(requests.getRow(5).getCell(0).getStringCellValue()).isEqualTo("三、本年度办理结果");
            assertThat(requests.getRow(7).getCell(1).getStringCellValue()).isEqualTo("（三）不予公开");
            assertThat(requests.getRow(26).getCell(1).getStringCellValue()).isEqualTo("（七）总计");
            assertThat(requests.getLastRowNum()).isEqualTo(27);
            assertThat(requests.getRow(3).getCell(9).getNumericCellValue())
                    .isEqualTo(figures.requests().at(Row.NEW, Column.TOTAL).count());
            assertThat(requests.getMergedRegions())
                    .extracting(Object::toString)
                    .anyMatch(it -> it.contains("A6:A27"))
                    .anyMatch(it -> it.contains("B8:B15"));
            var disputes = book.getSheetAt(1);
            assertThat(disputes.getRow(2).getCell(3).getStringCellValue()).isEqualTo("尚未审结");
            assertThat(disputes.getRow(3).getCell(4).getNumericCellValue())
                    .isEqualTo(
                            figures.disputes()
                                    .at(Dispute.Kind.REVIEW, Table4.Column.TOTAL)
                                    .count());
        }
    }

    @Test
    void standInTheOfficialLayoutOnPaper() throws IOException {
        var figures = RequestFigures.of(Cases.of(600, 20211), ReportPeriod.year(2022));
        var letter =
                new Letters().officialPaper(FiguresPaper.of("银川市生态环境局", figures), PaperImages.NONE);
        Files.createDirectories(Path.of("target/received"));
        Files.write(Path.of("target/received/request-figures.pdf"), letter.pdf());

        try (var pdf = org.apache.pdfbox.Loader.loadPDF(letter.pdf())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            var text =
                    new org.apache.pdfbox.text.PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text).contains("6.属于四类过程性信息").contains("尚未审结");
        }
    }

    private static CaseSummary one(
            String number,
            LocalDate received,
            @Nullable LocalDate finished,
            LocalDate due,
            Milestones work,
            @Nullable Integer days) {
        return new CaseSummary(
                number,
                ApplicantClass.NATURAL_PERSON,
                received,
                finished,
                finished == null ? null : ReportRow.DISCLOSED,
                due,
                work,
                days,
                List.of());
    }
}
