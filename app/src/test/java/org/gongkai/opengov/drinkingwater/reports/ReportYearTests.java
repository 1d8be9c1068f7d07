package org.gongkai.opengov.drinkingwater.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.drinkingwater.results.ReportedValue;
import org.gongkai.opengov.drinkingwater.results.Samplings;
import org.gongkai.opengov.drinkingwater.sources.WaterSource;
import org.gongkai.opengov.drinkingwater.sources.WaterSources;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.OwnAgencyTest;
import org.gongkai.testing.SectionWork;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From July 2021 to June 2022, each month's file, report, review and publication in its time. */
@OwnAgencyTest
@DisplayName(
        "A year of the water of five sources (五个水源十二个月): file, doubts, verdict, report, gates, public")
class ReportYearTests {
    private static final String REPORTS = "/api/v1/water/reports";
    private static final YearMonth FIRST = YearMonth.of(2021, 7);
    private static final YearMonth NOVEMBER = YearMonth.of(2021, 11);
    private static final YearMonth SKIPPED = YearMonth.of(2022, 7);

    private static final String HARDNESS = "贺兰水源地|总硬度(以CaCO3计)";

    /**
     * What the files have instead of the usual; in November iron is over, and once a unit slips.
     */
    private static final Map<String, String> USUAL = Map.of(HARDNESS, "430");

    private static final Map<String, String> OVER = Map.of(HARDNESS, "430", "贺兰水源地|铁", "0.37");
    private static final Map<String, String> SLIPPED = Map.of(HARDNESS, "430", "东郊水源地|锰", "40");

    @LocalServerPort int port;
    @Autowired ApplicationContext program;
    @Autowired ReleasedMonths months;
    @Autowired Samplings samplings;
    @Autowired WaterSources sources;
    @Autowired Organization organization;
    @Autowired ReportWork work;
    @Autowired TestClock clock;

    private AgencyId agency;

    @BeforeEach
    void open() {
        agency = organization.agencies().getFirst().id();
    }

    @Test
    void isPublicMonthByMonthAsTheReportsTellIt() {
        for (var month = FIRST; month.isBefore(SKIPPED); month = month.plusMonths(1)) {
            clock.set(month.atDay(28) + "T10:00:00+08:00");
            takenIn(month);
            clock.set(month.plusMonths(1).atDay(8) + "T10:00:00+08:00");
            published(month);
        }

        assertThat(months.between(agency, FIRST, SKIPPED)).hasSize(12);
        november();
        summaries();
        skipped();
    }

    /** The page and its files say what the data say. */
    private void november() {
        var released = months.of(agency, NOVEMBER).orElseThrow();
        assertThat(released.month().lines()).hasSize(5);
        assertThat(released.month().bySources().percent()).contains(new BigDecimal("80.0"));
        var page = DeskClient.at(port).open(released.release().indexNumber().path()).expect(200);
        assertThat(page.text())
                .contains("2021年11月银川市城市集中式生活饮用水水源水质状况报告")
                .contains("一、监测情况", "（一）监测点位", "（二）监测项目", "二、评价标准及方法", "三、评价结果")
                .contains("铁为 0.37 mg/L，标准限值 0.3 mg/L，超标 0.23 倍；其余 ")
                .contains("其中 4 个达标，水源达标率 80.0%")
                .contains("西夏水库水源地：监测 61 项，评价 58 项，均符合III类标准");
        var desk = DeskClient.at(port).signIn("clerk2", DemoPeople.PASSWORD);
        var pdf = desk.download("/desk/water/reports/2021-11/report.pdf");
        assertThat(textOf(pdf)).contains("铁为0.37mg/L", "达标情况统计表", "银川市生态环境局");
        assertThat(wordOf(desk.download("/desk/water/reports/2021-11/report.docx")))
                .contains("铁为 0.37 mg/L", "贺兰水源地");
        keep("water-report-2021-11.pdf", pdf);
    }

    /** Of the quarter 15 times were judged and 14 passed; of 2021 six months are public. */
    private void summaries() {
        var people = DemoPeople.at(port);
        var quarter = people.as("clerk2").post(REPORTS, Map.of("period", "2021-Q4")).expect(201);
        assertThat(quarter.text("/title")).startsWith("2021年第四季度银川市");
        assertThat(quarter.text("/bodyHtml"))
                .contains("共评价 15 源次，其中达标 14 源次，达标率 93.3%")
                .contains("贺兰水源地：评价 3 次，达标 2 次，未达标 1 次（2021年11月：铁（0.23））。")
                .contains("未达标（IV类）");
        published(people, quarter.text("/document"));

        var year = people.as("clerk2").post(REPORTS, Map.of("period", "2021")).expect(201);
        assertThat(year.text("/bodyHtml"))
                .contains("没有公开的月份：2021年1月、2021年2月")
                .contains("共评价 30 源次，其中达标 29 源次，达标率 96.7%");
        assertThat(year.json().at("/disagreements").size()).isZero();
        people.as("clerk2").post(REPORTS, Map.of("period", "2016")).expect(422);
    }

