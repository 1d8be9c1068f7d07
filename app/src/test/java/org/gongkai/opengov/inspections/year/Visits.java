package org.gongkai.opengov.inspections.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import tools.jackson.databind.JsonNode;

/**
 * The officers on their way (执法人员检查): one record by hand on a telephone, the others as they come.
 */
final class Visits {
    private static final String TASKS = "/api/v1/inspections/tasks";

    private Visits() {}

    /** The visits of a draw that are still to be made; the list alone names no unit and no team. */
    static List<JsonNode> open(ApiClient keeper, long draw) {
        var open = new ArrayList<JsonNode>();
        keeper.get(TASKS + "?draw=" + draw + "&state=open&limit=200")
                .expect(200)
                .at("/items")
                .forEach(it -> open.add(keeper.get(TASKS + "/" + it.at("/id").asLong()).json()));
        return open;
    }

    static List<String> team(JsonNode task) {
        var names = new ArrayList<String>();
        task.at("/team").forEach(it -> names.add(it.at("/name").asString()));
        return names;
    }

    /** Makes this visit on this day. */
    static void record(DemoPeople people, JsonNode task, LocalDate on) {
        var team = team(task);
        assertThat(team).as(task.toString()).hasSizeGreaterThanOrEqualTo(2);
        people.as(YearAgency.officerNamed(team.getFirst()))
                .post(
                        TASKS + "/" + task.at("/id").asLong() + "/record",
                        Map.of(
                                "clientId",
                                UUID.randomUUID().toString(),
                                "base",
                                0,
                                "finished",
                                true,
                                "fields",
                                Map.of(
                                        "arrived", List.of(on + "T09:10"),
                                        "left", List.of(on + "T09:50"),
                                        "noticeGiven", List.of("yes"),
                                        "certificatesShown", List.of("yes"),
                                        "findings", List.of("设施运行正常，台账齐全。"),
                                        "result", List.of("no-problem"),
                                        "signatures", List.of(String.join("\n", team)),
                                        "presentName", List.of("王某"))))
                .expect(200);
    }

    /** The same on the form, with a thumb. */
    static void recordOnTheTelephone(int port, JsonNode task, LocalDate on) {
        var team = team(task);
        try (var window = Browser.openNarrow()) {
            var page = window.newPage();
            var base = "http://127.0.0.1:" + port;
            DeskWindow.signIn(page, base, YearAgency.officerNamed(team.getFirst()));
            page.navigate(base + "/desk/inspections/field/today");
            Looked.pictured(page, "field-today");
            page.locator("[data-task='" + task.at("/id").asLong() + "'] a.button").click();
            page.waitForSelector("[data-field-state][data-begun=yes]");
            fill(page, team, on);
            Looked.pictured(page, "field-record");
            var finish = new Page.GetByRoleOptions().setName("完成检查").setExact(true);
            page.getByRole(AriaRole.BUTTON, finish).click();
            page.waitForCondition(() -> checked(port, task.at("/id").asLong()));
        }
    }

    private static void fill(Page page, List<String> team, LocalDate on) {
        page.fill("#arrived", on + "T09:10");
        page.check("#noticeGiven");
        page.check("#certificatesShown");
        page.fill("#findings", "设施运行正常，台账齐全。");
        page.check("[name=result][value=no-problem]");
        page.fill("#left", on + "T09:50");
        page.fill("#signatures", String.join("\n", team));
        page.fill("#presentName", "王某");
    }

    private static boolean checked(int port, long task) {
        return DemoPeople.at(port)
                .as(YearAgency.KEEPER)
                .get(TASKS + "/" + task)
                .expect(200)
                .text("/state")
                .equals("checked");
    }
}
