package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.disclosures.ShortCodes;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Short addresses (短地址) on pages and on paper")
class ShortLinksJourneyTests {
    @LocalServerPort int port;
    @Autowired ShortCodes codes;

    @Test
    void leadToTheDocumentAndSayWhenItWasWithdrawn() {
        var work = PublicWork.at(port).in("remediation");
        var published =
                work.publish("notice", "关于短地址的通知", "<p>短。</p>", Map.of("formedOn", "2021-07-28"));
        var path = codes.of(IndexNumber.parse(published.indexNumber()).orElseThrow()).path();
        var reader = DeskClient.at(port);

        var print = reader.open(published.path() + "/print").expect(200).page();
        assertThat(print.select("figure.qr figcaption").text())
                .isEqualTo("http://127.0.0.1:" + port + path);

        assertThat(reader.open(path).expect(301).redirect()).isEqualTo(published.path());
        assertThat(
                        reader.open("/s/" + path.substring(3).toLowerCase(Locale.ROOT))
                                .expect(301)
                                .redirect())
                .isEqualTo(published.path());

        work.withdraw(published, "链接有误", "《政府信息公开条例》第十五条");

        assertThat(reader.open(path).expect(410).page().select("main").text())
                .contains("链接有误")
                .doesNotContain("关于短地址的通知");
        reader.open("/s/3333333").expect(404);
        reader.open("/s/nonsense").expect(404);
    }
}
