package org.gongkai.opengov.requestclock.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gongkai.testing.ModuleTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
@DisplayName("Request clock and fees — the citizens' pages")
class RequestClockPagesModuleTests {
    private static final String CONSULTED =
            "/request-clock?calendar=NX&channel=in-person&received=2021-06-01"
                    + "&type-1=third-party-asked&date-1=2021-06-08&detail-1="
                    + "&type-2=third-party-received&date-2=2021-06-10&detail-2="
                    + "&type-3=third-party-answered&date-3=2021-06-21&detail-3="
                    + "&type-4=&date-4=&detail-4=";

    @Autowired private WebApplicationContext context;
    private MockMvcTester mvc;

    @BeforeEach
    void connect() {
        mvc = MockMvcTester.from(context);
    }

    @Test
    void askNothingAtFirst() {
        var page = page("/request-clock");

        assertThat(page.select("h1").text()).isEqualTo("申请答复期限测算");
        assertThat(page.select(".error-summary, #result-title")).isEmpty();
        assertThat(page.select("[name=type-1], [name=type-2]")).hasSize(2);
    }

    @Test
    void showTheDueDayAndEachDayWithItsReason() {
        var page = page(CONSULTED + "&do=count");

        assertThat(page.select(".banner.good").text()).contains("答复最晚应于2021年7月12日(周一)作出并发出");
        assertThat(page.select("#days tbody tr, table.table tbody tr")).hasSize(41);
        assertThat(page.text())
                .contains("征求第三方“第三方”的意见")
                .contains("2021年6月9日(周三)至2021年6月21日(周一)")
                .contains("第20天")
                .doesNotContain("第21天");
        assertThat(page.select("[name=date-3]").val()).isEqualTo("2021-06-21");
    }

    @Test
    void warnByTheEarlierNationalDay() {
        var page =
                page(
                        "/request-clock?calendar=NX&channel=online&received=2021-07-10"
                                + "&type-1=confirmed&date-1=2021-07-12&detail-1=&do=count");

        assertThat(page.text())
                .contains("答复最晚应于2021年8月11日(周三)")
                .contains("按全国工作日计算，最晚是2021年8月9日(周一)")
                .contains("古尔邦节，自治区规定放假");
    }

    @Test
    void nameBreachesWithTheirArticles() {
        var page =
                page(
                        "/request-clock?calendar=CN&channel=in-person&received=2021-06-01"
                                + "&type-1=extended&date-1=2021-07-01&detail-1=10"
                                + "&type-2=answer-dispatched&date-2=2021-07-05&detail-2=&do=count");

        assertThat(page.select(".banner.late").text())
                .contains("有2处不合规定")
                .contains("2021年7月1日(周四)：告知延期时，最初的20个工作日已经届满")
                .contains("答复晚于答复期限。依据：《政府信息公开条例》第三十三条");
    }

    @Test
    void addARowAndTakeOneAwayWithoutScript() {
        var more = page(CONSULTED + "&do=more");
        assertThat(more.select("fieldset:has([name^=type-])")).hasSize(5);
        assertThat(more.select("#result-title")).isEmpty();

        var less = page(CONSULTED + "&do=less-2");
        assertThat(less.select("fieldset:has([name^=type-])")).hasSize(3);
        assertThat(less.select("[name=date-2]").val()).isEqualTo("2021-06-21");
    }

    @Test
    void sayAtItsRowWhatCannotHaveHappened() {
        var result =
                get(
                        "/request-clock?calendar=NX&channel=in-person&received=2021-06-01"
                                + "&type-1=&date-1=&detail-1="
                                + "&type-2=corrected&date-2=2021-06-08&detail-2=%22%3E&do=count");

        assertThat(result).hasStatus(422);
        var page = document(result);
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#type-2");
        assertThat(page.select(".field.has-problem:has([name=type-2])").text())
                .contains("此前没有告知补正");
        assertThat(page.select("[name=detail-2]").val()).isEqualTo("\">");
    }

    @Test
    void sayEverythingThatIsMissing() {
        var page = document(get("/request-clock?received=&type-1=extended&date-1=soon&detail-1="));

        assertThat(page.select(".error-summary a").eachAttr("href"))
                .containsExactly("#calendar", "#received", "#channel", "#date-1", "#detail-1");
    }

    @Test
    void countAFeeAndShowItsTiers() {
        var pieces = page("/request-fee?method=piece&from=&to=35");
        assertThat(pieces.text()).contains("应收3000元").contains("第31件至第35件");
        var pages = page("/request-fee?method=page&pages=250");
        assertThat(pages.text()).contains("应收4700元").contains("第201页至第250页");
        assertThat(page("/request-fee?method=page&pages=30").text()).contains("不收费。");
        assertThat(get("/request-fee?method=piece&from=1&to=many")).hasStatus(422);
        assertThat(get("/request-fee")).hasStatusOk();
    }

    @Test
    void areFoundFromTheDeadlineCalculatorAndTheSiteMap() {
        assertThat(page("/deadline").select("a[href=/request-clock], a[href=/request-fee]"))
                .hasSize(2);
        assertThat(page("/request-clock").select("a[href=/request-fee]")).hasSize(1);
        assertThat(page("/request-fee").select("a[href=/request-clock]")).hasSize(1);
    }

    private Document page(String address) {
        var result = get(address);
        assertThat(result).hasStatusOk();
        return document(result);
    }

    private static Document document(MvcTestResult result) {
        return Jsoup.parse(
                new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }
}
