package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Links within the site are followed before people read — 站内链接")
class SiteLinksJourneyTests {
    private static final Map<String, String> FORMED = Map.of("formedOn", "2021-07-28");

    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource({
        "/c/key-work, false, a column",
        "/c/key-work/feed.xml, false, its feed",
        "/c/nowhere, true, no such column",
        "/d/640100-113/2021-99999, true, no such document",
        "/d/anything, true, no index number",
        "/d/640100-113/2021-00001/nothing, true, no such page of a document",
        "/desk/documents, true, nobody outside can open the desk",
        "/search?q=x, false, a page that takes questions",
        "https://example.org/c/nowhere, false, another site"
    })
    void areFoundDeadWhenNothingIsThereForAReader(String address, boolean dead, String why) {
        assertThat(deadLinks(address).contains(address)).as(why).isEqualTo(dead);
    }

    @Test
    void areFoundDeadWhenTheDocumentIsTakenBack() {
        var work = PublicWork.at(port);
        var target = work.publish("notice", "被链接的文件", "<p>正文。</p>", FORMED);
        assertThat(deadLinks(target.path(), target.path() + "/print")).isEmpty();

        work.withdraw(target, "含个人信息", "条例第十五条");

        assertThat(deadLinks(target.path())).containsExactly(target.path());
    }

    private List<String> deadLinks(String... addresses) {
        var body = new StringBuilder();
        for (var address : addresses) {
            body.append("<p><a href=\"%s\">%s</a></p>".formatted(address, address));
        }
        var findings =
                DemoPeople.at(port)
                        .as("clerk")
                        .post("/api/v1/documents", DemoPeople.notice("带链接的文件", body.toString()))
                        .expect(201)
                        .at("/findings");
        return StreamSupport.stream(findings.spliterator(), false)
                .filter(it -> it.get("code").asString().equals("link.dead"))
                .map(it -> it.get("quote").asString())
                .toList();
    }
}
