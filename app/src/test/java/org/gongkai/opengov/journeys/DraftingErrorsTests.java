package org.gongkai.opengov.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 国办发〔2016〕80号: the attribute is fixed at drafting, with its ground; 条例 arts. 14–16, 20. */
@DemoAgencyTest
@DisplayName("What keeps a draft from review (送审要件), told on the page")
class DraftingErrorsTests {
    @LocalServerPort int port;

    private DeskClient clerk;
    private String address = "";

    @BeforeEach
    void begin() {
        clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        clerk.open("/desk/documents/new")
                .send(
                        "/desk/documents",
                        Map.of(
                                "kind",
                                "notice",
                                "section",
                                "office",
                                "column",
                                "key-work",
                                "title",
                                "待补要件"))
                .expect(302);
        address = clerk.follow().expect(200).page().select("form#draft").attr("action");
    }

    @Test
    void isToldAllAtOnceWithALinkToEachField() {
        var page =
                sent(
                        Map.of(
                                "attribute", "",
                                "article20Item", "",
                                "legalGround", "",
                                "origin", "",
                                "fields.documentNumber", "银环12号"));

        assertThat(links(page))
                .contains(
                        "#attribute",
                        "#legalGround",
                        "#origin",
                        "#bodyHtml",
                        "#fields.formedOn",
                        "#fields.documentNumber");
        assertThat(links(page))
                .allSatisfy(it -> assertThat(page.getElementById(it.substring(1))).isNotNull());
        assertThat(page.getElementById("fields.documentNumber").val()).isEqualTo("银环12号");
        assertThat(page.getElementById("fields.documentNumber").attr("aria-invalid"))
                .isEqualTo("true");
    }

    /** A blocking finding is let pass with a reason only; the page says so at its field. */
    @Test
    void isToldAtTheFindingThatLettingItPassNeedsAReason() {
        var people = DemoPeople.at(port);
        var id = people.draft(DemoPeople.notice("有号码的公告", "<p>联系张某13895001235。</p>"));
        var finding = people.read(id).text("/findings/0/id");
        var document = "/desk/documents/" + id;

        var page =
                DeskClient.at(port)
                        .signIn("secrecy", DemoPeople.PASSWORD)
                        .open(document)
                        .send(
                                document + "/findings/" + finding + "/override",
                                Map.of("overrideReason", " "))
                        .expect(422)
                        .page();

        assertThat(links(page)).containsExactly("#override-" + finding);
        assertThat(page.getElementById("override-" + finding).attr("aria-invalid"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "主动公开, -, -, own, -, -, #article20Item, 请填写此项",
                "不予公开, -, 涉及个人隐私, own, -, -, #legalGround, 依据的条款",
                "主动公开, 3, -, reposted, -, -, #sourceName, 来源单位",
                "主动公开, 3, -, reposted, 新华社, ftp://x, #sourceUrl, http"
            })
    void isToldWhereItIsMended(
            String attribute,
            String item,
            String ground,
            String origin,
            String source,
            String url,
            String link,
            String told) {
        var typed = new HashMap<String, String>();
        typed.put("attribute", attribute);
        typed.put("article20Item", item == null ? "" : item);
        typed.put("legalGround", ground == null ? "" : ground);
        typed.put("origin", origin);
        typed.put("sourceName", source == null ? "" : source);
        typed.put("sourceUrl", url == null ? "" : url);
        typed.put("bodyHtml", "<p>正文。</p>");
        typed.put("fields.formedOn", "2021-07-28");

        var page = sent(typed);

        assertThat(links(page)).contains(link);
        assertThat(page.select(".error-summary").text()).contains(told);
        assertThat(page.select("[name=attribute][checked]").val()).isEqualTo(attribute);
    }

    @Test
    void isNotTheGroundOfProactiveDisclosureWhichFollowsFromTheItem() {
        clerk.send(
                        address,
                        Map.of(
                                "then", "submit",
                                "attribute", "主动公开",
                                "article20Item", "13",
                                "legalGround", "",
                                "origin", "own",
                                "bodyHtml", "<p>正文。</p>",
                                "fields.formedOn", "2021-07-28"))
                .expect(302);

        var id = address.substring(address.lastIndexOf('/') + 1);
        assertThat(DemoPeople.at(port).read(id).text("/content/legalGround"))
                .isEqualTo("《政府信息公开条例》第二十条第十三项");
    }

    @Test
    void isNotAReferenceThatNobodyCanRead() {
        clerk.open("/desk/documents/new")
                .send(
                        "/desk/documents",
                        Map.of(
                                "kind", "plan", "section", "office", "column", "plans", "title",
                                "有所指的规划"))
                .expect(302);
        address = clerk.follow().page().select("form#draft").attr("action");
        clerk.send(address, Map.of("fields.finalOf", "银环发〔2009〕7号；《早年的规划》")).expect(302);

        var page = clerk.open(address + "/edit").expect(200).page();

        assertThat(page.select(".banner").text()).contains("银环发〔2009〕7号；早年的规划");
    }

    private Document sent(Map<String, String> typed) {
        var all = new HashMap<>(typed);
        all.put("then", "submit");
        return clerk.send(address, all).expect(422).page();
    }

    private static List<String> links(Document page) {
        return page.select(".error-summary a").eachAttr("href");
    }
}
