package org.gongkai.opengov.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo agency with a city's platform to push to; the outbox moves only when a test says so. */
@DemoAgencyTest
abstract class PushingTest {
    static final CityServer CITY = CityServer.start();

    @LocalServerPort int port;
    @Autowired TestClock clock;
    @Autowired PushWorker worker;

    DemoPeople people;

    @DynamicPropertySource
    static void pushing(DynamicPropertyRegistry settings) {
        settings.add("GONGKAI_PUSH_URL", () -> CITY.url().toString());
        settings.add("GONGKAI_PUSH_TOKEN", () -> CityServer.TOKEN);
        settings.add("GONGKAI_PUSH_SECRET", () -> CityServer.SECRET);
        settings.add("GONGKAI_PUSH_SITE", () -> "https://sthjj.example.gov.cn");
        settings.add("GONGKAI_PUSH_ATTEMPTS", () -> "3");
        settings.add("gongkai.push-by-itself", () -> "false");
    }

    @BeforeEach
    void withNothingLeftToDo() {
        people = DemoPeople.at(port);
        workOff();
    }

    /** Tries everything that is due now. */
    void workOff() {
        boolean more = true;
        while (more) {
            more = worker.turn();
        }
    }

    String published(String title) {
        return people.published(DemoPeople.notice(title, "<p>正文。</p>"));
    }

    void withdraw(String id) {
        people.step(
                        "office",
                        id,
                        "withdraw",
                        Map.of("reason", "含有个人信息", "legalBasis", "《政府信息公开条例》第十五条"))
                .expect(200);
    }

    void restore(String id) {
        people.step("office", id, "restore", Map.of("reason", "个人信息已经处理")).expect(200);
    }

    /** The newest push of a document, as the disclosure office reads it. */
    tools.jackson.databind.JsonNode newest(String document) {
        var items =
                people.as("office")
                        .get("/api/v1/pushes?document=" + document)
                        .expect(200)
                        .at("/items");
        assertThat(items.size()).isPositive();
        return items.get(0);
    }

    /** The states of all pushes of a document, oldest first. */
    java.util.List<String> states(String document) {
        return people.as("office")
                .get("/api/v1/pushes?document=" + document)
                .expect(200)
                .at("/items")
                .findValuesAsString("state")
                .reversed();
    }
}
