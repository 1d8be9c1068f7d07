package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The values of the pattern stay as they are: other tests choose them. */
@DemoAgencyTest
@DisplayName(
        "Result values (检查结果值): each change a version with its reason, what was recorded stays")
class ResultValuesTests {
    private static final String VALUES = "/api/v1/inspections/result-values";

    @LocalServerPort int port;

    @Test
    void areAddedAndEndedWithAReason() {
        var keeper = DemoPeople.at(port).as("keeper");
        var before = keeper.get(VALUES).expect(200);
        assertThat(before.text("/values/0/term")).isEqualTo("未发现问题");
        DemoPeople.at(port).as("officer").post(VALUES, entry("限期整改")).expect(403);
        var refused = keeper.post(VALUES, Map.of("term", "限期整改", "from", "2021-07-29")).expect(422);
        assertThat(refused.body()).contains("effect", "from", "source", "reason");

        var added = keeper.post(VALUES, entry("限期整改")).expect(201);
        keeper.post(VALUES, entry("限期整改")).expect(422);

        var last = added.at("/values").size() - 1;
        var code = added.text("/values/" + last + "/code");
        assertThat(added.text("/values/" + last + "/effect")).isEqualTo("ordered");
        assertThat(added.text("/versions/0/reason")).isEqualTo("本地检查文书用语");
        var ended =
                keeper.post(
                                VALUES + "/" + code + "/end",
                                Map.of("until", "2021-08-31", "endReason", "与别的用语重复"))
                        .expect(200);
        assertThat(ended.text("/values/" + last + "/until")).isEqualTo("2021-08-31");
        assertThat(ended.number("/versions/0/version"))
                .isEqualTo(added.number("/versions/0/version") + 1);
        keeper.post(VALUES + "/" + code + "/end", Map.of("until", "2021-09-30", "endReason", "再停用"))
                .expect(404);
    }

    @Test
    void haveAPage() {
        try (var keeper = DeskWindow.of("keeper", port)) {
            var page = keeper.open("/desk/inspections/result-values");
            keeper.press("增加结果值");
            assertThat(page.locator(".error-summary").textContent()).contains("请选择后续要求");
            assertThat(Axe.findings(page)).isEmpty();
            Browser.photograph(page, "inspections-result-values");
            page.setViewportSize(Browser.NARROW, 800);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(Browser.NARROW);
            Browser.photograph(page, "inspections-result-values-narrow");
            assertThat(keeper.complaints()).allMatch(it -> it.contains("status of 422"));
        }
    }

    private static Map<String, String> entry(String term) {
        return Map.of(
                "term", term,
                "effect", "ordered",
                "from", "2021-07-30",
                "source", "银环办〔2021〕9号",
                "reason", "本地检查文书用语");
    }
}
