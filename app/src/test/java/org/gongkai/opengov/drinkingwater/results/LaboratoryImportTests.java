package org.gongkai.opengov.drinkingwater.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each file through the real import: it comes in right, or its cells are named. */
@DemoAgencyTest
@DisplayName("Files of laboratories through the import (监测数据导入)")
class LaboratoryImportTests {
    private static final String IMPORTS = "/api/v1/water/imports";
    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort int port;

    private DemoPeople people;
    private String ground;
    private String lake;

    /** Each test has sources of its own. */
    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
        var number = COUNT.incrementAndGet();
        ground = "导入井" + number;
        lake = "导入库" + number;
        source(ground, "ground");
        source(lake, "reservoir");
    }

    @Test
    void readsMergedHeadsAndDaysAndFormatsOfAWorkbook() {
        var read =
                workbook(
                        sheet -> {
                            row(sheet, 0, "2021年6月水源水质监测结果表");
                            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
                            row(sheet, 1, "水源地名称", "采样日期", "一般化学指标", "", "毒理学指标", "");
                            row(sheet, 2, "", "", "铁", "锰", "汞", "砷");
                            row(sheet, 3, "", "", "mg/L", "μg/L", "μg/L", "mg/L");
                            sheet.addMergedRegion(new CellRangeAddress(1, 2, 0, 0));
                            sheet.addMergedRegion(new CellRangeAddress(1, 2, 1, 1));
                            sheet.addMergedRegion(new CellRangeAddress(1, 1, 2, 3));
                            sheet.addMergedRegion(new CellRangeAddress(1, 1, 4, 5));
                            row(sheet, 4, ground, "", "", "50", "0.04L", "未检出");
                            day(sheet, 4, 1, LocalDate.of(2021, 6, 8));
                            number(sheet, 4, 2, 0.28, "0.0");
                            number(sheet, 4, 5, 0.0003, "0.0000\"L\"");
                        });

        assertThat(told(read))
                .containsExactly(
                        ground + " 2021-06 铁 0.28 mg/L",
                        ground + " 2021-06 锰 50 μg/L",
                        ground + " 2021-06 汞 0.04L μg/L",
                        ground + " 2021-06 砷 0.0003L mg/L");
        assertThat(problems(read)).isEmpty();
    }

    @Test
    void readsEachVisibleSheetAndNamesItsCells() {
        var read =
                upload(
                        "两个工作表.xlsx",
                        bytes(
                                book -> {
                                    var one = book.createSheet("地下水");
                                    row(one, 0, "监测点位", "监测时间", "检测项目", "检测结果", "单位");
                                    row(one, 1, ground, "2021年6月", "铁", "０．２８", "mg/L");
                                    row(one, 2, ground, "2021年6月", "锰", "约0.1", "mg/L");
                                    var two = book.createSheet("地表水");
                                    row(two, 0, "2021年6月地表水监测");
                                    row(two, 1, "项目", "单位", lake);
                                    row(two, 2, "氨氮", "mg/L", "0.31");
                                    row(two, 3, "四氯化碳", "μg/L", "＜0.3");
                                    var hidden = book.createSheet("作废");
                                    row(hidden, 0, "监测点位", "监测时间", "检测项目", "检测结果", "单位");
                                    row(hidden, 1, ground, "2021年6月", "铜", "9", "mg/L");
                                    book.setSheetHidden(2, true);
                                }));

        assertThat(told(read))
                .containsExactly(
                        ground + " 2021-06 铁 ０．２８ mg/L",
                        lake + " 2021-06 氨氮 0.31 mg/L",
                        lake + " 2021-06 四氯化碳 ＜0.3 μg/L");
        assertThat(problems(read)).containsExactly("地下水!D3 unknown-value");
    }

    @Test
    void readsCommasInGb18030AndTabs() {
        var commas =
                "水源地,采样日期,铁（mg/L）,嗅和味,备注\r\n\r\n" + ground + ",2021-06-08,0.02,无,\"丰水期，\n补采\"\r\n";
        var read = upload("月报.csv", commas.getBytes(Charset.forName("GB18030")));
        assertThat(told(read))
                .containsExactly(ground + " 2021-06 铁 0.02 mg/L", ground + " 2021-06 嗅和味 无");

        var tabs =
                "水源地\t月份\t溶解性总固体 mg/L\t浑浊度 NTU\n" + ground + "\t2021.06\t986\t0.5L\n平均值\t\t986\t\n";
        assertThat(told(upload("月报.txt", tabs.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(
                        ground + " 2021-06 溶解性总固体 986 mg/L", ground + " 2021-06 浑浊度 0.5L NTU");
    }

    @Test
    void takesOwnValuesOfNumbersAndRefusesErrorsPercentsAndDoubtfulMonths() {
        var read =
                workbook(
                        sheet -> {
                            row(
                                    sheet, 0, "水源地", "采样日期", "铁(mg/L)", "锰(mg/L)", "铜(mg/L)",
                                    "锌(mg/L)");
                            row(sheet, 1, ground, "2021-06-08", "", "", "-1", "");
                            number(sheet, 1, 2, 1160, "#,##0");
                            number(sheet, 1, 3, 0.05, "0%");
                            sheet.getRow(1).createCell(5).setCellErrorValue((byte) 42);
                            row(sheet, 2, ground, "", "0.1");
                            number(sheet, 2, 1, 2021.1, "General");
                        });

        assertThat(told(read)).containsExactly(ground + " 2021-06 铁 1160 mg/L");
        assertThat(problems(read))
                .containsExactly("D2 unknown-value", "F2 unknown-value", "B3 unknown-month");
    }

    @Test
    void namesCellsOfUnknownPlacesItemsUnitsAndDuplicates() {
        var read =
                csv(
                        "水源地,采样日期,铁(mg/L),氨氮化物(mg/L),浑浊度(mg/L),氨氮,锰(mg/L)",
                        ground + ",2021-06-08,0.1,1,1,0.2,0.1",
                        "没有的水源,2021-06-08,0.1,,,,",
                        ground + ",2021-06-09,0.2,,,,");

        assertThat(told(read))
                .containsExactly(ground + " 2021-06 铁 0.1 mg/L", ground + " 2021-06 锰 0.1 mg/L");
        assertThat(problems(read))
                .containsExactlyInAnyOrder(
                        "D1 unknown-column",
                        "E1 unknown-unit",
                        "F1 no-unit",
                        "A3 unknown-place",
                        "C4 twice");
    }

    @Test
    void findsASourceByItsOtherName() {
        var read = csv("断面,监测年月,粪大肠菌群(MPN/100mL)", lake + "别名,2021-06,23");

        assertThat(told(read)).containsExactly(lake + " 2021-06 粪大肠菌群 23 MPN/100mL");
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThat(problems(upload("函.csv", "关于报送数据的函\n请查收\n".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("A1 no-headings");
        people.as("clerk2").upload(IMPORTS, "旧表.xls", new byte[] {1, 2, 3}, Map.of()).expect(422);
        assertThat(
                        people.as("clerk2")
                                .upload(
                                        IMPORTS,
                                        "假表.xlsx",
                                        "不是表格".getBytes(StandardCharsets.UTF_8),
                                        Map.of())
                                .status())
                .isIn(415, 422);
        people.as("clerk2").post(IMPORTS, Map.of()).expect(415);
        people.as("office")
                .upload(IMPORTS, "月报.csv", "水源地".getBytes(StandardCharsets.UTF_8), Map.of())
                .expectProblem(403, "not-allowed");
    }

    @Test
    void refusesAMonthToComeAndAYearWithoutTheSource() {
        var read = csv("水源地,采样日期,铁(mg/L)", ground + ",2021-12-08,0.1", ground + ",2019-06-08,0.1");

        assertThat(read.text("/parts/0/refused")).contains("2021-07");
        assertThat(read.text("/parts/1/refused")).contains("没有登记");
        take(read, Map.of()).expect(422);
    }

    @Test
    void keepsNothingUntilCellsAndDoubtsWereLookedAt() {
        var read = csv("水源地,采样日期,铁(mg/L),汞(mg/L)", ground + ",2021-06-08,约0.1,0.002L");
        assertThat(take(read, Map.of()).expect(422).body()).contains("leaveOut", "confirmed");
        assertThat(results("2021-06").at("/versions").size()).isZero();

        take(read, Map.of("leaveOut", true, "confirmed", List.of(read.text("/doubts/0/key"))))
                .expect(200);
        var kept = results("2021-06");
        assertThat(kept.text("/versions/0/values/0/value")).isEqualTo("0.002L");
        assertThat(kept.text("/versions/0/origin")).isEqualTo("file");
        take(read, Map.of()).expectProblem(409, "not-possible-in-this-state");
    }

    @Test
    void addsToAMonthAndCorrectsItWithAReason() {
        take(csv("水源地,采样日期,铁(mg/L)", ground + ",2021-06-08,0.1"), Map.of()).expect(200);
        take(csv("水源地,采样日期,锰(mg/L)", ground + ",2021-06-08,0.05"), Map.of()).expect(200);
        var same = csv("水源地,采样日期,锰(mg/L)", ground + ",2021-06-08,0.05");
        assertThat(take(same, Map.of()).expect(422).body()).contains("nothing");

        var other = csv("水源地,采样日期,铁(mg/L)", ground + ",2021-06-08,0.2");
        assertThat(other.at("/corrects").asBoolean()).isTrue();
        assertThat(other.text("/parts/0/values/0/before")).isEqualTo("0.1 mg/L");
        assertThat(take(other, Map.of()).expect(422).body()).contains("reason");
        take(other, Map.of("reason", "实验室更正")).expect(200);

        var kept = results("2021-06");
        assertThat(kept.at("/versions").size()).isEqualTo(3);
        assertThat(kept.at("/versions/0/values").size()).isEqualTo(2);
        assertThat(kept.text("/versions/0/values/0/value")).isEqualTo("0.2");
        assertThat(kept.text("/versions/0/reason")).isEqualTo("实验室更正");
    }

    @Test
    void canBeCancelledAndStaysOnRecord() {
        var read = csv("水源地,采样日期,铁(mg/L)", ground + ",2021-06-08,0.1");
        people.as("clerk2")
                .post(IMPORTS + "/" + read.number("/file/id") + "/steps/cancel", Map.of())
                .expect(200);

        var list = people.as("auditor").get(IMPORTS + "?limit=200").expect(200);
        assertThat(list.at("/items"))
                .anyMatch(
                        it ->
                                it.at("/id").asLong() == read.number("/file/id")
                                        && it.at("/state").asString().equals("cancelled"));
        assertThat(results("2021-06").at("/versions").size()).isZero();
    }

    @Test
    void readsAFullAnalysisWiderThanAHundredColumns() {
        var list =
                org.gongkai.opengov.drinkingwater.MonitoringList.yearly(
                        org.gongkai.opengov.drinkingwater.WaterStandards.cited("GB3838-2002")
                                .orElseThrow(),
                        org.gongkai.opengov.drinkingwater.WaterBody.LAKE);
        var heads = new ArrayList<>(List.of("水源地", "采样日期"));
        var cells = new ArrayList<>(List.of(lake, "2021-06-08"));
        for (var item : list) {
            heads.add(item.name() + (item.code().equals("w01001") ? "" : "," + item.unit()));
            cells.add(
                    item.code().equals("w01001")
                            ? "7.5"
                            : item.code().equals("w01009") ? "8" : "0.00000001L");
        }
        var read =
                workbook(
                        sheet -> {
                            row(sheet, 0, heads.toArray(String[]::new));
                            row(sheet, 1, cells.toArray(String[]::new));
                        });

        assertThat(problems(read)).isEmpty();
        assertThat(read.at("/parts/0/values").size()).isEqualTo(109);
    }

    private ApiAnswer take(ApiAnswer read, Map<String, Object> how) {
        return people.as("clerk2")
                .post(IMPORTS + "/" + read.number("/file/id") + "/steps/take", how);
    }

    private ApiAnswer results(String month) {
        var sources =
                people.as("clerk2").get("/api/v1/water/sources?limit=200&words=" + encoded(ground));
        var id =
                sources.at("/items").findParents("name").stream()
                        .filter(it -> it.at("/name").asString().equals(ground))
                        .findFirst()
                        .orElseThrow()
                        .at("/id")
                        .asLong();
        return people.as("clerk2").get("/api/v1/water/months/" + month + "/sources/" + id);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> told(ApiAnswer read) {
        var told = new ArrayList<String>();
        for (var part : read.at("/parts")) {
            for (var value : part.at("/values")) {
                told.add(
                        (part.at("/name").asString()
                                        + " "
                                        + part.at("/month").asString()
                                        + " "
                                        + value.at("/item").asString()
                                        + " "
                                        + value.at("/value").asString()
                                        + " "
                                        + value.at("/unit").asString())
                                .strip());
            }
        }
        return told;
    }

    private static List<String> problems(ApiAnswer read) {
        var told = new ArrayList<String>();
        for (var problem : read.at("/problems")) {
            told.add(problem.at("/cell").asString() + " " + problem.at("/kind").asString());
        }
        return told;
    }

    private ApiAnswer csv(String... lines) {
        return upload("月报.csv", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private ApiAnswer workbook(Consumer<XSSFSheet> content) {
        return upload("月报.xlsx", bytes(book -> content.accept(book.createSheet("数据"))));
    }

    private ApiAnswer upload(String name, byte[] content) {
        return people.as("clerk2").upload(IMPORTS, name, content, Map.of()).expect(201);
    }

    private static byte[] bytes(Consumer<XSSFWorkbook> content) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(XSSFSheet sheet, int at, String... cells) {
        var row = sheet.createRow(at);
        for (var column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
        }
    }

    private static void number(XSSFSheet sheet, int row, int column, double value, String format) {
        var cell = sheet.getRow(row).createCell(column);
        cell.setCellValue(value);
        var style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
    }

    private static void day(XSSFSheet sheet, int row, int column, LocalDate day) {
        number(sheet, row, column, 0, "yyyy/m/d");
        sheet.getRow(row).getCell(column).setCellValue(day);
    }

    private void source(String name, String kind) {
        var source = new HashMap<String, Object>();
        source.put("name", name);
        source.put("alsoCalled", List.of(name + "别名"));
        source.put("kind", kind);
        source.put("target", "III");
        source.put("district", "640181");
        source.put("state", "in-use");
        source.put("from", "2020-01-01");
        people.as("clerk2").post("/api/v1/water/sources", source).expect(201);
    }
}
