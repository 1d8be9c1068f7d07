package org.gongkai.sitecheck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A checker that never finds anything checks nothing. */
@DisplayName("The checkers of HTML, feeds and site maps find what is wrong")
class CheckerTests {
    private static final String ATOM =
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><id>https://a.cn/c/x</id><title>栏目</title>
            <updated>2021-07-30T09:00:00+08:00</updated><author><name>局</name></author>
            <link rel="self" href="https://a.cn/c/x/feed.xml"/>
            <entry><id>https://a.cn/d/1</id><title>通知</title><updated>2021-07-30T09:00:00+08:00</updated>
            <link rel="alternate" href="https://a.cn/d/1"/></entry></feed>
            """;

    private static final String RSS =
            """
            <rss version="2.0"><channel><title>栏目</title><link>https://a.cn/c/x</link>
            <description>内容</description><item><title>通知</title><link>https://a.cn/d/1</link>
            <guid>https://a.cn/d/1</guid><pubDate>Fri, 30 Jul 2021 09:00:00 +0800</pubDate></item>
            </channel></rss>
            """;

    private static final String MAP =
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.cn/d/1</loc>
            <lastmod>2021-07-30T09:00:00+08:00</lastmod></url></urlset>
            """;

    @Test
    void butNothingWhereAllIsRight() {
        assertThat(FeedCheck.atom(ATOM)).isEmpty();
        assertThat(FeedCheck.rss(RSS)).isEmpty();
        assertThat(SiteMapCheck.findings(MAP, "https://a.cn")).isEmpty();
    }

    @ParameterizedTest(name = "Atom: {0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<id>https://a.cn/d/1</id>|''",
                "<id>https://a.cn/c/x</id>|<id>x</id>",
                "<author><name>局</name></author>|''",
                "<title>通知</title>|<title></title>",
                "rel=\"self\"|rel=\"related\"",
                "rel=\"alternate\"|rel=\"related\"",
                "2021-07-30T09:00:00+08:00|2021-07-30",
                "<title>通知</title>|<title>通知</title><pubDate/>"
            })
    void inAtom(String there, String instead) {
        assertThat(ATOM).contains(there);
        assertThat(FeedCheck.atom(ATOM.replace(there, instead))).isNotEmpty();
    }

    @ParameterizedTest(name = "RSS: {0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "version=\"2.0\"|version=\"0.9\"",
                "<description>内容</description>|''",
                "Fri, 30 Jul 2021 09:00:00 +0800|2021-07-30",
                "<guid>https://a.cn/d/1</guid>|<guid>1</guid>",
                "<title>通知</title>|<title>通知</title><summary>文</summary>"
            })
    void inRss(String there, String instead) {
        assertThat(RSS).contains(there);
        assertThat(FeedCheck.rss(RSS.replace(there, instead))).isNotEmpty();
    }

    @ParameterizedTest(name = "site map: {0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "https://a.cn/d/1|https://b.cn/d/1",
                "2021-07-30T09:00:00+08:00|30.7.2021",
                "<lastmod>|<changed/><lastmod>",
                "http://www.sitemaps.org/schemas/sitemap/0.9|http://www.sitemaps.org"
            })
    void inASiteMap(String there, String instead) {
        assertThat(MAP).contains(there);
        assertThat(SiteMapCheck.findings(MAP.replace(there, instead), "https://a.cn")).isNotEmpty();
    }

    @Test
    void inHtml() {
        var good =
                "<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                        + "<title>通知</title></head><body><p>正文</p></body></html>";

        assertThat(HtmlCheck.findings(good)).isEmpty();
        assertThat(HtmlCheck.findings(good.replace("<title>通知</title>", ""))).isNotEmpty();
        assertThat(HtmlCheck.findings(good.replace("<p>正文</p>", "<p><div>正文</div></p>")))
                .isNotEmpty();
        assertThat(HtmlCheck.findings(good.replace("<p>", "<p id=\"a\"></p><p id=\"a\">")))
                .isNotEmpty();
    }
}
