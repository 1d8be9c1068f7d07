package org.gongkai.opengov.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.pages.PublicAddressBook;
import org.gongkai.platform.staticsite.ExportedSite;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName(
        "Nobody reads who asked, who was consulted or what was asked in own words — 个人信息保护法 art. 6")
class RequestPrivacyTests {
    private static final String NAME = "独孤求真";
    private static final String PHONE = "13711112222";
    private static final String MAIL = "dugu@example.com";
    private static final String ADDRESS = "银川市兴庆区无名巷9号";
    private static final String AGENT = "独孤代理";
    private static final String PARTY = "夏侯水泥厂";
    private static final String WORDS = "我家楼下那座厂子夜里冒的黄烟";
    private static final String NOTE = "内部研判黄烟一案";
    private static final List<String> HIDDEN =
            List.of(NAME, PHONE, MAIL, ADDRESS, AGENT, PARTY, WORDS, NOTE, RequestSamples.NUMBER);

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired PublicAddressBook addresses;

    private DemoPeople people;
    private String number;
    private String secret;

    @BeforeEach
    void ask() {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
        var asked = new HashMap<>(RequestSamples.input(Map.of("channel", "in-person")));
        asked.put("name", NAME);
        asked.put("phone", PHONE);
        asked.put("email", MAIL);
        asked.put("address", ADDRESS);
        asked.put("agentName", AGENT);
        asked.put("mandate", "授权委托书");
        asked.put("matters", List.of(WORDS));
        var receipt = people.as("office").post("/api/v1/requests", asked).expect(201);
        number = receipt.text("/number");
        secret = receipt.text("/secret");
        var path = "/api/v1/requests/" + receipt.number("/id");
        record(path, Map.of("type", "accepted"));
        record(path, Map.of("type", "third-party-asked", "party", PARTY, "note", NOTE));
        record(path, Map.of("type", "legal-consulted", "note", NOTE));
        people.as("office")
                .post(path + "/public-words", Map.of("words", NAME + "所问的厂"))
                .expect(422);
        people.as("office").post(path + "/public-words", Map.of("words", "某厂大气污染情况")).expect(200);
    }

    @Test
    void inTheRegisterAndItsTable() {
        var register = DeskClient.at(port).open("/requests/register").expect(200).body();
        assertThat(register).contains(number, "某厂大气污染情况").doesNotContain(HIDDEN);
        var table =
                new String(
                        DeskClient.at(port).download("/requests/register.csv"),
                        StandardCharsets.UTF_8);
        assertThat(table).contains(number).doesNotContain(HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/requests/log",
                "/requests/track",
                "/requests/new",
                "/requests/correction",
                "/requests/opinion",
                "/",
                "/feed.xml",
                "/rss.xml",
                "/sitemap.xml",
                "/site-map"
            })
    void onOtherPages(String path) {
        assertThat(DeskClient.at(port).open(path).expect(200).body()).doesNotContain(HIDDEN);
    }

    @Test
    void bySearchAndInAnExport() {
        var found = new ArrayList<String>();
        for (var word : List.of(NAME, PARTY, WORDS, number)) {
            var page = DeskClient.at(port).open("/search?q=" + word).expect(200).page();
            page.select("input, title, h1, a.chosen, meta, link").remove();
            found.add(page.select(".document-list").html());
            found.add(people.reader().get("/api/v1/public/documents?q=" + word).expect(200).body());
        }
        assertThat(String.join("", found)).doesNotContain(HIDDEN);
        assertThat(ExportedSite.text(addresses, port)).doesNotContain(HIDDEN);
    }

    @Test
    void whereItIsFollowedButItsOwnWords() {
        var page =
                DeskClient.at(port)
                        .post("/requests/track", Map.of("number", number, "secret", secret))
                        .expect(200);
        var others = HIDDEN.stream().filter(it -> !it.equals(WORDS)).toList();
        assertThat(page.body()).contains(WORDS).doesNotContain(others);
        assertThat(track(secret).expect(200).body()).contains(WORDS).doesNotContain(others);
        assertThat(track("AAAA-AAAA-AAAA").expect(422).body()).doesNotContain(HIDDEN);
        assertThat(
                        DeskClient.at(port)
                                .post("/requests/track", Map.of("number", number, "secret", "A"))
                                .expect(422)
                                .body())
                .doesNotContain(HIDDEN);
    }

    @Test
    void withoutAnAccountAtTheDesk() {
        var id =
                database.sql("SELECT id FROM request_case WHERE number = ?")
                        .param(number)
                        .query(Long.class)
                        .single();
        for (var path : List.of("", "/letters", "/proofs", "/messages")) {
            assertThat(people.reader().get("/api/v1/requests/" + id + path).expect(401).body())
                    .doesNotContain(HIDDEN);
        }
        DeskClient.at(port).open("/desk/requests/" + id).expect(302);
    }

    private ApiAnswer track(String with) {
        return people.reader()
                .post("/api/v1/public/requests/track", Map.of("number", number, "secret", with));
    }

    private void record(String path, Map<String, ?> event) {
        people.as("office").post(path + "/events", event).expect(200);
    }
}
