package org.gongkai.opengov.inspections.registers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Import of registers (名录导入)")
class RegisterImportTests {
    private static final String ADDRESS = "/api/v1/inspections/imports";
    private static final String CODE = "91640100MA7XE0014L";
    private static final String HEAD = "名称,统一社会信用代码,场所编号,地址,行政区划,行业,监管类别,信用风险分类,标记,列入日期\n";

    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void showsWhatWouldChangeAndDoesItWhenConfirmed() {
        var first =
                checked(
                        "units",
                        "units.csv",
                        (HEAD
                                        + row("样例·导入甲", 101, "B", "重点")
                                        + row("样例·导入乙", 102, "B", "一般")
                                        + row("样例·导入丙", 103, "E", "很重点")
                                        + row("样例·又是甲", 101, "B", "重点"))
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(first.number("/counts/added")).isEqualTo(2);
        assertThat(first.number("/counts/broken")).isEqualTo(2);
        assertThat(first.number("/counts/missing")).isGreaterThan(100);
        var problems = keeperGets(first, "/problems");
        assertThat(problems.text("/items/0/field")).isEqualTo("监管类别");
        assertThat(problems.number("/items/0/row")).isEqualTo(4);
        assertThat(problems.text("/items/2/reason")).isEqualTo("与第2行是同一条");
        assertThat(found(101)).isEmpty();
        done(first);
        assertThat(found(101)).containsExactly("样例·导入甲");

        // A column that is not there and a blank cell leave what the entry says.
        var second =
                checked(
                        "units",
                        "units.csv",
                        ("统一社会信用代码,场所编号,名称,信用风险分类\n"
                                        + CODE
                                        + ",101,样例·导入甲新名,\n"
                                        + CODE
                                        + ",102,,C\n"
                                        + CODE
                                        + ",104,样例·导入丁,C\n")
                                .getBytes(Charset.forName("GB18030")));
        assertThat(second.number("/counts/changed")).isEqualTo(2);
        assertThat(second.number("/counts/broken")).isEqualTo(1);
        var changed = keeperGets(second, "/differences?kind=changed");
        assertThat(changed.text("/items/0/fields/0/before")).isEqualTo("样例·导入甲");
        assertThat(changed.text("/items/1/fields/0/key")).isEqualTo("riskClass");
        done(second);
        var one =
                people.as("keeper")
                        .get("/api/v1/inspections/units/" + changed.number("/items/0/entry"));
        assertThat(one.text("/fields/name")).isEqualTo("样例·导入甲新名");
        assertThat(one.text("/fields/riskClass")).isEqualTo("B");
        assertThat(one.text("/fields/tags/0")).isEqualTo("VOCs");
        assertThat(one.text("/changes/0/fields/name/before")).isEqualTo("样例·导入甲");
        assertThat(one.text("/changes/0/reason")).contains("units.csv");
    }

    @Test
    void leavesAloneWhatWasChangedAfterTheComparison() {
        done(checked("units", "a.csv", bytes(HEAD + row("样例·导入戊", 105, "B", "重点"))));
        var run = checked("units", "b.csv", bytes(HEAD + row("样例·导入戊二", 105, "D", "重点")));
        var id = keeperGets(run, "/differences?kind=changed").number("/items/0/entry");
        people.as("keeper")
                .put("/api/v1/inspections/units/" + id, Map.of("fields", Map.of("name", "样例·导入戊三")))
                .expect(200);
        var after = done(run);

        assertThat(after.number("/counts/overtaken")).isEqualTo(1);
        assertThat(found(105)).containsExactly("样例·导入戊三");
    }

    @Test
    void readsWorkbooksWithDaysAndZips() throws IOException {
        var book = new ByteArrayOutputStream();
        try (var workbook = new Workbook(book, "test", null)) {
            var sheet = workbook.newWorksheet("名录");
            var heads = "姓名,性别,所在单位,行政执法证号,执法证有效期至,执法区域,列入日期".split(",", -1);
            for (var column = 0; column < heads.length; column++) {
                sheet.value(0, column, heads[column]);
            }
            sheet.value(1, 0, "导入一员");
            sheet.value(1, 1, "女");
            sheet.value(1, 2, "执法四大队");
            sheet.value(1, 3, "宁A-导入-1");
            sheet.value(1, 4, LocalDate.of(2024, 2, 29));
            sheet.style(1, 4).format("yyyy/m/d").set();
            sheet.value(1, 5, 640104);
            sheet.value(1, 6, "2021年7月1日");
        }
        var officers = done(checked("officers", "officers.xlsx", book.toByteArray()));
        assertThat(officers.number("/counts/applied")).isEqualTo(1);
        assertThat(
                        people.as("keeper")
                                .get("/api/v1/inspections/officers?q=导入一员")
                                .text("/items/0/fields/certificateValidTo"))
                .isEqualTo("2024-02-29");

        var zip = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("recusals.csv"));
            out.write(
                    bytes(
                            "检查对象,执法人员,回避事由,起始日期\n"
                                    + "91640104MA7XD00196,宁A-导入-1,本人申报利害关系,2021-07-01\n"
                                    + "91640104MA7XD00197,宁A-导入-1,本人申报利害关系,2021-07-01\n"));
        }
        var recusals = checked("recusals", "recusals.zip", zip.toByteArray());
        assertThat(recusals.number("/counts/added")).isEqualTo(1);
        assertThat(keeperGets(recusals, "/problems").text("/items/0/reason"))
                .contains("91640104MA7XD00197");
        people.as("keeper")
                .post(ADDRESS + "/" + recusals.number("/id") + "/steps/cancel", Map.of())
                .expect(200);
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        people.as("keeper")
                .upload(ADDRESS, "units.pdf", bytes("x"), Map.of("register", "units"))
                .expect(422);
        people.as("officer")
                .upload(ADDRESS, "units.csv", bytes(HEAD), Map.of("register", "units"))
                .expectProblem(403, "not-allowed");
        var failed =
                settled(
                        people.as("keeper")
                                .upload(
                                        ADDRESS,
                                        "units.csv",
                                        bytes("名称,地址\n甲,乙\n"),
                                        Map.of("register", "units"))
                                .expect(201));
        assertThat(failed.text("/state")).isEqualTo("failed");
        assertThat(failed.text("/failure")).contains("统一社会信用代码");
    }

    @Test
    void looksRightOnThePages() {
        var run =
                checked(
                        "units",
                        "pages.csv",
                        bytes(
                                HEAD
                                        + row("样例·导入己", 106, "B", "重点")
                                        + row("样例·导入庚", 107, "Z", "重点")));
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "keeper");
            for (var path :
                    List.of(
                            "",
                            "/" + run.number("/id"),
                            "/" + run.number("/id") + "?show=new",
                            "/" + run.number("/id") + "?show=missing")) {
                page.navigate("http://127.0.0.1:" + port + "/desk/inspections/imports" + path);
                assertThat(Axe.findings(page)).as(path).isEmpty();
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                        .as(path + " at 360 px")
                        .isEqualTo(true);
                Browser.photograph(page, "registers-import" + path.replaceAll("[^a-z]", ""));
            }
        }
    }

    private static String row(String name, int site, String risk, String supervision) {
        return name
                + ","
                + CODE
                + ","
                + site
                + ",样例路1号,640105,C2614,"
                + supervision
                + ","
                + risk
                + ",VOCs,2021/7/1\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> found(int site) {
        var names = new ArrayList<String>();
        people.as("keeper")
                .get("/api/v1/inspections/units?q=" + CODE + "&limit=200")
                .expect(200)
                .at("/items")
                .forEach(
                        it -> {
                            if (it.at("/fields/site").asText().equals(Integer.toString(site))) {
                                names.add(it.at("/fields/name").asText());
                            }
                        });
        return names;
    }

    private ApiAnswer keeperGets(ApiAnswer run, String what) {
        return people.as("keeper").get(ADDRESS + "/" + run.number("/id") + what).expect(200);
    }

    private ApiAnswer checked(String register, String name, byte[] content) {
        var run =
                settled(
                        people.as("keeper")
                                .upload(ADDRESS, name, content, Map.of("register", register))
                                .expect(201));
        assertThat(run.text("/state")).as(run.body()).isEqualTo("checked");
        return run;
    }

    private ApiAnswer done(ApiAnswer run) {
        var path = ADDRESS + "/" + run.number("/id");
        var after =
                settled(people.as("keeper").post(path + "/steps/confirm", Map.of()).expect(200));
        assertThat(after.text("/state")).as(after.body()).isEqualTo("done");
        return after;
    }

    private ApiAnswer settled(ApiAnswer run) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var now = keeperGets(run, "");
        while (List.of("reading", "comparing", "applying").contains(now.text("/state"))
                && System.nanoTime() < end) {
            now = keeperGets(run, "");
        }
        return now;
    }
}
