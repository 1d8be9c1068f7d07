package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.PublicWork;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Portal (门户): what a reader without an account finds")
class PortalJourneyTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> FORMED = Map.of("formedOn", "2021-07-28");

    @LocalServerPort int port;

    @Test
    void showsADocumentWithItsHeadTrailBodyAndTags() {
        var work = PublicWork.at(port);
        var published =
                work.publish(
                        "notice",
                        "关于公布水源地监测结果的通知",
                        "<p>每月监测一次。</p><table><tr><th>水源</th><th>类别</th></tr><tr><td>东郊</td><td>Ⅲ类</td></tr></table>",
                        FORMED);

        var page = page(published.path(), 200);

        assertThat(page.select("#breadcrumb, nav.breadcrumb").text())
                .isEqualTo("当前位置 首页 政府信息公开 政府部门信息公开 银川市生态环境局 法定主动公开内容 重点工作");
        assertThat(page.select(".paper-head dt").eachText())
                .containsExactly("索引号", "发布日期", "发布机构", "责任部门", "名称", "成文日期");
        assertThat(page.select(".paper-head dd").get(0).text()).isEqualTo(published.indexNumber());
        assertThat(page.select(".paper-head dd").get(1).text()).isEqualTo("2021-07-30");
        assertThat(page.select(".paper-head dd").get(2).text()).isEqualTo("银川市生态环境局");
        assertThat(page.select(".paper-head dd").get(5).text()).isEqualTo("2021年7月28日");
        assertThat(page.select("h1").eachText()).containsExactly("关于公布水源地监测结果的通知");
        assertThat(page.select(".paper-body p").first().text()).isEqualTo("每月监测一次。");
        assertThat(page.select(".scroller th").eachAttr("scope")).containsExactly("col", "col");
        assertThat(tag(page, "ArticleTitle")).isEqualTo("关于公布水源地监测结果的通知");
        assertThat(tag(page, "PubDate")).isEqualTo("2021-07-30 09:00");
        assertThat(tag(page, "SiteName")).isEqualTo("银川市生态环境局");
        assertThat(tag(page, "ColumnName")).isEqualTo("重点工作");
        assertThat(tag(page, "ColumnType")).isEqualTo("政务动态");
        assertThat(tag(page, "ContentSource")).isEqualTo("银川市生态环境局");
        assertThat(tag(page, "Url")).isEqualTo("http://127.0.0.1:" + port + published.path());
        assertThat(page.select("script[type=application/ld+json]").first().data())
                .contains("\"identifier\":\"" + published.indexNumber() + "\"");
        assertThat(get(published.path() + "/qr.svg").headers().firstValue("content-type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("image/svg+xml"));
        assertThat(page(published.path() + "/print", 200).select("h1").text())
                .isEqualTo("关于公布水源地监测结果的通知");
    }

    @Test
    void setsNoCookieForAReader() {
        for (var path : new String[] {"/", "/columns", "/c/key-work", "/search?q=x", "/register"}) {
            var answer = get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("set-cookie")).as(path).isEmpty();
        }
    }

    @Test
    void listsItInItsColumnFeedAndSiteMapAndFindsItBySearch() {
        var published =
                PublicWork.at(port)
                        .in("licences")
                        .publish("notice", "关于土壤普查的公告", "<p>螺丝钉样点采集。</p>", FORMED);

        assertThat(page("/c/licences", 200).select(".document-list a").eachAttr("href"))
                .contains(published.path());
        assertThat(get("/c/licences/feed.xml").body())
                .contains("<title>关于土壤普查的公告</title>")
                .contains("<id>http://127.0.0.1:" + port + published.path() + "</id>");
        assertThat(get("/sitemap/2021.xml").body()).contains(published.path() + "</loc>");
        Awaitility.await()
                .atMost(10, TimeUnit.SECONDS)
                .untilAsserted(
                        () -> {
                            var found = page("/search?q=%E8%9E%BA%E4%B8%9D%E9%92%89", 200);
                            assertThat(found.select(".document-list a").eachAttr("href"))
                                    .containsExactly(published.path());
                            assertThat(found.select(".snippet mark").text()).contains("螺丝钉");
                            assertThat(found.select("[role=status]").text()).contains("1条");
                        });
    }

    @Test
    void showsWhatACorrectionChanged() {
        var work = PublicWork.at(port);
        var first = work.publish("notice", "关于更正的通知", "<p>共有5个水源地。</p>", FORMED);

        work.correct(first, "水源地数量有误", "<p>共有6个水源地。</p>");

        var page = page(first.path(), 200);
        assertThat(page.select(".banner").text()).contains("更正").contains("水源地数量有误");
        assertThat(page.select(".timeline li")).hasSize(2);
        var edition = page(first.path() + "/editions/2", 200);
        assertThat(edition.select(".difference del").first().ownText()).isEqualTo("5");
        assertThat(edition.select(".difference ins").first().ownText()).isEqualTo("6");
        assertThat(register()).anyMatch(it -> it.contains("水源地数量有误"));
        page(first.path() + "/editions/3", 404);
    }

    @Test
    void saysOfAWithdrawnDocumentWhyAndOnWhatGroundAndNothingElse() {
        var work = PublicWork.at(port);
        var gone = work.publish("notice", "带有个人信息的公示名单", "<p>独有词青鸟。</p>", FORMED);

        work.withdraw(gone, "含有个人隐私", "《政府信息公开条例》第十五条");

        var page = page(gone.path(), 410);
        assertThat(page.select("main").text())
                .contains(gone.indexNumber())
                .contains("含有个人隐私")
                .contains("《政府信息公开条例》第十五条");
        for (var path :
                new String[] {
                    gone.path(), "/register", "/", "/c/key-work", "/c/key-work/feed.xml", "/columns"
                }) {
            assertThat(get(path).body()).as(path).doesNotContain("公示名单").doesNotContain("青鸟");
        }
        assertThat(register())
                .anyMatch(it -> it.contains(gone.indexNumber()) && it.contains("含有个人隐私"));
        assertThat(get(gone.path() + "/qr.svg").statusCode()).isEqualTo(404);
        assertThat(get(gone.path() + "/print").statusCode()).isEqualTo(404);
        assertThat(get(gone.path() + "/editions/1").statusCode()).isEqualTo(404);
    }

    @Test
    void leadsFromALooselyWrittenNumberToTheOneAddress() {
        var published = PublicWork.at(port).publish("notice", "关于编号的通知", "<p>正文。</p>", FORMED);
        var loose = published.path().replaceAll("-0*(\\d+)$", "-$1");

        var answer = get(loose);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith(published.path()));
    }

    @Test
    void keepsTheQuestionAndHelpsWhenNothingIsFound() {
        var page = page("/search?q=%3Cscript%3E%E6%97%A0%E6%AD%A4%E8%AF%8D", 200);

        assertThat(page.select("main input[name=q]").attr("value")).isEqualTo("<script>无此词");
        assertThat(page.select("main script")).isEmpty();
        assertThat(page.select(".nothing li")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void keepsRobotsFromTheDesk() {
        assertThat(get("/robots.txt").body())
                .contains("Disallow: /desk")
                .contains("Sitemap: http://127.0.0.1:" + port + "/sitemap.xml");
        assertThat(get("/sitemap.xml").body()).contains("/sitemap/pages.xml</loc>");
    }

    /** The rows of all pages of the register of changes: others write into it too. */
    private List<String> register() {
        var rows = new ArrayList<String>();
        for (int number = 1; ; number++) {
            var some = page("/register?page=" + number, 200).select("tbody tr").eachText();
            if (some.isEmpty() || rows.containsAll(some)) {
                return rows;
            }
            rows.addAll(some);
        }
    }

    private static String tag(Document page, String name) {
        var tags = page.select("meta[name=" + name + "]");
        assertThat(tags).as(name).hasSize(1);
        return tags.attr("content");
    }

    private Document page(String path, int status) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
