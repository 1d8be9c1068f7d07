package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.gongkai.platform.organization.Organization;
import org.gongkai.testing.ApiAnswer;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.PublicWork;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Decisions within seven days, rulings within three (决定公开与撤下) — 行政处罚法 art. 48")
class DecisionTests {
    private static final String DECISIONS = "/api/v1/inspections/decisions";
    private static final String RULINGS = "/api/v1/inspections/rulings";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired TestClock clock;
    @Autowired Organization organization;

    @Test
    void ofAPenaltyArePublicByTheSeventhWorkingDayOrShownLate() {
        var keeper = DemoPeople.at(port).as("keeper");
        var task = task(991);
        var typed = Map.of("task", task, "kind", "penalty", "number", "银环罚〔2021〕991号");
        keeper.post(DECISIONS, typed).expect(422);
        var recorded = keeper.post(DECISIONS, with(typed, "decidedOn", "2021-07-30")).expect(201);
        assertThat(recorded.text("/due")).isEqualTo("2021-08-10");
        assertThat(recorded.text("/timeliness")).isEqualTo("running");
        keeper.post(DECISIONS, with(typed, "decidedOn", "2021-07-30")).expect(422);
        assertThat(keeper.get("/api/v1/worklist").expect(200).body()).contains("银环罚〔2021〕991号");

        clock.set("2021-08-11T09:00:00+08:00");
        var later = DemoPeople.at(port).as("keeper");
        assertThat(mine(later.get(DECISIONS), "number", "银环罚〔2021〕991号")).isEqualTo("overdue");
        var document =
                PublicWork.at(port)
                        .publish(
                                "notice", "处罚决定公开", "<p>决定。</p>", Map.of("formedOn", "2021-07-30"));
        var place = DECISIONS + "/" + recorded.text("/id") + "/publication";
        later.post(place, Map.of("indexNumber", "640100-113/1999-00001")).expect(422);
        var published = later.post(place, Map.of("indexNumber", document.indexNumber()));
        assertThat(published.expect(200).text("/timeliness")).isEqualTo("done-late");
        later.post(place, Map.of("indexNumber", document.indexNumber())).expect(409);
    }

    @Test
    void ofARulingComeDownByTheThirdWorkingDay() {
        var keeper = DemoPeople.at(port).as("keeper");
        var task = task(992);
        var ruling =
                Map.of("task", task, "kind", "revoked", "ruledOn", "2021-07-30", "reasons", "复议撤销");
        keeper.post(RULINGS, ruling).expect(422);
        var document =
                PublicWork.at(port)
                        .publish("notice", "结果公示", "<p>结果。</p>", Map.of("formedOn", "2021-07-30"));
        batch(task, document.id());

        var recorded = keeper.post(RULINGS, ruling).expect(201);
        assertThat(recorded.text("/due")).isEqualTo("2021-08-04");
        assertThat(recorded.text("/timeliness")).isEqualTo("running");
        PublicWork.at(port).withdraw(document, "复议撤销", "《行政处罚法》第四十八条");
        assertThat(mine(keeper.get(RULINGS), "task", task)).isEqualTo("in-time");
    }

    private static String mine(ApiAnswer list, String field, String value) {
        for (var it : list.expect(200).at("/items")) {
            if (it.get(field).asString().equals(value)) {
                return it.get("timeliness").asString();
            }
        }
        throw new AssertionError(value);
    }

    private static Map<String, String> with(Map<String, String> typed, String key, String value) {
        var more = new java.util.HashMap<>(typed);
        more.put(key, value);
        return more;
    }

    /** An inspection that has ended; its number. */
    private String task(int number) {
        var named = "JC-2021-%05d".formatted(number);
        database.sql(
                        """
                        INSERT INTO inspection_task (agency_id, number, source, draw_seq, visit, unit_id, item_id,
                            release_on, due_on, state, ended_on, result, created_at)
                        SELECT :agency, :number, 'DRAWN', :draw, 1, min(u.id), min(i.id), DATE '2021-07-01',
                            DATE '2021-07-30', 'CHECKED', DATE '2021-07-29', 'no-problem', now()
                        FROM inspection_unit u, inspection_item i
                        """)
                .param("agency", organization.agencies().getFirst().id().value())
                .param("number", named)
                .param("draw", 990_000 + number)
                .update();
        return named;
    }

    private void batch(String task, String document) {
        var agency = organization.agencies().getFirst().id().value();
        long batch =
                database.sql(
                                """
                                INSERT INTO inspection_result_batch (agency_id, document_id, title, drafted_at,
                                    drafted_by, published_on) VALUES (?, CAST(? AS uuid), '结果公示', now(), 1,
                                    DATE '2021-07-30') RETURNING id
                                """)
                        .params(agency, document)
                        .query(Long.class)
                        .single();
        database.sql(
                        "INSERT INTO inspection_result_line (batch_id, task_id, cells) SELECT ?, id,"
                                + " '[]' FROM inspection_task WHERE agency_id = ? AND number = ?")
                .params(List.of(batch, agency, task))
                .update();
    }
}
