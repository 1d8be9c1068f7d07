package org.gongkai.opengov.requests.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requests.letters.LetterKind;
import org.gongkai.opengov.requests.letters.LetterTemplates;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Letter templates at the desk (文书模板维护) — versions, who changed what, why")
class TemplateJourneyTests {
    private static final String PATH = "/desk/requests/templates";
    private static final String API = "/api/v1/requests/templates";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired LetterTemplates templates;

    private DemoPeople people;

    @BeforeEach
    void start() {
        people = DemoPeople.at(port);
    }

    /** Other tests write letters by the program's own text. */
    @AfterEach
    void backToTheProgramsOwn() {
        var own = people.as("office").get(API + "/versions/0").expect(200).text("/text");
        people.as("office").put(API, Map.of("text", own, "why", "恢复系统自带文字"));
    }

    @Test
    void changeAPartAndShowWhatChangedAndByWhom() {
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open(PATH).expect(200).text())
                .contains("政府信息公开申请答复书", "答复事项、救济途径", "不是《宁夏回族自治区政府信息公开申请办理规范》");
        var path = PATH + "/parts/correction-notice";
        var page = office.open(path).expect(200);
        assertThat(page.text()).contains("{补正事项}", "【补正事项】", "{办理期限}");
        var body = page.page().select("#body").val();
        var changed = body.replace("请于{办理期限}前", "请在{办理期限}之前");

        var shown =
                page.post(
                                path + "/preview",
                                Map.of(
                                        "_csrf",
                                        page.page().select("form input[name=_csrf]").last().val(),
                                        "version",
                                        page.page().select("input[name=version]").val(),
                                        "title",
                                        page.page().select("#title").val(),
                                        "addressee",
                                        page.page().select("#addressee").val(),
                                        "body",
                                        changed))
                        .expect(200);
        assertThat(shown.text()).contains("请在【办理期限】之前（含当日）补正以下事项：【补正事项】");
        shown.send(path, Map.of("body", changed, "why", "")).expect(422);
        assertThat(shown.text()).contains("请写明为什么修改");
        assertThat(shown.page().select("#body").val()).contains("请在{办理期限}之前");
        shown.send(path, Map.of("body", changed, "why", "改得通俗一些")).expect(302);
        assertThat(office.follow().expect(200).text()).contains("已保存为第", "改得通俗一些");

        var current = people.as("legal").get(API).expect(200);
        var number = current.number("/version");
        var version = office.open(PATH + "/versions/" + number).expect(200);
        assertThat(version.page().select("ins").eachText().toString()).contains("在").contains("之");
        assertThat(version.text()).contains("改得通俗一些");
        // Letters made from now on say so.
        var agency =
                new AgencyId(
                        database.sql("SELECT agency_id FROM request_template_version LIMIT 1")
                                .query(Long.class)
                                .single());
        assertThat(templates.inForce(agency).letter(LetterKind.CORRECTION_NOTICE).lines())
                .anyMatch(it -> it.contains("请在{办理期限}之前"));
        // Who read an older version is told so.
        people.as("office")
                .with("If-Match", "\"" + (number - 1) + "\"")
                .put(API + "/parts/reply", Map.of("body", "{答复事项}\n{救济途径}", "why", "简化"))
                .expect(412);
        office.open(PATH + "/versions/" + (number - 1))
                .send(PATH + "/versions/" + (number - 1) + "/restore", Map.of())
                .expect(302);
        assertThat(people.as("office").get(API).expect(200).text("/why"))
                .isEqualTo("恢复第" + (number - 1) + "版");
        people.as("office")
                .put(API, Map.of("text", people.as("office").get(API).text("/text"), "why", "再来"))
                .expect(422);
    }

    @Test
    void refuseATemplateThatLacksWhatItHasToSayAndNameTheField() {
        var refused =
                people.as("office")
                        .put(
                                API + "/parts/reply",
                                Map.of(
                                        "title",
                                        "答复书",
                                        "addressee",
                                        "{申请人}",
                                        "body",
                                        "{答复事项}\n特此答复。",
                                        "why",
                                        "简化"))
                        .expect(422);
        assertThat(refused.json().at("/errors/0/message").asString())
                .isEqualTo("“政府信息公开申请答复书（reply）”必须写有“救济途径”字段");
        var told =
                people.as("office")
                        .put(
                                API + "/parts/third-party-consultation",
                                Map.of("body", "{涉及信息}，申请人为{申请人}。", "why", "写明"))
                        .expect(422);
        assertThat(told.json().at("/errors").findValuesAsString("message"))
                .contains("“第三方意见征询书（third-party-consultation）”送给第三方或者其他机关，不能写“申请人”");
        people.as("office")
                .put(API + "/parts/reply", Map.of("body", "{救济}", "why", "x"))
                .expect(422);
        people.as("office")
                .put(API + "/parts/nothing", Map.of("body", "x", "why", "x"))
                .expect(404);
        people.as("clerk").put(API + "/parts/reply", Map.of("body", "x", "why", "x")).expect(403);
        people.as("operator").get(API).expect(403);
    }

    @Test
    void takeAWholeSetFromAFileOrNotAtAll() {
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var text = new String(office.download(PATH + "/set.txt"), StandardCharsets.UTF_8);
        var regional = text.replaceFirst("名称：.*", "名称：宁政公开办发〔2020〕23号附件");
        office.open(PATH + "/set")
                .sendFile(
                        PATH + "/set",
                        "file",
                        "set.txt",
                        regional.replace("== file-note", "== note")
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of("why", "载入官方格式"))
                .expect(422);
        assertThat(office.text()).contains("缺少“办理终止记录（file-note）”这一部分");
        office.open(PATH + "/set")
                .sendFile(
                        PATH + "/set",
                        "file",
                        "set.txt",
                        regional.getBytes(StandardCharsets.UTF_8),
                        Map.of("why", "载入官方格式"))
                .expect(302);
        assertThat(office.follow().expect(200).text())
                .contains("宁政公开办发〔2020〕23号附件", "载入官方格式")
                .doesNotContain("不是《宁夏回族自治区政府信息公开申请办理规范》");
        var pdf = office.download(PATH + "/parts/answer-disclosed/preview.pdf");
        assertThat(new String(pdf, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
    }

    @Test
    void areAccessibleWideAndNarrow() {
        people.as("office")
                .put(
                        API + "/parts/file-note",
                        Map.of(
                                "title",
                                "终止记录",
                                "addressee",
                                "",
                                "body",
                                "| 办理结果 | {办理结果}\n| 办理经过 | {办理经过}",
                                "why",
                                "精简"))
                .expect(200);
        var number = people.as("office").get(API).expect(200).number("/version");
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "office");
            for (var it :
                    List.of(
                            "",
                            "/parts/reply",
                            "/parts/answer-not-this-agency",
                            "/set",
                            "/versions/" + number)) {
                for (int width : new int[] {Browser.WIDE, Browser.NARROW}) {
                    page.setViewportSize(width, 900);
                    assertThat(page.navigate("http://127.0.0.1:" + port + PATH + it).status())
                            .isEqualTo(200);
                    Browser.photograph(
                            page,
                            "request-templates" + it.replaceAll("[0-9/]+", "-") + "-" + width);
                    var scroll = page.evaluate("document.documentElement.scrollWidth");
                    assertThat(((Number) scroll).intValue()).isLessThanOrEqualTo(width);
                    assertThat(Axe.findings(page)).isEmpty();
                }
            }
        }
    }
}
