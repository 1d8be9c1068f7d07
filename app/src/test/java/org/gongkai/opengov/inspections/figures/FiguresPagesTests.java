package org.gongkai.opengov.inspections.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.organization.Organization;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Figures about inspections (双随机抽查统计): each number opens to its visits")
class FiguresPagesTests {
    private static final String FIGURES = "/api/v1/inspections/figures/";
    private static final String REGION = "649902";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired Organization organization;

    /** In a year of its own and a district of its own, so that no other test is counted. */
    @Test
    void openToTheVisitsBehindThem() {
        var first = unit(1);
        var second = unit(2);
        var officer = officer();
        task(first, 1, "CHECKED", LocalDate.of(2015, 5, 6), officer, "2015-05-04");
        task(second, 2, "OPEN", null, officer, "2015-05-04");
        task(first, 3, "CHECKED", LocalDate.of(2015, 8, 6), officer, "2015-08-03");

        var keeper = DemoPeople.at(port).as("keeper");
        var figures = keeper.get(FIGURES + 2015).expect(200);
        assertThat(figures.text("/drawn")).isEqualTo("3");
        assertThat(figures.text("/checked")).isEqualTo("2");
        assertThat(figures.text("/publication/overdue")).isEqualTo("2");
        var district = keeper.get(FIGURES + "2015/district." + REGION + "/visits").expect(200);
        assertThat(district.json().at("/items")).hasSize(2);
        keeper.get(FIGURES + "2015/officer." + officer + "/visits").expect(200);
        keeper.get(FIGURES + "2015/nothing/visits").expect(404);
        keeper.get(FIGURES + "2014").expect(404);
        DemoPeople.at(port).as("clerk").get(FIGURES + "2015").expect(403);

        try (var window = DeskWindow.of("keeper", port)) {
            for (var address :
                    List.of(
                            "/desk/inspections/figures",
                            "/desk/inspections/figures?year=2015",
                            "/desk/inspections/figures/visits?year=2015&figure=all")) {
                var page = window.open(address);
                assertThat(Axe.findings(page)).as(address).isEmpty();
                var name = "inspections-figures-" + address.replaceAll("\\W+", "-");
                Browser.photograph(page, name);
                page.setViewportSize(Browser.NARROW, 800);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(address)
                        .isLessThanOrEqualTo(Browser.NARROW);
                Browser.photograph(page, name + "-narrow");
                page.setViewportSize(Browser.WIDE, 800);
            }
            assertThat(window.complaints()).isEmpty();
        }
        var csv =
                DeskClient.at(port)
                        .signIn("auditor", DemoPeople.PASSWORD)
                        .download("/desk/inspections/figures/visits.csv?year=2015&figure=checked");
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("统计企业1");
        database.sql("UPDATE inspection_unit SET left_on = '2021-07-30' WHERE region = ?")
                .param(REGION)
                .update();
    }

    private long agency() {
        return organization.agencies().getFirst().id().value();
    }

    private long unit(int number) {
        return database.sql(
                        """
                        INSERT INTO inspection_unit (agency_id, name, credit_code, address, region, industry,
                            permit_class, supervision_class, risk_class, credit, state, entered_on, created_at)
                        VALUES (?, ?, ?, '统计路', ?, '1440', 'KEY', 'KEY', 'B', 'NONE', 'OPERATING', '2014-01-01',
                            now()) RETURNING id
                        """)
                .params(agency(), "统计企业" + number, "9164990%011d".formatted(900 + number), REGION)
                .query(Long.class)
                .single();
    }

    private long officer() {
        return database.sql("SELECT min(id) FROM inspection_officer").query(Long.class).single();
    }

    private void task(
            long unit,
            int visit,
            String state,
            @Nullable LocalDate ended,
            long officer,
            String released) {
        var task =
                database.sql(
                                """
                                INSERT INTO inspection_task (agency_id, number, source, draw_seq, visit, unit_id, item_id,
                                    release_on, due_on, state, ended_on, result, created_at)
                                VALUES (:agency, :number, 'DRAWN', 990001, :visit, :unit,
                                    (SELECT min(id) FROM inspection_item), :released::date, :released::date + 60, :state,
                                    :ended, :result, now()) RETURNING id
                                """)
                        .param("agency", agency())
                        .param("number", "JC-2015-9000" + visit)
                        .param("visit", visit)
                        .param("unit", unit)
                        .param("released", released)
                        .param("state", state)
                        .param("ended", ended)
                        .param("result", ended == null ? null : "no-problem")
                        .query(Long.class)
                        .single();
        database.sql(
                        "INSERT INTO inspection_task_officer (task_id, officer_id, joined_at) VALUES"
                                + " (?, ?, now())")
                .params(task, officer)
                .update();
    }
}
