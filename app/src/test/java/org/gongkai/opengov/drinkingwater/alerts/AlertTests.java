package org.gongkai.opengov.drinkingwater.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.gongkai.opengov.drinkingwater.open.ReleasedWater;
import org.gongkai.opengov.requests.notices.SmallMailServer;
import org.gongkai.platform.mail.MailServer;
import org.gongkai.platform.mail.Mailer;
import org.gongkai.platform.mail.PostOffice;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Mail when a source fails (超标邮件提醒) — 个人信息保护法 arts. 13–16, 47")
class AlertTests {
    private static final Pattern CODE = Pattern.compile("code=([0-9a-f-]+)");
    private static int made;

    @Autowired ApplicationContext program;
    @Autowired AlertWorker worker;
    @Autowired PostOffice post;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    private SmallMailServer mail;
    private ReleasedWater water;
    private long north;

    @BeforeEach
    void open() {
        made++;
        mail = new SmallMailServer();
        post.use(
                new Mailer(
                        MailServer.read(
                                        Map.of(
                                                        "GONGKAI_SMTP_URL",
                                                        "smtp://127.0.0.1:" + mail.port(),
                                                        "GONGKAI_SMTP_FROM",
                                                        "gongkai@example.gov.cn")
                                                ::get)
                                .server()
                                .orElseThrow()));
        water = ReleasedWater.of(program, "alertwater" + made, "提醒测试局" + made);
        north = water.source("提醒北水源", "GROUND", "640106");
    }

    @AfterEach
    void close() throws IOException {
        post.use(null);
        mail.close();
        database.sql("DELETE FROM water_alert").update();
        database.sql("DELETE FROM water_alert_try").update();
    }

    @Test
    void goesOutOnceAMonthToWhoeverConfirmedAndIsErasedByOnePress() throws Exception {
        ask("reader@example.com").expect(204);
        worker.work();
        assertThat(mail.recipients()).singleElement().asString().contains("reader@example.com");
        release("2021-05", "470", "2021-07-29T01:00:00Z");
        worker.work();
        assertThat(mail.mails()).as("nothing before it is confirmed").hasSize(1);

        step("confirm", code(0)).expect(204);
        release("2021-06", "480", "2021-07-30T02:00:00Z");
        worker.work();
        worker.work();
        water.correct("2021-06", "更正", "2021-07-30T03:00:00Z");
        worker.work();

        assertThat(mail.mails()).hasSize(2);
        assertThat(text(1))
                .contains("2021年6月")
                .contains("提醒北水源：总硬度(以CaCO3计) 480 mg/L，限值 ≤450 mg/L，超标 0.07 倍。")
                .contains("/water/months/2021-06?agency=" + water.key())
                .contains("/water/alerts/end?code=");
        assertThat(String.join(" ", everythingKept())).isNotEmpty().doesNotContain("example");

        step("end", code(1)).expect(204);

        assertThat(everythingKept()).isEmpty();
        assertThat(database.sql("SELECT count(*) FROM water_alert_mail").query(Long.class).single())
                .isZero();
        step("end", code(1)).expect(204);
        step("confirm", code(0)).expect(422);
    }

    @Test
    void isAskedForOnThePageOfTheAgencyWhoseWaterOneReads() throws Exception {
        var reader = DeskClient.at(port);
        var form = "/water/alerts?agency=" + water.key();
        var entrance = reader.open("/water?agency=" + water.key()).expect(200).page();
        assertThat(entrance.select("a[href='" + form + "']")).hasSize(1);

        reader.open(form).send(form, Map.of("email", "page@example.com")).expect(200);
        worker.work();

        assertThat(reader.page().select("a[href='/water?agency=" + water.key() + "']"))
                .isNotEmpty();
        assertThat(text(0)).contains("提醒测试局" + made);
        reader.open("/water/alerts?agency=nobody").expect(404);
    }

    @Test
    void saysNothingOfMonthsInWhichAllPass() throws Exception {
        ask("calm@example.com").expect(204);
        worker.work();
        step("confirm", code(0)).expect(204);

        release("2021-06", "410", "2021-07-30T02:00:00Z");
        worker.work();

        assertThat(mail.mails()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheServerIsBusyAndForgetsWhoNeverConfirmed() throws Exception {
        mail.refuse(true);
        ask("late@example.com").expect(204);
        worker.work();
        assertThat(mail.mails()).isEmpty();
        mail.refuse(false);
        clock.advance(Duration.ofHours(1));
        worker.work();
        assertThat(mail.mails()).hasSize(1);

        clock.advance(Duration.ofDays(8));
        worker.work();

        assertThat(everythingKept()).isEmpty();
        step("confirm", code(0)).expect(422);
    }

    @Test
    void isNoWayToFloodAMailboxOrToLearnWhoReads() {
        for (var time = 0; time < AlertIntake.A_DAY; time++) {
            ask("same@example.com").expect(204);
        }
        worker.work();

        assertThat(mail.mails()).hasSize(1);
        ask("other@example.com").expect(429);
        clock.advance(Duration.ofHours(25));
        ask("not an address").expect(422);
        step("confirm", "1-0000000000000000000000000000000000000000").expect(422);
    }

    private void release(String month, String hardness, String at) {
        water.results(north, month, Map.of("总硬度(以CaCO3计)", hardness));
        water.release(month, at);
    }

    private ApiAnswer ask(String email) {
        return ApiClient.at(port)
                .post("/api/v1/public/water/alerts", Map.of("agency", water.key(), "email", email));
    }

    private ApiAnswer step(String step, String code) {
        return ApiClient.at(port).post("/api/v1/public/water/alerts/" + step, Map.of("code", code));
    }

    private String code(int number) throws Exception {
        var match = CODE.matcher(text(number));
        assertThat(match.find()).isTrue();
        return match.group(1);
    }

    private String text(int number) throws Exception {
        return new MimeMessage(Session.getInstance(new Properties()), mail.mails().get(number))
                .getContent()
                .toString();
    }

    private List<String> everythingKept() {
        return database.sql("SELECT a::text || encode(address, 'escape') FROM water_alert a")
                .query(String.class)
                .list();
    }
}
