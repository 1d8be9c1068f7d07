package org.gongkai.opengov.inspections.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gongkai.platform.organization.Organization;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Figures of inspections for everybody (抽查公示统计): only public papers name a unit")
class PublicFiguresTests {
    private static final String REGION = "649905";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired Organization organization;

    /** In a year of its own, so that no other test is counted. */
    @Test
    void countInTimeLateOwedAndTakenBack() {
        var early = paper("二〇一四年抽查结果");
        var late = paper("二〇一四年抽查补充结果");
        publish(task(1, "2014-05-07"), early.id(), "2014-05-30");
        publish(task(2, "2014-05-07"), late.id(), "2014-06-30");
        task(3, "2014-08-06");
        task(4, null);

        var page = DeskClient.at(port).open("/inspections?year=2014").expect(200);
        assertThat(page.text()).contains("抽取4户次，已检查3户次，结果已公示2户次，其中逾期公示1户次");
        assertThat(page.text()).doesNotContain("公示企业");
        assertThat(page.page().select("tbody:contains(合计) tr:last-child td").eachText())
                .containsExactly("4", "3", "0", "1", "1", "0", "1", "0");
        assertThat(results("late")).contains("公示企业2", "二〇一四年抽查补充结果").doesNotContain("公示企业1");
        assertThat(results("in-time")).contains("公示企业1").doesNotContain("公示企业2");
        assertThat(results("public")).contains("共2条").doesNotContain("公示企业3");
        DeskClient.at(port).open("/inspections?year=2013").expect(404);
        DeskClient.at(port).open(behind("all")).expect(404);

        PublicWork.at(port).withdraw(late, "复议撤销", "《行政处罚法》第四十八条");

        var after = DeskClient.at(port).open("/inspections?year=2014").expect(200);
        assertThat(after.page().select("tbody:contains(合计) tr:last-child td").eachText())
                .containsExactly("4", "3", "0", "1", "0", "0", "1", "1");
        assertThat(results("late")).contains("没有这样的结果").doesNotContain("公示企业");
        assertThat(results("public")).contains("公示企业1").doesNotContain("公示企业2");
        database.sql("UPDATE inspection_unit SET left_on = '2021-07-30' WHERE region = ?")
                .param(REGION)
                .update();
    }

    private PublicWork.Published paper(String title) {
        return PublicWork.at(port)
                .publish("notice", title, "<p>结果。</p>", Map.of("formedOn", "2021-07-28"));
    }

    private String results(String figure) {
        return DeskClient.at(port).open(behind(figure)).expect(200).text();
    }

    private String behind(String figure) {
        return "/inspections/results?agency=ycsthj&year=2014&figure=" + figure;
    }

    /** Released in May or August of 2014 and, if so, inspected on that day. */
    private long task(int number, @Nullable String ended) {
        var agency = organization.agencies().getFirst().id().value();
        var unit =
                database.sql(
                                """
                                INSERT INTO inspection_unit (agency_id, name, credit_code, address, region, industry,
                                    permit_class, supervision_class, risk_class, credit, state, entered_on, created_at)
                                VALUES (?, ?, ?, '公示路', ?, '1440', 'KEY', 'KEY', 'B', 'NONE', 'OPERATING',
                                    '2014-01-01', now()) RETURNING id
                                """)
                        .params(
                                agency,
                                "公示企业" + number,
                                "9164990%011d".formatted(800 + number),
                                REGION)
                        .query(Long.class)
                        .single();
        return database.sql(
                        """
                        INSERT INTO inspection_task (agency_id, number, source, draw_seq, visit, unit_id, item_id,
                            release_on, due_on, state, ended_on, result, created_at)
                        VALUES (:agency, :number, 'DRAWN', 990014, :visit, :unit, (SELECT min(id) FROM inspection_item),
                            coalesce(:ended::date, DATE '2014-05-04'), DATE '2014-12-01', :state, :ended::date,
                            :result, now()) RETURNING id
                        """)
                .param("agency", agency)
                .param("number", "JC-2014-9000" + number)
                .param("visit", number)
                .param("unit", unit)
                .param("ended", ended)
                .param("state", ended == null ? "OPEN" : "CHECKED")
                .param("result", ended == null ? null : "no-problem")
                .query(Long.class)
                .single();
    }

    private void publish(long task, String document, String on) {
        database.sql(
                        """
                        WITH batch AS (INSERT INTO inspection_result_batch (agency_id, document_id, title, drafted_at,
                            drafted_by, published_on) VALUES (:agency, CAST(:document AS uuid), '结果公示', now(), 1,
                            CAST(:on AS date)) RETURNING id)
                        INSERT INTO inspection_result_line (batch_id, task_id, cells)
                        SELECT id, :task, '[]' FROM batch
                        """)
                .param("agency", organization.agencies().getFirst().id().value())
                .param("document", document)
                .param("on", on)
                .param("task", task)
                .update();
    }
}
