package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("What is granted to farmers and firms, from list to public page (涉农涉企资金发放公开)")
class FundJourneyTests {
    private static final String FUNDS = "/api/v1/budgets/funds";

    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private DemoPeople people;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
    }

    @Test
    void isPublicOnlyAfterReviewAndThenFoundTotalledAndTakenAlong() {
        var policy = "清洁取暖补贴甲";
        var read = uploaded(policy).expect(201);
        var id = read.number("/batch/id");
        assertThat(read.text("/batch/unread")).isEqualTo("身份证号");
        assertThat(read.text("/payments/0/recipient")).isEqualTo("张某");
        draft(id).expect(409);
        step(id, "take").expect(200);
        step(id, "take").expect(409);
        var document = draft(id).expect(201).text("/document");
        draft(id).expect(409);
        assertThat(found(policy).at("/items").size()).isZero();

        people.step("finance-clerk", document, "submit", Map.of()).expect(200);
        for (var signer : List.of("finance-head", "secrecy", "leader2")) {
            people.sign(signer, document).expect(200);
        }
        people.step("office", document, "publish", Map.of()).expect(200);

        assertThat(found(policy).at("/items").size()).isEqualTo(2);
        assertThat(found(policy + "&kind=firm").text("/items/0/recipient")).isEqualTo("绿源养殖有限公司");
        assertThat(found(policy + "&year=2019").at("/items").size()).isZero();
        people.reader().get("/api/v1/public/budgets/funds?kind=other").expect(422);
        var reader = DeskClient.at(port);
        var page = reader.open("/budgets/funds?words=" + encoded(policy)).expect(200);
        assertThat(page.text())
                .contains("共2笔，合计52,000.00元", "张某", "掌政镇镇河村")
                .doesNotContain("张三", "640102", "3队");
        var csv =
                new String(
                        reader.download("/budgets/funds/list.csv?words=" + encoded(policy)),
                        StandardCharsets.UTF_8);
        assertThat(csv).contains("\"张某\",\"个人\",\"掌政镇镇河村\"").doesNotContain("640102", "张三");
        assertThat(
                        SheetGrid.read(
                                        reader.download(
                                                "/budgets/funds/list.xlsx?words="
                                                        + encoded(policy)))
                                .getFirst()
                                .height())
                .isEqualTo(3);

        people.step("office", document, "withdraw", Map.of("reason", "有误", "legalBasis", "条例第六条"))
                .expect(200);
        assertThat(found(policy).at("/items").size()).isZero();
    }

    @Test
    void keepsNoNumberOfAPersonAnywhere() {
        uploaded("清洁取暖补贴乙").expect(201);

        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM fund_payment WHERE fund_payment::text ~"
                                                + " '640102|张三'")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        people.as("finance-clerk")
                                .upload(
                                        FUNDS,
                                        "清单.csv",
                                        "姓名,政策,依据,金额,日期\n张三640102199001011234,补贴,依据,1,2021-01-01\n"
                                                .getBytes(StandardCharsets.UTF_8),
                                        Map.of())
                                .expect(422)
                                .body())
                .contains("A2")
                .doesNotContain("640102");
        assertThatThrownBy(
                        () ->
                                database.sql(
                                                """
                                                INSERT INTO fund_payment SELECT max(id), 999, 'PERSON', '张三', '', '补贴',
                                                    '依据', 1, DATE '2021-01-01' FROM fund_batch
                                                """)
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void isKeptByTheSectionWhoseDutyItIs() {
        people.as("auditor").get(FUNDS).expect(200);
        people.as("auditor")
                .upload(FUNDS, "清单.csv", new byte[] {65}, Map.of())
                .expectProblem(403, "not-allowed");
        people.as("clerk2").get(FUNDS).expectProblem(403, "not-allowed");
        var id = uploaded("清洁取暖补贴丙").expect(201).number("/batch/id");
        people.as("finance-head").post(FUNDS + "/" + id + "/steps/cancel", Map.of()).expect(200);
        people.as("finance-clerk").upload(FUNDS, "清单.pdf", new byte[] {65}, Map.of()).expect(422);
    }

    @Test
    void hasPagesInOrderNarrowAndWide() {
        var id = uploaded("清洁取暖补贴丁").expect(201).number("/batch/id");
        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
                var page = window.newPage();
                DeskWindow.signIn(page, "http://127.0.0.1:" + port, "finance-clerk");
                for (var path :
                        List.of(
                                "/desk/budgets/funds",
                                "/desk/budgets/funds/" + id,
                                "/budgets/funds")) {
                    page.navigate("http://127.0.0.1:" + port + path);
                    Browser.photograph(
                            page,
                            "funds" + path.replace('/', '-').replace("" + id, "one") + "-" + width);
                    assertThat(Axe.findings(page)).as(path).isEmpty();
                    assertThat(
                                    page.evaluate(
                                            "document.documentElement.scrollWidth <= window.innerWidth"))
                            .as(path)
                            .isEqualTo(true);
                }
            }
        }
    }

    private ApiAnswer uploaded(String policy) {
        var csv =
                """
                姓名,身份证号,所在村,政策名称,依据,金额,发放日期
                张三,640102199001011234,掌政镇镇河村3队12号,%1$s,银环发〔2021〕30号,2000,2021-06-18
                绿源养殖有限公司,,月牙湖乡,%1$s,银环发〔2021〕30号,50000,2021-06-20
                """
                        .formatted(policy);
        return people.as("finance-clerk")
                .upload(FUNDS, "清单.csv", csv.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private ApiAnswer step(long id, String step) {
        return people.as("finance-clerk").post(FUNDS + "/" + id + "/steps/" + step, Map.of());
    }

    private ApiAnswer draft(long id) {
        return people.as("finance-clerk").post(FUNDS + "/" + id + "/draft", Map.of());
    }

    private ApiAnswer found(String words) {
        var query = words.split("&", 2);
        return people.reader()
                .get(
                        "/api/v1/public/budgets/funds?words="
                                + encoded(query[0])
                                + (query.length > 1 ? "&" + query[1] : ""))
                .expect(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
