package org.gongkai.opengov.requests.notices;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gongkai.opengov.requests.RequestSamples;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DemoAgencyTest
@DisplayName(
        "Notices (通知): written with the event, sent by mail and SMS, with the number and nothing else")
class NoticeTests {
    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;
    @Autowired Couriers couriers;
    @Autowired NoticeWorker worker;

    private final List<JsonNode> texts = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final SmallMailServer mail = new SmallMailServer();
    private HttpServer gateway;
    private DemoPeople people;

    @BeforeEach
    void bothWays() throws IOException {
        database.sql("DELETE FROM request_try").update();
        people = DemoPeople.at(port);
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext(
                "/send",
                call -> {
                    keys.add(
                            call.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + call.getRequestHeaders().getFirst("Idempotency-Key"));
                    texts.add(JSON.readTree(call.getRequestBody()));
                    call.sendResponseHeaders(204, -1);
                    call.close();
                });
        gateway.start();
        var settings =
                NoticeSettings.read(
                        Map.of(
                                        "GONGKAI_SMTP_URL",
                                        "smtp://127.0.0.1:" + mail.port(),
                                        "GONGKAI_SMTP_FROM",
                                        "gongkai@example.gov.cn",
                                        "GONGKAI_SMS_URL",
                                        "http://127.0.0.1:"
                                                + gateway.getAddress().getPort()
                                                + "/send",
                                        "GONGKAI_SMS_TOKEN",
                                        "secret-of-the-gateway")
                                ::get);
        couriers.use(
                List.of(
                        new MailCourier(settings.mail().orElseThrow()),
                        new SmsCourier(settings.sms().orElseThrow(), JSON)));
    }

    @AfterEach
    void noWay() throws IOException {
        couriers.use(List.of());
        gateway.stop(0);
        mail.close();
        database.sql("UPDATE request_notice SET state = 'TOLD_OTHERWISE' WHERE state <> 'SENT'")
                .update();
    }

    @Test
    void goOutByMailAndSmsAndNameTheNumberAlone() throws Exception {
        var receipt = ask();
        sendAll();

        assertThat(mail.recipients()).singleElement().asString().contains("ming@example.cn");
        var sent = new MimeMessage(Session.getInstance(new Properties()), mail.mails().getFirst());
        assertThat(sent.getFrom()[0]).hasToString("gongkai@example.gov.cn");
        assertThat(sent.getSubject()).isEqualTo("政府信息公开申请" + receipt + "的办理通知");
        var words = sent.getContent().toString().strip();
        assertThat(words)
                .startsWith("【银川市生态环境局】您的政府信息公开申请" + receipt + "有了新情况：申请已经登记。")
                .endsWith("/requests/track")
                .doesNotContain("欧阳", "监测数据", "13912345678");
        assertThat(texts)
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.get("phone").asString()).isEqualTo("13912345678");
                            assertThat(it.get("text").asString()).isEqualTo(words);
                            assertThat(keys)
                                    .containsExactly(
                                            "Bearer secret-of-the-gateway "
                                                    + it.get("id").asString());
                        });
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM request_notice n WHERE n::text LIKE"
                                                + " '%13912345678%' OR n::text LIKE '%ming@%'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void followStepsAndMessagesAndAreNotMadeOfARefusedOne() {
        var id = idOf(ask());
        step(id, Map.of("type", "accepted")).expect(409);
        step(id, Map.of("type", "confirmed", "way", "电话")).expect(200);
        step(id, Map.of("type", "assigned", "section", "water")).expect(200);
        step(id, Map.of("type", "correction-asked", "note", "请写明年份", "term", "2021-08-13"))
                .expect(200);
        people.as("office")
                .post("/api/v1/requests/" + id + "/messages", Map.of("message", "请写明年份和断面"))
                .expect(201);
        sendAll();
        assertThat(texts.stream().map(it -> it.get("text").asString()))
                .satisfiesExactly(
                        it -> assertThat(it).contains("申请已经登记"),
                        it -> assertThat(it).contains("申请已经确认"),
                        it -> assertThat(it).contains("请您补正申请").doesNotContain("年份"),
                        it -> assertThat(it).contains("工作人员给您留言").doesNotContain("断面"));
        var told = people.as("office").get("/api/v1/requests/" + id + "/notices").expect(200);
        assertThat(told.at("/items").size()).isEqualTo(8);
        assertThat(told.text("/items/0/state")).isEqualTo("sent");
    }

    @Test
    void waitAfterAFailureAreGivenUpAndThenSeenByTheOffice() {
        mail.refuse(true);
        var number = ask();
        var id = idOf(number);
        sendAll();
        // Nothing is tried again before its pause is over.
        assertThat(worker.turn()).isFalse();
        assertThat(state(id)).isEqualTo("WAITING 1");
        while (state(id).startsWith("WAITING")) {
            clock.advance(Duration.ofHours(2));
            sendAll();
        }
        assertThat(state(id)).isEqualTo("GIVEN_UP " + Notices.TRIES);
        assertThat(mail.mails()).isEmpty();
        assertThat(texts).hasSize(1);

        mail.refuse(false);
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        assertThat(office.open("/desk").text()).contains("申请" + number + "的电子邮件通知没有发出");
        var page = office.open("/desk/requests/" + id + "/messages").expect(200);
        assertThat(page.text()).contains("未能发出", "试过8次").doesNotContain("ming@");
        var again = page.page().select("form[action$=/again]").attr("action");
        page.send(again, Map.of()).expect(302);
        sendAll();
        assertThat(mail.mails()).hasSize(1);
        assertThat(office.follow().text()).contains("已重新排队发送");
        assertThat(office.open("/desk").text()).doesNotContain("申请" + number + "的电子邮件");
    }

    private void sendAll() {
        while (worker.turn()) {
            // The next one.
        }
    }

    private String ask() {
        return people.reader()
                .post(
                        "/api/v1/requests",
                        RequestSamples.input(
                                Map.of("phone", "139 1234 5678", "email", "ming@example.cn")))
                .expect(201)
                .text("/number");
    }

    private ApiAnswer step(long id, Map<String, Object> event) {
        return people.as("office").post("/api/v1/requests/" + id + "/events", event);
    }

    private String state(long id) {
        return database.sql(
                        "SELECT state || ' ' || tries FROM request_notice WHERE case_id = ? AND"
                                + " way = 'EMAIL'")
                .param(id)
                .query(String.class)
                .single();
    }

    private long idOf(String number) {
        return database.sql("SELECT id FROM request_case WHERE number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }
}
