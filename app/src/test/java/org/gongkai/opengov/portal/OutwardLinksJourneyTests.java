package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Links out of the site (站外链接): a notice stands between, and leads nowhere else")
class OutwardLinksJourneyTests {
    @LocalServerPort int port;

    @Test
    void areLedThroughANoticeThatKnowsOnlyWhatStandsInTheDocument() {
        var work = PublicWork.at(port);
        var document =
                work.publish(
                        "notice",
                        "带有链接的通知",
                        "<p><a href=\"https://example.com/a?b=1&amp;c=2\">站外</a>、"
                                + "<a href=\"https://www.mee.gov.cn/x\">生态环境部</a>、"
                                + "<a href=\"/columns\">本站</a>、"
                                + "<a href=\"https://example.org/\">又一处</a></p>",
                        Map.of("formedOn", "2021-07-28"));
        var reader = DeskClient.at(port);

        var page = reader.open(document.path()).expect(200).page();
        assertThat(page.select(".paper-body a").eachAttr("href"))
                .containsExactly(
                        document.path() + "/links/1",
                        "https://www.mee.gov.cn/x",
                        "/columns",
                        document.path() + "/links/2");

        var notice = reader.open(document.path() + "/links/1").expect(200).page();
        assertThat(notice.select("main").text()).contains("https://example.com/a?b=1&c=2");
        assertThat(notice.select("main a.button").first().attr("href"))
                .isEqualTo("https://example.com/a?b=1&c=2");
        reader.open(document.path() + "/links/3").expect(404);
        reader.open(document.path() + "/links/0").expect(404);

        work.withdraw(document, "内容有误", "《政府信息公开条例》第六条");
        var gone = reader.open(document.path() + "/links/1").expect(404);
        assertThat(gone.body()).doesNotContain("example.com");
    }
}
