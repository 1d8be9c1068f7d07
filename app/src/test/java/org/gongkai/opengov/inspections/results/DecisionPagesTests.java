package org.gongkai.opengov.inspections.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.gongkai.platform.files.SheetTable;
import org.gongkai.platform.organization.Organization;
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
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("The lists of decisions and rulings (决定公开与撤下台账)")
class DecisionPagesTests {
    private static final String DECISIONS = "/desk/inspections/decisions";
    private static final String RULINGS = DECISIONS + "/rulings";
    private static final String TASK = "JC-2021-00881";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired Organization organization;

    @BeforeEach
    void anInspectionWithFortyDecisions() {
        var keeper = DemoPeople.at(port).as("keeper");
        if (task() > 0) {
            for (var number = 1; number <= 40; number++) {
                keeper.post(
                                "/api/v1/inspections/decisions",
                                Map.of(
                                        "task",
                                        TASK,
                                        "kind",
                                        number % 2 == 0 ? "licence" : "penalty",
                                        "number",
                                        "样环罚〔2021〕8%02d号".formatted(number),
                                        "decidedOn",
                                        "2021-07-1" + number % 3))
                        .expect(201);
            }
        }
    }

    @Test
    void areNarrowedPagedAndTakenAlong() throws Exception {
        var auditor = DeskClient.at(port).signIn("auditor", DemoPeople.PASSWORD);
        var all = "?words=" + URLEncoder.encode("样环罚〔2021〕8", StandardCharsets.UTF_8);
        var asked = all + "&of=penalty";
        assertThat(auditor.open(DECISIONS + asked).expect(200).text()).contains("共20条");
        assertThat(auditor.open(DECISIONS + all).page().select("tbody tr")).hasSize(30);
        assertThat(auditor.open(DECISIONS + all + "&page=2").page().select("tbody tr")).hasSize(10);
        assertThat(auditor.open(DECISIONS + all + "&timeliness=in-time").text()).contains("没有记录");
        auditor.open(DECISIONS + "?timeliness=soon").expect(404);

        var csv = auditor.download(DECISIONS + "/export.csv" + asked);
        assertThat(new String(csv, StandardCharsets.UTF_8).lines()).hasSize(21);
        var workbook = SheetTable.read(auditor.download(DECISIONS + "/export.xlsx" + asked), 100);
        assertThat(workbook.getFirst().cells()).startsWith("决定文号", "决定种类");
        assertThat(workbook).hasSize(21);
        auditor.download(RULINGS + "/export.xlsx");
        var office = DemoPeople.at(port).as("keeper");
        var part =
                office.get("/api/v1/inspections/decisions" + all + "&kind=licence&limit=7")
                        .expect(200);
        assertThat(part.at("/items")).hasSize(7);
        assertThat(part.text("/next")).isNotEmpty();
        office.get("/api/v1/inspections/decisions?kind=letter").expect(422);
    }

    @Test
    void leadFromEachFaultToItsOwnField() {
        try (var keeper = DeskWindow.of("keeper", port)) {
            var page = keeper.open(DECISIONS);
            keeper.press("登记决定");
            leads(page, "task", "kind", "number", "decidedOn");
            look(page, "decisions");
            var line = page.locator("form.in-table").first();
            var field = line.locator("input[name=indexNumber]").getAttribute("id");
            line.locator("input[name=indexNumber]").fill("640100-113/1999-00001");
            Browser.follow(page, () -> line.locator("button").click());
            leads(page, field);
            assertThat(page.inputValue("[id='" + field + "']")).isEqualTo("640100-113/1999-00001");
            look(page, "decisions-publication");

            keeper.open(RULINGS);
            keeper.press("登记撤下依据");
            leads(page, "task", "kind", "ruledOn", "reasons");
            look(page, "rulings");
        }
    }

    private static void leads(Page page, String... fields) {
        var summary = page.locator(".error-summary a");
        for (var field : fields) {
            assertThat(page.locator("[id='" + field + "']").count()).as(field).isEqualTo(1);
            assertThat(page.locator("[id='" + field + "-problem']").count()).as(field).isEqualTo(1);
        }
        assertThat(summary.evaluateAll("all => all.map(it => it.hash.slice(1)).join()"))
                .asString()
                .contains(fields);
    }

    private static void look(Page page, String name) {
        assertThat(Axe.findings(page)).as(name).isEmpty();
        Browser.photograph(page, "inspections-" + name);
        page.setViewportSize(Browser.NARROW, 800);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(Browser.NARROW);
        Browser.photograph(page, "inspections-" + name + "-narrow");
        page.setViewportSize(Browser.WIDE, 800);
    }

    /** An inspection that has ended; nothing where it is there already. */
    private int task() {
        return database.sql(
                        """
                        INSERT INTO inspection_task (agency_id, number, source, draw_seq, visit, unit_id, item_id,
                            release_on, due_on, state, ended_on, result, created_at)
                        SELECT :agency, :number, 'DRAWN', 990881, 1, min(u.id), min(i.id), DATE '2021-07-01',
                            DATE '2021-07-30', 'CHECKED', DATE '2021-07-09', 'no-problem', now()
                        FROM inspection_unit u, inspection_item i
                        WHERE NOT EXISTS (SELECT FROM inspection_task WHERE number = :number)
                        HAVING count(*) > 0
                        """)
                .param("agency", organization.agencies().getFirst().id().value())
                .param("number", TASK)
                .update();
    }
}
