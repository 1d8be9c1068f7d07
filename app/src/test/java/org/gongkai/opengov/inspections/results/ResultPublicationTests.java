package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** 国发〔2019〕5号: what ended on Friday, 30 July 2021, is to be public by Friday, 27 August. */
@DemoAgencyTest
@DisplayName(
        "Publication of results (检查结果公示) through the three levels of review, within 20 working days")
class ResultPublicationTests {
    private static final String TASKS = "/api/v1/inspections/tasks";
    private static final String RESULTS = "/api/v1/inspections/results";

    @LocalServerPort int port;
    @Autowired TestClock clock;

    @Test
    void endsItsDaysWhenThePublicReadsItAndShowsWhatIsLate() {
        var inTime = ended("91640181MA7XD01668");
        var late = ended("91640181MA7XD01743");
        clock.set("2021-08-27T16:00:00+08:00");
        assertThat(result(inTime).at("/due").asText()).isEqualTo("2021-08-27");

        var document = drafted(inTime);
        assertThat(result(inTime).at("/openness").asText()).isEqualTo("drafted");
        assertThat(result(inTime).at("/timeliness").asText()).isEqualTo("running");
        var index = published(document);

        assertThat(result(inTime).at("/openness").asText()).isEqualTo("public");
        assertThat(result(inTime).at("/timeliness").asText()).isEqualTo("in-time");
        var page = DeskClient.at(port).open("/d/" + index).expect(200).text();
        assertThat(page).contains(index, result(inTime).at("/number").asText(), "检查结果公示");

        clock.set("2021-08-30T09:00:00+08:00");
        assertThat(result(late).at("/timeliness").asText()).isEqualTo("overdue");
        published(drafted(late));
        assertThat(result(late).at("/timeliness").asText()).isEqualTo("done-late");
        var desk =
                DeskClient.at(port)
                        .signIn("keeper", DemoPeople.PASSWORD)
                        .open("/desk/inspections/results?year=2021&timeliness=done-late")
                        .expect(200)
                        .text();
        assertThat(desk).contains(result(late).at("/number").asText(), "逾期公开");

        DemoPeople.at(port)
                .step(
                        "office",
                        document,
                        "withdraw",
                        Map.of("reason", "有误", "legalBasis", "《行政处罚法》第四十八条"))
                .expect(200);
        assertThat(result(inTime).at("/openness").asText()).isEqualTo("withdrawn");
        assertThat(result(inTime).at("/timeliness").asText()).isEqualTo("in-time");
    }

    /** An inspection outside the plan that found nobody: it ends today, and is public too. */
    private long ended(String unit) {
        var people = DemoPeople.at(port);
        var task =
                people.as("keeper")
                        .post(
                                TASKS,
                                Map.of(
                                        "source", "complaint",
                                        "unit", unit,
                                        "item", "1",
                                        "officers", List.of("宁A-样例-0001", "宁A-样例-0002"),
                                        "reason", "热线反映夜间异味",
                                        "releaseOn", "2021-07-30",
                                        "dueOn", "2021-08-13"))
                        .expect(201)
                        .text("/id");
        people.as("leader2")
                .post(TASKS + "/" + task + "/steps/approve", Map.of("words", "同意"))
                .expect(200);
        people.as("keeper")
                .post(
                        TASKS + "/" + task + "/steps/skip",
                        Map.of("reason", "closed", "words", "已停业，附照片"))
                .expect(200);
        return Long.parseLong(task);
    }

    private String drafted(long task) {
        return DemoPeople.at(port)
                .as("keeper")
                .post(RESULTS, Map.of("tasks", List.of(task)))
                .expect(201)
                .text("/document");
    }

    private String published(String document) {
        var people = DemoPeople.at(port);
        people.step("keeper", document, "submit", Map.of()).expect(200);
        for (var signer : List.of("enforcement-head", "secrecy", "leader2")) {
            people.sign(signer, document).expect(200);
        }
        return people.step("office", document, "publish", Map.of())
                .expect(200)
                .text("/indexNumber");
    }

    private JsonNode result(long task) {
        var keeper = DemoPeople.at(port).as("keeper");
        var after = "";
        while (true) {
            var part = keeper.get(RESULTS + "?limit=200" + after).expect(200);
            var found =
                    StreamSupport.stream(part.at("/items").spliterator(), false)
                            .filter(it -> it.at("/task").asLong() == task)
                            .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            after = "&after=" + part.text("/next");
        }
    }
}
