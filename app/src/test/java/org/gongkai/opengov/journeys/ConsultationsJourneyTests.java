package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.PublicStamps;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.PublicWork.Published;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** 《重大行政决策程序暂行条例》 arts. 15 and 18; the page of a day is that of its date (ADR 0155). */
@DemoAgencyTest
@DisplayName("What is open for comment (征求意见)")
class ConsultationsJourneyTests {
    private static final String HOW = "电子邮箱：yijian@ycsthjj.gov.cn；来信请寄法规科";

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired PublicRegister register;
    @Autowired PublicStamps stamps;

    private PublicWork work;
    private DeskClient reader;

    @BeforeEach
    void open() {
        work = PublicWork.at(port).in("notices");
        reader = DeskClient.at(port);
    }

    @Test
    void isShownAsOpenToTheEndOfItsLastDayAndAsClosedFromTheNext() {
        clock.set("2021-07-30T09:00:00+08:00");
        var draft = asking("关于鸣翠湖保护办法公开征求意见的公告", "2021-07-31", "2021-08-01");

        assertThat(banner(draft)).isEqualTo("自2021年7月31日(周六)起公开征求意见");
        assertThat(home()).doesNotContain("鸣翠湖保护办法");
        assertThat(standing(draft)).isEqualTo("not-yet-open");

        clock.set("2021-07-31T00:00:00+08:00");
        assertThat(banner(draft)).isEqualTo("正在公开征求意见，截止日期为2021年8月1日(周日)");
        assertThat(home()).contains("关于鸣翠湖保护办法公开征求意见的公告 2021-08-01截止");
        assertThat(standing(draft)).isEqualTo("open");

        clock.set("2021-08-01T23:59:59+08:00");
        assertThat(banner(draft)).startsWith("正在公开征求意见");
        assertThat(home()).contains("鸣翠湖保护办法");

        clock.set("2021-08-02T00:00:00+08:00");
        assertThat(banner(draft)).isEqualTo("征求意见已于2021年8月1日(周日)结束");
        assertThat(home()).doesNotContain("鸣翠湖保护办法");
        assertThat(standing(draft)).isEqualTo("closed");
    }

    @Test
    void isToldInTheSameWordsByPageTableAndApi() {
        var draft = asking("关于典农河岸线公开征求意见的公告", "2021-07-30", "2021-08-31");
        var result =
                work.publish(
                        "notice",
                        "典农河岸线意见采纳情况",
                        "<p>收到意见三条，采纳两条。</p>",
                        Map.of("formedOn", "2021-07-30", "commentResultOf", draft.indexNumber()));

        var page = reader.open(draft.path()).expect(200).page();
        assertThat(page.select(".paper-head").text()).contains("征求意见止 2021年8月31日", "提意见方式 " + HOW);
        assertThat(page.select(".banner").text()).contains("两天都算在内", HOW);
        assertThat(page.select("[aria-labelledby=related-title]").text())
                .contains("意见采纳情况 典农河岸线意见采纳情况");
        assertThat(reader.open(result.path()).expect(200).page().text())
                .contains("征求意见的文稿 关于典农河岸线公开征求意见的公告");
        assertThat(reader.open(draft.path() + "/print").expect(200).page().text())
                .contains("正在公开征求意见");
        assertThat(reader.open("/consultations?standing=open").expect(200).page().text())
                .contains("关于典农河岸线公开征求意见的公告", HOW, "典农河岸线意见采纳情况");
        assertThat(reader.open("/consultations.csv").expect(200).body())
                .contains("\"关于典农河岸线公开征求意见的公告\",\"正在征求\",\"2021-07-30\",\"2021-08-31\"");
        reader.open("/consultations?standing=nonsense").expect(404);

        var whole = api().get("/api/v1/public/documents/" + draft.indexNumber()).expect(200);
        assertThat(whole.text("/commentPeriod/until")).isEqualTo("2021-08-31");
        assertThat(whole.text("/commentPeriod/standing")).isEqualTo("open");
        assertThat(line(draft).at("/result").asString()).isEqualTo(result.indexNumber());
        api().get("/api/v1/public/consultations?standing=maybe").expect(422);
    }