    /** July 2022 is due on 20 August: the head hears of it on the 21st, and the board is red. */
    private void skipped() {
        clock.set("2022-08-20T23:00:00+08:00");
        assertThat(stage("publication")).isEqualTo("near");
        assertThat(told(Role.SECTION_HEAD))
                .noneMatch(it -> it.messageKey().endsWith("publication"));
        clock.set("2022-08-21T00:30:00+08:00");

        assertThat(stage("results")).isEqualTo("late");
        assertThat(stage("report")).isEqualTo("late");
        assertThat(stage("publication")).isEqualTo("late");
        assertThat(months.standings(agency, SKIPPED, SKIPPED).getFirst().state())
                .isEqualTo(MonthStanding.State.MISSING);
        var board =
                DeskClient.at(port)
                        .signIn("head2", DemoPeople.PASSWORD)
                        .open("/desk/water/reports")
                        .expect(200);
        assertThat(board.page().select("tr:has(a[href$=/2022-07]) .tag.late").size()).isEqualTo(3);
        assertThat(told(Role.SECTION_HEAD))
                .anyMatch(it -> it.link().equals("/desk/water/reports/2022-07"));
    }

    private List<WorkItem> told(Role role) {
        var today = java.time.LocalDate.now(clock);
        return work.itemsFor(SectionWork.of(program, "water", "water-quality").holder(role), today);
    }

    private String stage(String name) {
        var month = DemoPeople.at(port).as("clerk2").get(REPORTS + "/2022-07").expect(200);
        return StreamSupport.stream(month.at("/month/stages").spliterator(), false)
                .filter(it -> it.at("/stage").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .at("/level")
                .asString();
    }

    /** The laboratory's file; in November a unit slips and is noticed before anything is kept. */
    private void takenIn(YearMonth month) {
        var people = DemoPeople.at(port);
        if (month.equals(NOVEMBER)) {
            var slipped = upload(people, month, SLIPPED);
            assertThat(slipped.at("/doubts"))
                    .anyMatch(it -> it.at("/key").asString().contains("锰|unit-slip|40"));
            step(people, slipped, "take", List.of()).expect(422);
            step(people, slipped, "cancel", List.of()).expect(200);
        }
        var read = upload(people, month, month.equals(NOVEMBER) ? OVER : USUAL);
        assertThat(read.at("/problems").size()).isZero();
        assertThat(read.at("/parts").size()).isEqualTo(5);
        assertThat(read.at("/parts")).allMatch(it -> it.at("/missing").isEmpty());
        var doubts = new ArrayList<String>();
        read.at("/doubts").forEach(it -> doubts.add(it.at("/key").asString()));
        step(people, read, "take", doubts).expect(200);
    }

    private static ApiAnswer step(
            DemoPeople people, ApiAnswer read, String step, List<String> confirmed) {
        return people.as("clerk2")
                .post(
                        "/api/v1/water/imports/" + read.text("/file/id") + "/steps/" + step,
                        Map.of("confirmed", confirmed));
    }

    private ApiAnswer upload(DemoPeople people, YearMonth month, Map<String, String> unusual) {
        var lines = new ArrayList<>(List.of("监测点位,采样日期,检测项目,检测结果,单位"));
        for (var source : sources.on(agency, month.atEndOfMonth())) {
            for (var it : base(source)) {
                var name = source.facts().name();
                lines.add(
                        String.join(
                                ",",
                                name,
                                month.atDay(6).toString(),
                                '"' + it.item() + '"',
                                unusual.getOrDefault(
                                        name + "|" + it.item(), moved(it.value(), month)),
                                it.unit()));
            }
        }
        return people.as("clerk2")
                .upload(
                        "/api/v1/water/imports",
                        month + "水源监测.csv",
                        String.join("\n", lines).getBytes(StandardCharsets.UTF_8),
                        Map.of())
                .expect(201);
    }

    private List<ReportedValue> base(WaterSource source) {
        return Objects.requireNonNull(
                        samplings.find(agency, source.id(), YearMonth.of(2021, 6)).orElseThrow())
                .values();
    }

    /** A few percent around the value of June 2021; what is no number stays. */
    private static String moved(String value, YearMonth month) {
        if (!value.matches("[0-9.]+")) {
            return value;
        }
        var number = new BigDecimal(value);
        var percent = new BigDecimal(month.getMonthValue() % 5 - 3).movePointLeft(2);
        return number.multiply(BigDecimal.ONE.add(percent))
                .setScale(number.scale(), RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private void published(YearMonth month) {
        var people = DemoPeople.at(port);
        var report =
                people.as("clerk2").post(REPORTS, Map.of("period", month.toString())).expect(201);
        assertThat(report.at("/disagreements").size()).as(month.toString()).isZero();
        published(people, report.text("/document"));
    }

    private void published(DemoPeople people, String document) {
        people.step("clerk2", document, "submit", Map.of()).expect(200);
        var section = SectionWork.of(program, "water", "water-quality");
        var id = new DocumentId(java.util.UUID.fromString(document));
        List.of(Role.SECTION_HEAD, Role.SECRECY_REVIEWER, Role.DEPUTY_LEADER)
                .forEach(it -> section.sign(section.holder(it), id));
        people.step("office", document, "publish", Map.of()).expect(200);
    }

    private static String textOf(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String wordOf(byte[] docx) {
        try (var document = new XWPFDocument(new java.io.ByteArrayInputStream(docx));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be looked at. */
    private static void keep(String name, byte[] content) {
        try {
            var folder = Files.createDirectories(Path.of("target", "papers"));
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
