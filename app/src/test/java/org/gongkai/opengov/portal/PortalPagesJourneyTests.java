package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Pages of the sections, the map of the site, its foot (科室主页、网站地图、页尾)")
class PortalPagesJourneyTests {
    @LocalServerPort int port;

    @Test
    void tellWhatASectionIsForAndWhatItPublished() {
        var published =
                PublicWork.at(port)
                        .publish(
                                "notice",
                                "办公室的新通知",
                                "<p>正文。</p>",
                                Map.of("formedOn", "2021-07-28"));
        var reader = DeskClient.at(port);

        var page = reader.open("/sections/office").expect(200).page();

        assertThat(page.select("h1").text()).startsWith("办公室");
        assertThat(page.select(".summary-list").text()).contains("负责的事项");
        assertThat(page.select(".document-list a")).isNotEmpty();
        assertThat(page.select("a[href=/catalogue?section=office]").text()).matches("全部\\d+条");
        assertThat(page.select("a[href=/c/key-work]")).isNotEmpty();
        reader.open("/catalogue?section=office").expect(200);
        assertThat(reader.open("/catalogue.csv?section=office").expect(200).body())
                .contains(published.indexNumber());
        reader.open("/sections/nothing").expect(404);
    }

    @Test
    void leadToEveryKindOfPageFromTheMap() {
        var reader = DeskClient.at(port);

        var links = reader.open("/site-map").expect(200).page().select("main a").eachAttr("href");

        assertThat(links)
                .contains(
                        "/catalogue",
                        "/c/statutory",
                        "/c/water-quality",
                        "/sections/water",
                        "/mistakes");
        links.forEach(it -> reader.open(it).expect(200));
    }

    @Test
    void showTheMarksThatTheAgencyHasAndLeadToTheirRegisters() {
        var office = DemoPeople.at(port).as("office");
        var now = "/api/v1/agencies/ycsthj";
        var entry = new HashMap<String, Object>();
        var agency = office.get(now).expect(200);
        for (var it :
                new String[] {
                    "name",
                    "shortName",
                    "region",
                    "departmentCode",
                    "siteIdCode",
                    "functions",
                    "address",
                    "officeHours",
                    "phone",
                    "fax",
                    "contact"
                }) {
            entry.put(it, agency.text("/" + it));
        }
        entry.put("icpNumber", "宁ICP备05000000号-1");
        entry.put("policeNumber", "宁公网安备64010000000001号");
        entry.put("organMark", "javascript:alert(1)");
        office.put(now, entry).expect(422);
        entry.put("organMark", "https://bszs.conac.cn/sitename?method=show&id=1");
        office.put(now, entry).expect(200);

        var foot = DeskClient.at(port).open("/").expect(200).page().select(".site-foot");

        assertThat(foot.text()).contains("宁ICP备05000000号-1", "宁公网安备64010000000001号", "党政机关网站标识");
        assertThat(foot.select("a[href^=https]").eachAttr("href"))
                .containsExactly(
                        "https://beian.miit.gov.cn/",
                        "https://beian.mps.gov.cn/#/query/webSearch?code=64010000000001",
                        "https://bszs.conac.cn/sitename?method=show&id=1");
        assertThat(foot.select("a[href=/mistakes]")).hasSize(1);
        assertThat(foot.select("a[href=/site-map]")).hasSize(1);
    }
}
