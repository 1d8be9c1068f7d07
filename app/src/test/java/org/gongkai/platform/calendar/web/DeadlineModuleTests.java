package org.gongkai.platform.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.gongkai.testing.ModuleTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
@DisplayName("Deadline calculator — page, download and API")
class DeadlineModuleTests {
    @Autowired private WebApplicationContext context;
    @Autowired private TestClock clock;
    private MockMvcTester mvc;

    @BeforeEach
    void connect() {
        mvc = MockMvcTester.from(context);
    }

    @Test
    void answersAsTheContractSays() {
        assertThat(get("/api/v1/public/deadline?from=2021-09-17&workingDays=3&calendar=CN"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"from":"2021-09-17","workingDays":3,"calendar":"CN","due":"2021-09-23","provisional":false,
                         "days":[{"date":"2021-09-18","counted":true,"reason":"make-up-day"},
                                 {"date":"2021-09-19","counted":false,"reason":"holiday"},
                                 {"date":"2021-09-20","counted":false,"reason":"holiday"},
                                 {"date":"2021-09-21","counted":false,"reason":"holiday"},
                                 {"date":"2021-09-22","counted":true,"reason":"working-day"},
                                 {"date":"2021-09-23","counted":true,"reason":"working-day"}],
                         "assumptions":[]}
                        """);
    }

    @Test
    void saysInTheApiWhatIsAssumed() {
        assertThat(get("/api/v1/public/deadline?from=2027-04-30&workingDays=1&calendar=NX"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"due":"2027-05-05","provisional":true,
                         "assumptions":[{"code":"national-notice-unknown","year":2027},
                                        {"code":"regional-notice-unknown","year":2027}]}
                        """);
    }

    @Test
    void givesNoDaysForNone() {
        assertThat(get("/api/v1/public/deadline?from=2021-10-02&workingDays=0&calendar=CN"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"due\":\"2021-10-02\",\"days\":[],\"provisional\":false}");
    }

    @Test
    void givesTheDateBeforeAnAmendmentBesideTheNewOne() {
        assertThat(get("/api/v1/public/deadline?from=2020-01-22&workingDays=20&calendar=CN"))
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"due":"2020-02-27","redating":{"was":"2020-02-25","is":"2020-02-27"}}
                        """);
        assertThat(
                        get(
                                "/api/v1/public/deadline?from=2020-01-22&workingDays=20&calendar=CN&asKnownOn=2020-01-26"))
                .bodyJson()
                .isLenientlyEqualTo("{\"due\":\"2020-02-25\"}");
    }

    @Test
    void refusesMoreThanFourHundredDaysWithTheField() {
        assertThat(get("/api/v1/public/deadline?from=2021-09-17&workingDays=401&calendar=CN"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"type":"/problems/invalid-input","status":422,
                         "errors":[{"field":"workingDays","code":"out-of-range"}]}
                        """);
    }

    @Test
    void explainsEachDayOnThePageInWords() {
        assertThat(text("/deadline?from=2021-09-17&workingDays=7&calendar=CN"))
                .contains("到期日是2021年9月28日(周二)")
                .contains("中秋节调休，上班")
                .contains("中秋节放假")
                .contains("国办发明电〔2020〕27号")
                .contains("周末休息")
                .contains("第7天")
                .doesNotContain("第8天");
    }

    @Test
    void tellsOnThePageWhatIsAssumedAndWhatWasAmended() {
        assertThat(text("/deadline?from=2027-04-30&workingDays=1&calendar=CN"))
                .contains("这是暂定日期")
                .contains("2027年的全国放假安排还没有公布")
                .contains("《全国年节及纪念日放假办法》");
        assertThat(text("/deadline?from=2020-01-22&workingDays=20&calendar=CN"))
                .contains("到期日本来是2020年2月25日(周二)");
        assertThat(text("/deadline?from=2021-05-12&workingDays=1&calendar=NX"))
                .contains("开斋节，自治区规定放假");
    }

    @Test
    void keepsWhatWasTypedWhenItIsWrong() {
        assertThat(get("/deadline?from=2021-02-30&workingDays=four%22%3E&calendar=NX"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"2021-02-30\"")
                .contains("value=\"four&quot;&gt;\"")
                .contains("请填写 0 至 400 的整数")
                .contains("请按“年-月-日”填写");
    }

    @Test
    void asksNothingAtFirst() {
        assertThat(get("/deadline"))
                .hasStatusOk()
                .bodyText()
                .contains("起算日期")
                .doesNotContain("error-summary");
    }

    @Test
    void givesTheDaysAsATable() {
        var result = get("/deadline/days.csv?from=2021-09-17&workingDays=2&calendar=CN");

        assertThat(result)
                .hasStatusOk()
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"deadline-2021-09-17-2-CN.csv\"");
        assertThat(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "\ufeff日期,星期,是否计入,计入第几天,理由,依据\r\n"
                                + "2021-09-18,周六,计入,1,中秋节调休，上班,国办发明电〔2020〕27号\r\n"
                                + "2021-09-19,周日,不计入,,中秋节放假,国办发明电〔2020〕27号\r\n"
                                + "2021-09-20,周一,不计入,,中秋节放假,国办发明电〔2020〕27号\r\n"
                                + "2021-09-21,周二,不计入,,中秋节放假,国办发明电〔2020〕27号\r\n"
                                + "2021-09-22,周三,计入,2,工作日,\r\n");
    }

    @Test
    void countsTheSameWhateverTheClockSays() {
        clock.set("2019-01-01T09:00:00+08:00");
        assertThat(text("/deadline?from=2026-11-23&workingDays=20&calendar=CN"))
                .contains("到期日是2026年12月21日(周一)");
        clock.set("2040-01-01T09:00:00+08:00");
        assertThat(text("/deadline?from=2026-11-23&workingDays=20&calendar=CN"))
                .contains("到期日是2026年12月21日(周一)");
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(URI.create(address)).exchange();
    }

    private String text(String address) {
        return new String(
                get(address).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
