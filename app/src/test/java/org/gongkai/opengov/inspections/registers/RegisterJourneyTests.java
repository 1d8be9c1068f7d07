package org.gongkai.opengov.inspections.registers;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.files.SheetTable;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("The keeper's work with the registers of inspections (一单两库)")
class RegisterJourneyTests {
    private static final String UNITS = "/api/v1/inspections/units";
    private static final String CODE = "91640100MA7XE0014L";

    @LocalServerPort int port;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void entersChangesMergesAndForgetsNothing() {
        var id = entered(7, "样例·测试一厂");
        var other = entered(8, "样例·测试二厂");
        var path = UNITS + "/" + id;

        people.as("keeper")
                .with("If-Match", "\"1\"")
                .put(path, Map.of("fields", Map.of("name", "样例·测试新厂"), "reason", "更名"))
                .expect(200);
        people.as("keeper")
                .with("If-Match", "\"1\"")
                .put(path, Map.of("fields", Map.of("name", "样例·晚了")))
                .expectProblem(412, "changed-meanwhile");
        people.as("keeper").put(path, Map.of("fields", Map.of("name", "样例·测试新厂"))).expect(422);
        people.as("keeper")
                .post(
                        path + "/steps/merge",
                        Map.of("into", CODE + "-8", "on", "2021-07-30", "reason", "吸收合并"))
                .expect(200);

        var merged = people.as("auditor").get(path).expect(200);
        assertThat(merged.number("/mergedInto")).isEqualTo(other);
        assertThat(merged.text("/changes/1/fields/name/before")).isEqualTo("样例·测试一厂");
        assertThat(merged.text("/changes/1/reason")).isEqualTo("更名");
        people.as("keeper")
                .put(path, Map.of("fields", Map.of("name", "样例·又改")))
                .expectProblem(409, "not-possible-in-this-state");
        assertThat(entered(7, "样例·回来的一厂")).isNotEqualTo(id);
    }

    @Test
    void refusesWhatIsNoCodeAndSaysSo() {
        var refused =
                people.as("keeper")
                        .post(
                                UNITS,
                                Map.of(
                                        "fields",
                                        Map.of("creditCode", "91640100MA7XE0014M", "name", "甲")))
                        .expect(422);

        assertThat(refused.body()).contains("credit-code").contains("required");
        people.as("keeper").post(UNITS, Map.of("fields", Map.of("colour", "绿"))).expect(422);
        people.as("keeper").get(UNITS + "?supervisionClass=huge").expect(422);
    }

    @Test
    void isTheKeepersAlone() {
        var fields = Map.of("fields", Map.of("name", "甲"));
        for (var who : List.of("officer", "leader", "office", "auditor")) {
            people.as(who).get(UNITS + "?limit=1").expect(200);
            people.as(who).post(UNITS, fields).expectProblem(403, "not-allowed");
        }
        people.as("clerk").get(UNITS).expectProblem(403, "not-allowed");
        people.as("office").get("/api/v1/inspections/recusals").expectProblem(403, "not-allowed");
    }

    @Test
    void showsAnOfficerTheirOwnRecusalsAlone() {
        var all = people.as("keeper").get("/api/v1/inspections/recusals").expect(200);
        var own = people.as("officer2").get("/api/v1/inspections/recusals").expect(200);

        assertThat(all.at("/items").size()).isGreaterThan(own.at("/items").size());
        assertThat(own.at("/items"))
                .allMatch(it -> it.at("/fields/officerId").asText().equals("宁A-样例-0002"));
        people.as("officer")
                .get("/api/v1/inspections/recusals/" + own.number("/items/0/id"))
                .expect(404);
    }

    @Test
    void keepsWhatWasWrittenAboutARecusalApart() {
        entered(9, "样例·测试三厂");
        var recusal =
                people.as("keeper")
                        .post(
                                "/api/v1/inspections/recusals",
                                Map.of(
                                        "fields",
                                        Map.of(
                                                "unitId", CODE + "-9",
                                                "officerId", "宁A-样例-0001",
                                                "reason", "declared",
                                                "since", "2021-07-01"),
                                        "note",
                                        "其兄在该厂任职"))
                        .expect(201);
        var path = "/api/v1/inspections/recusals/" + recusal.number("/id");

        assertThat(people.as("leader").get(path).text("/note")).isEqualTo("其兄在该厂任职");
        assertThat(people.as("officer").get(path).body()).doesNotContain("其兄");
        people.as("keeper")
                .post(path + "/steps/end", Map.of("on", "2021-06-30", "reason", "已离职"))
                .expect(422);
        people.as("keeper")
                .post(path + "/steps/end", Map.of("on", "2021-07-30", "reason", "已离职"))
                .expect(200);
    }

    @Test
    void givesTheListAsFilesThatCanBeReadBack() throws Exception {
        var keeper = DeskClient.at(port).signIn("keeper", DemoPeople.PASSWORD);
        var csv =
                new String(
                        keeper.download("/desk/inspections/items/export.csv"),
                        StandardCharsets.UTF_8);
        var sheet = SheetTable.read(keeper.download("/desk/inspections/officers/export.xlsx"), 100);

        assertThat(csv).contains("\"序号\",\"抽查类别\",\"抽查事项\"").contains("现场检查、抽样检测");
        assertThat(sheet.getFirst().cells()).startsWith("姓名", "性别", "所在单位");
        assertThat(sheet).anyMatch(it -> it.cells().contains("宁A-样例-0005"));
    }

    @Test
    void worksOnThePages() {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "keeper");
            for (var register : List.of("items", "units", "officers", "recusals")) {
                look(page, "/desk/inspections/" + register, "list-" + register);
                look(page, "/desk/inspections/" + register + "/new", "new-" + register);
            }
            page.navigate(base() + "/desk/inspections/units?q=91640104MA7XD00196");
            page.click("tbody th a");
            look(page, null, "one-unit");
            page.navigate(page.url() + "/change");
            look(page, null, "change-unit");
        }
    }

    @Test
    void keepsWhatWasTypedWhenTheFormIsRefused() {
        var keeper = DeskClient.at(port).signIn("keeper", DemoPeople.PASSWORD);
        keeper.open("/desk/inspections/officers/new").expect(200);
        keeper.send("/desk/inspections/officers", Map.of("name", "测试员", "certificate", ""))
                .expect(422);

        assertThat(keeper.page().select("#name").val()).isEqualTo("测试员");
        assertThat(keeper.text()).contains("请填写此项");
        keeper.open("/desk/inspections/units?standing=ended&q=没有这样的单位").expect(200);
        assertThat(keeper.text()).contains("没有符合条件的条目");
    }

    private void look(Page page, String path, String name) {
        if (path != null) {
            page.navigate(base() + path);
        }
        assertThat(Axe.findings(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " at 360 px")
                .isEqualTo(true);
        Browser.photograph(page, "registers-" + name);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }

    private long entered(int site, String name) {
        return people.as("keeper")
                .post(
                        UNITS,
                        Map.of(
                                "fields",
                                Map.of(
                                        "name", name,
                                        "creditCode", CODE,
                                        "site", site,
                                        "address", "样例路1号",
                                        "region", "640105",
                                        "industry", "C2614",
                                        "supervisionClass", "重点",
                                        "permitClass", "simplified",
                                        "enteredOn", "2021-07-01",
                                        "tags", List.of("VOCs", "测试"))))
                .expect(201)
                .number("/id");
    }
}
