package org.gongkai.opengov.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("A mistake on the site (我为政府网站找错): from a reader's word to the answer")
class MistakeJourneyTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;

    private DemoPeople people;
    private ApiClient reader;

    @BeforeEach
    void aQuietHour() {
        database.sql("DELETE FROM mistake_try").update();
        people = DemoPeople.at(port);
        reader = people.reader();
    }

    @Test
    void isReportedOnAPageAndAnsweredOnAPage() {
        var document =
                PublicWork.at(port)
                        .publish(
                                "notice",
                                "有错的通知",
                                "<p>按步就班。</p>",
                                Map.of("formedOn", "2021-07-28"));
        var here = DeskClient.at(port).open("/mistakes?page=" + document.path()).expect(200);
        assertThat(here.page().select("#page").val()).isEqualTo(document.path());

        var sent =
                here.post(
                                "/mistakes",
                                Map.of(
                                        "page", document.path(),
                                        "kind", "typo",
                                        "description", "第一段“按步就班”应为“按部就班”。",
                                        "contact", "138 0000 0000"))
                        .expect(200);
        var number = sent.page().select(".keep").text();
        var secret = sent.page().select("dd .number").text();
        assertThat(number).matches("ZC-2021-\\d{5}");
        assertThat(secret).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        // Friday 30 July 2021; three working days later is Wednesday.
        assertThat(sent.text()).contains("2021年8月4日");
        assertThat(sent.response().headers().allValues("set-cookie")).isEmpty();
        assertThat(sent.response().headers().firstValue("cache-control")).contains("no-store");

        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        var start = clerk.open("/desk").expect(200);
        assertThat(start.text()).contains("答复找错留言" + number);
        var address =
                start.page().select("a[href^=/desk/mistakes/]").stream()
                        .filter(it -> it.text().contains(number))
                        .findFirst()
                        .orElseThrow()
                        .attr("href");
        var case1 = clerk.open(address).expect(200);
        assertThat(case1.text()).contains("按步就班", "138 0000 0000", "剩3个工作日");

        var empty = case1.send(address + "/steps/answer", Map.of("words", " ")).expect(422);
        assertThat(empty.text()).contains("请写明答复或者理由");
        empty.send(address + "/steps/answer", Map.of("words", "属实，已改正，谢谢您。")).expect(302);

        var followed =
                DeskClient.at(port)
                        .post(
                                "/mistakes/answer",
                                Map.of("number", number, "secret", secret.toLowerCase()))
                        .expect(200);
        assertThat(followed.text()).contains("属实，已改正，谢谢您。").doesNotContain("138 0000");
        assertThat(clerk.open("/desk").text()).doesNotContain(number);
        DeskClient.at(port)
                .post("/mistakes/answer", Map.of("number", number, "secret", "AAAA-AAAA-AAAA"))
                .expect(422);
    }

    @Test
    void isKeptWithEverythingTypedWhenSomethingIsMissing() {
        var answer =
                DeskClient.at(port)
                        .post(
                                "/mistakes",
                                Map.of("page", "/columns", "kind", "", "description", "短"))
                        .expect(422);

        assertThat(answer.page().select("#page").val()).isEqualTo("/columns");
        assertThat(answer.page().select(".error-summary a").eachText())
                .contains("请选择错误类型", "请说得具体一些，例如哪一段、哪个字");
    }

    @Test
    void isTheSameReportWhenItIsSentTwice() {
        var first = report("/columns", "同一件事说了两遍", "");
        var again = report("/columns", "同一件事说了两遍", "");
        assertThat(again.get("number")).isEqualTo(first.get("number"));
        assertThat(again.get("secret")).isEqualTo(first.get("secret"));

        clock.advance(Duration.ofMinutes(61));
        assertThat(report("/columns", "同一件事说了两遍", "").get("number"))
                .isNotEqualTo(first.get("number"));
    }

    @Test
    void goesToTheOfficeWhenNobodysPageIsNamedAndOnToASection() {
        var kept = report("/search", "检索按钮在手机上看不见", "邮箱 a@b.cn");
        var id = idOf(kept.get("number"));
        var path = "/api/v1/mistakes/" + id;
        people.as("clerk").get(path).expect(404);
        var seen = people.as("office").get(path).expect(200);
        assertThat(seen.text("/contact")).isEqualTo("邮箱 a@b.cn");

        people.as("office")
                .post(path + "/steps/route", Map.of("section", "water", "words", "请水科看"))
                .expect(200);
        people.as("clerk").get(path).expect(404);
        people.as("office")
                .post(path + "/steps/route", Map.of("section", "没有的科室", "words", "请看"))
                .expect(422);
        people.as("office")
                .post(path + "/steps/route", Map.of("section", "office", "words", "还是办公室办"))
                .expect(200);

        people.as("clerk")
                .with("If-Match", seen.etag())
                .post(path + "/steps/reject", Map.of("words", "看得见"))
                .expect(412);
        people.as("clerk")
                .post(path + "/steps/reject", Map.of("words", "经核查，按钮可以正常显示。"))
                .expect(200);
        people.as("clerk").post(path + "/steps/answer", Map.of("words", "再答")).expect(409);

        var told =
                reader.post(
                                "/api/v1/public/mistakes/track",
                                Map.of("number", kept.get("number"), "secret", kept.get("secret")))
                        .expect(200);
        assertThat(told.text("/state")).isEqualTo("rejected");
        assertThat(told.text("/answer")).isEqualTo("经核查，按钮可以正常显示。");
    }

    @Test
    void losesTheReadersContactWhenItIsErasedAndNothingElse() {
        var kept = report("/c/key-work", "栏目很久没有更新", "电话 139");
        var id = idOf(kept.get("number"));
        var path = "/api/v1/mistakes/" + id;
        people.as("clerk").post(path + "/steps/erase-contact", Map.of("words", "群众要求")).expect(403);

        people.as("office")
                .post(path + "/steps/erase-contact", Map.of("words", "群众要求"))
                .expect(200);

        var after = people.as("office").get(path).expect(200);
        assertThat(after.json().has("contact")).isFalse();
        assertThat(after.text("/description")).isEqualTo("栏目很久没有更新");
        assertThat(count("mistake_contact WHERE report_id = " + id)).isZero();
        assertThat(
                        count(
                                "audit_entry WHERE before::text || after::text LIKE '%139%' AND subject = 'mistake:"
                                        + id
                                        + "'"))
                .isZero();
    }

    @Test
    void isRefusedFromMachinesAndFromFloods() {
        reader.post(
                        "/api/v1/public/mistakes",
                        entry("/columns", "买东西请看这里", "", Map.of("website", "http://x.example")))
                .expect(422);
        reader.post(
                        "/api/v1/public/mistakes",
                        entry("/columns", "http://a http://b http://c", "", Map.of()))
                .expect(422);
        for (var it = 0; it < MistakeTries.AN_HOUR; it++) {
            report("/columns", "第" + it + "处错误", "");
        }
        reader.post("/api/v1/public/mistakes", entry("/columns", "又一处错误", "", Map.of()))
                .expect(429);
        clock.advance(Duration.ofMinutes(61));
        report("/columns", "过了一小时又一处", "");
    }

    @Test
    void cannotBeReadByGuessing() {
        var kept = report("/columns", "查询码猜不出来", "");
        for (var it = 0; it < MistakeTries.WRONG_SECRETS; it++) {
            reader.post(
                            "/api/v1/public/mistakes/track",
                            Map.of("number", kept.get("number"), "secret", "AAAA-AAAA-AAA" + it))
                    .expect(422);
        }
        reader.post(
                        "/api/v1/public/mistakes/track",
                        Map.of("number", kept.get("number"), "secret", kept.get("secret")))
                .expect(429);
    }

    @Test
    void standsInTheRegisterWithItsClockAndAsATable() {
        var kept = report("/c/key-work", "台账里的一处错误", "");
        clock.set("2021-08-05T09:00:00+08:00");

        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        var list = office.open("/desk/mistakes?state=open").expect(200);

        assertThat(list.text()).contains(kept.get("number"));
        assertThat(new String(office.download("/desk/mistakes/export.csv"), StandardCharsets.UTF_8))
                .contains(kept.get("number"), "2021-08-04");
        assertThat(
                        people.as("office")
                                .get("/api/v1/mistakes/" + idOf(kept.get("number")))
                                .expect(200)
                                .number("/workingDaysLeft"))
                .isEqualTo(-1);
        assertThat(office.open("/desk").text()).contains(kept.get("number"));
        DeskClient.at(port)
                .signIn("leader", DemoPeople.PASSWORD)
                .open("/desk/mistakes")
                .expect(403);
    }

    /** The office looks after all of them, whoever is to answer; a section after its own. */
    @Test
    void isSeenByTheOfficeWhicheverSectionHasIt() {
        var water = report("/sections/water", "水科主页上的电话打不通", "");
        var office = report("/sections/office", "办公室主页上的地址过时了", "");
        var reading = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);

        assertThat(reading.open("/desk/mistakes").expect(200).text())
                .contains(water.get("number"), office.get("number"));
        var narrowed = reading.open("/desk/mistakes?state=open&section=water").expect(200);
        assertThat(narrowed.text())
                .contains(water.get("number"))
                .doesNotContain(office.get("number"));
        assertThat(narrowed.page().select("#section option[selected]").val()).isEqualTo("water");
        assertThat(narrowed.page().select(".tabs a[aria-current]").attr("href"))
                .isEqualTo("/desk/mistakes?state=open&section=water");
        assertThat(
                        new String(
                                reading.download("/desk/mistakes/export.csv?section=water"),
                                StandardCharsets.UTF_8))
                .contains(water.get("number"))
                .doesNotContain(office.get("number"));
        assertThat(
                        people.as("office")
                                .get("/api/v1/mistakes?section=water&limit=200")
                                .expect(200)
                                .body())
                .contains(water.get("number"))
                .doesNotContain(office.get("number"));
        people.as("office").get("/api/v1/mistakes/" + idOf(water.get("number"))).expect(200);
        people.as("office").get("/api/v1/mistakes?section=nobody").expect(422);
        reading.open("/desk/mistakes?section=nobody").expect(404);

        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        var own = clerk.open("/desk/mistakes?section=water").expect(200);
        assertThat(own.text()).contains(office.get("number")).doesNotContain(water.get("number"));
        assertThat(own.page().select("#section")).isEmpty();
    }

    private Map<String, String> report(String page, String description, String contact) {
        var answer =
                reader.post("/api/v1/public/mistakes", entry(page, description, contact, Map.of()))
                        .expect(201);
        return Map.of("number", answer.text("/number"), "secret", answer.text("/secret"));
    }

    private static Map<String, Object> entry(
            String page, String description, String contact, Map<String, String> more) {
        var entry = new HashMap<String, Object>(more);
        entry.putAll(
                Map.of(
                        "page",
                        page,
                        "kind",
                        "other",
                        "description",
                        description,
                        "contact",
                        contact));
        return entry;
    }

    private long idOf(String number) {
        return database.sql("SELECT id FROM mistake_report WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private long count(String what) {
        return database.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }
}
