package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.PublicWork.Published;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What readers of the portal do with search, whatever the engine: with words nobody else plants.
 */
abstract class SearchSuite {
    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @LocalServerPort int port;

    /** A word of this test class only, so that two engines may share a program's documents. */
    abstract String word();

    @Test
    void findsWhatIsPublishedAndNothingOfItOnceItIsWithdrawn() {
        var title = word() + "甲的通告";
        var published = work().publish("notice", title, "<p>正文。</p>", formed(Map.of()));
        awaitFound(title, published);

        work().withdraw(published, "含个人信息", "条例第十五条");

        assertThat(found("/search?q=" + exactly(title))).isEmpty();
        assertThat(api("?q=" + exactly(title))).isEmpty();
        assertThat(feed("?q=" + exactly(title))).doesNotContain(published.path());
    }

    @Test
    void narrowsByForceItemAndDays() {
        var title = word() + "乙管理办法";
        var published =
                work().publish(
                                "normative-document",
                                title,
                                "<p>第一条。</p>",
                                formed(
                                        Map.of(
                                                "documentNumber", word() + "规发〔2021〕91号",
                                                "effectiveOn", "2021-07-30",
                                                "expiresOn", "2026-07-29",
                                                "issuer", "银川市生态环境局",
                                                "printedOn", "2021-07-28",
                                                "topic", "环境监测",
                                                "legalityReview", "已通过合法性审核")));
        awaitFound(title, published);

        var only = List.of(published.path());
        assertThat(found("/search?validity=in-force&q=" + exactly(title))).isEqualTo(only);
        assertThat(found("/search?validity=expired&q=" + exactly(title))).isEmpty();
        assertThat(found("/search?item=3&q=" + exactly(title))).isEqualTo(only);
        assertThat(found("/search?item=4&q=" + exactly(title))).isEmpty();
        assertThat(found("/search?since=2021-07-30&until=2021-07-30&q=" + exactly(title)))
                .isEqualTo(only);
        assertThat(found("/search?until=2021-07-29&q=" + exactly(title))).isEmpty();
        assertThat(found("/search?since=nonsense&year=x&validity=y&q=" + exactly(title)))
                .isEqualTo(only);
        var number = List.of(published.indexNumber());
        assertThat(api("?validity=in-force&item=3&since=2021-07-30&q=" + exactly(title)))
                .isEqualTo(number);
        assertThat(api("?validity=repealed&q=" + exactly(title))).isEmpty();
        assertThat(api("?validity=in-force&limit=200")).contains(published.indexNumber());
        ApiClient.at(port).get("/api/v1/public/documents?validity=valid").expect(422);
    }

    @Test
    void followsARepealFromTheDayItIsPublished() {
        var title = word() + "丙暂行规定";
        var old = normative(title, "92", Map.of());
        awaitFound(title, old);
        var repealing = normative(word() + "丁规定", "93", Map.of("repeals", title));

        await().atMost(A_WHILE)
                .untilAsserted(
                        () ->
                                assertThat(found("/search?validity=repealed&q=" + exactly(title)))
                                        .contains(old.path()));

        work().withdraw(repealing, "内容有误", "条例第六条");

        await().atMost(A_WHILE)
                .untilAsserted(
                        () ->
                                assertThat(found("/search?validity=in-force&q=" + exactly(title)))
                                        .contains(old.path()));
    }

    @Test
    void keepsASearchAsAFeed() {
        var title = word() + "戊公示";
        var published = work().publish("notice", title, "<p>正文。</p>", formed(Map.of()));
        awaitFound(title, published);

        var page =
                DeskClient.at(port).open("/search?year=2021&order=date&q=" + exactly(title)).page();
        var link = page.select("a[href^='/search/feed.xml']").attr("href");

        assertThat(link).contains("year=2021").doesNotContain("order");
        assertThat(DeskClient.at(port).open(link).expect(200).body())
                .contains("<feed", title, published.path(), "rel=\"self\"")
                .contains("/search/feed.xml?q=");
        assertThat(
                        DeskClient.at(port)
                                .open("/search/rss.xml?q=" + exactly(title))
                                .expect(200)
                                .body())
                .contains("<rss", published.path());
        assertThat(feed("?q=" + exactly(title) + "&year=2019")).doesNotContain(published.path());
    }

    private Published normative(String title, String number, Map<String, String> more) {
        var fields = new LinkedHashMap<>(more);
        fields.put("documentNumber", word() + "规发〔2021〕" + number + "号");
        fields.put("effectiveOn", "2021-07-30");
        fields.put("issuer", "银川市生态环境局");
        fields.put("printedOn", "2021-07-28");
        fields.put("topic", "环境监测");
        fields.put("legalityReview", "已通过合法性审核");
        return work().publish("normative-document", title, "<p>正文。</p>", formed(fields));
    }

    /** In quotes, because few hits are filled up with what has most of the words. */
    private static String exactly(String title) {
        return "“" + title + "”";
    }

    private PublicWork work() {
        return PublicWork.at(port).in("documents");
    }

    private static Map<String, String> formed(Map<String, String> more) {
        var fields = new LinkedHashMap<>(more);
        fields.put("formedOn", "2021-07-28");
        return fields;
    }

    private void awaitFound(String title, Published published) {
        await().atMost(A_WHILE)
                .untilAsserted(
                        () ->
                                assertThat(found("/search?q=" + exactly(title)))
                                        .contains(published.path()));
    }

    private List<String> found(String address) {
        return DeskClient.at(port)
                .open(address)
                .expect(200)
                .page()
                .select(".document-list .title a")
                .eachAttr("href");
    }

    private List<String> api(String question) {
        return ApiClient.at(port)
                .get("/api/v1/public/documents" + question)
                .expect(200)
                .at("/items")
                .findValuesAsString("indexNumber");
    }

    private String feed(String question) {
        return DeskClient.at(port).open("/search/feed.xml" + question).expect(200).body();
    }
}