    @Test
    void goesFromEveryListWithItsWithdrawal() {
        var draft = asking("关于撤回的草案公开征求意见的公告", "2021-07-30", "2021-07-30");
        assertThat(home()).contains("关于撤回的草案公开征求意见的公告");

        work.withdraw(draft, "另行组织", "《政府信息公开条例》第六条");

        assertThat(home()).doesNotContain("撤回的草案");
        assertThat(reader.open("/consultations").expect(200).body()).doesNotContain("撤回的草案");
        assertThat(api().get("/api/v1/public/consultations?limit=200").expect(200).body())
                .doesNotContain("撤回的草案");
    }

    /** A copy of the site is made anew where the day changed what its page says. */
    @Test
    void changesTheStampOfItsPageWithTheDay() {
        var draft = asking("关于导出的草案公开征求意见的公告", "2021-07-30", "2021-08-31");

        clock.set("2021-08-30T09:00:00+08:00");
        var open = stamp(draft);
        clock.set("2021-08-31T23:59:59+08:00");
        assertThat(stamp(draft)).isEqualTo(open);
        clock.set("2021-09-01T00:00:00+08:00");
        assertThat(stamp(draft)).isNotEqualTo(open);
    }

    @Test
    void isRefusedAtTheDeskWhereItEndsBeforeItBegins() {
        var people = DemoPeople.at(port);
        var input = DemoPeople.notice("倒置的征求意见", "<p>草案。</p>");
        input.put("fields", fields("2021-08-31", "2021-07-30"));
        var refused = people.as("clerk").post("/api/v1/documents", input).expect(422);
        assertThat(refused.body()).contains("fields.commentUntil", "不能早于2021-08-31");

        input.put("fields", fields("2021-07-30", "2021-08-15"));
        var id = people.draft(input);
        var findings = people.as("clerk").get("/api/v1/documents/" + id).expect(200).body();
        assertThat(findings).contains("不足30日");
        var form = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        var page = form.open("/desk/documents/" + id + "/edit").expect(200).page();
        assertThat(page.select("input[name='fields.commentUntil']").val()).isEqualTo("2021-08-15");
        assertThat(page.select("#fields\\.commentHow-hint").text()).contains("一般不少于30日");
    }

    @Test
    void isShownOnPagesThatEverybodyCanUse() {
        clock.set("2021-07-30T09:00:00+08:00");
        var draft = asking("关于《银川市湿地保护办法（征求意见稿）》公开征求意见的公告", "2021-07-30", "2021-08-31");
        asking("关于《银川市声环境功能区划分方案（征求意见稿）》公开征求意见的公告", "2021-08-10", "2021-09-10");
        asking("关于《银川市重污染天气应急预案（征求意见稿）》公开征求意见的公告", "2021-06-01", "2021-07-01");
        try (var window = Browser.open()) {
            var page = window.newPage();
            for (var path : List.of("/", "/consultations", "/c/notices", draft.path())) {
                looksRight(page, path);
            }
        }
    }

    private void looksRight(Page page, String path) {
        for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
            page.setViewportSize(width, 900);
            page.navigate("http://127.0.0.1:" + port + path);
            Browser.photograph(page, "consultations" + path.replaceAll("\\W", "-") + "-" + width);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path)
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page)).as(path).isEmpty();
        }
    }

    private Published asking(String title, String from, String until) {
        return work.publish("notice", title, "<p>草案全文见附件。</p>", fields(from, until));
    }

    private static Map<String, String> fields(String from, String until) {
        return Map.of(
                "formedOn", "2021-07-28",
                "commentFrom", from,
                "commentUntil", until,
                "commentHow", HOW);
    }

    private String banner(Published published) {
        return reader.open(published.path())
                .expect(200)
                .page()
                .select(".banner .banner-title")
                .text();
    }

    private String home() {
        return reader.open("/")
                .expect(200)
                .page()
                .select("[aria-labelledby=open-for-comment]")
                .text();
    }

    private String standing(Published published) {
        return line(published).at("/standing").asString();
    }

    private JsonNode line(Published published) {
        return api().get("/api/v1/public/consultations?limit=200")
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(it -> it.at("/indexNumber").asString().equals(published.indexNumber()))
                .findFirst()
                .orElseThrow();
    }

    private String stamp(Published published) {
        var id = new DocumentId(UUID.fromString(published.id()));
        var listing = register.find(id).orElseThrow();
        return stamps.of(List.of(listing)).get(id);
    }

    private ApiClient api() {
        return ApiClient.at(port);
    }
}
