package org.gongkai.opengov.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

@DemoAgencyTest
@DisplayName("Pages of remediation: narrow and wide, for elders too (环境整治页面)")
class RemediationPagesTests {
    @LocalServerPort int port;

    @Test
    void areInOrderForEverybody() throws IOException {
        var world = new RemediationWorld(port);
        var id = whole(world);
        var number = world.numberOf(id);
        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
                var page = window.newPage();
                look(page, "/remediation", "public-list-" + width);
                look(page, "/remediation/" + number, "public-project-" + width);
                look(
                        page,
                        "/remediation?medium=air&year=2021&state=closed",
                        "public-none-" + width);
                assertThat(Browser.complaints(window)).isEmpty();
                elder(window, List.of("/remediation", "/remediation/" + number), width);
            }
        }
    }

    @Test
    void areInOrderAtTheDesk() throws IOException {
        var world = new RemediationWorld(port);
        var id = whole(world);
        world.stage(id, "progress", "2021-06-30", "");
        var desk = "/desk/remediation/" + id;
        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
                var page = window.newPage();
                DeskWindow.signIn(page, base(), "clerk2");
                look(page, "/desk/remediation", "list-" + width);
                look(page, desk, "project-" + width);
                look(page, "/desk/remediation/new", "form-" + width);
                look(page, desk + "/measures", "measures-" + width);
                look(page, desk + "/stages/1/change", "stage-" + width);
                look(page, desk + "/extend", "extend-" + width);
                look(page, desk + "/end", "end-" + width);
                look(page, desk + "/pictures/new", "picture-" + width);
                look(page, "/desk/remediation/gaps", "gaps-" + width);
                look(page, "/desk/remediation/stages", "stages-" + width);
            }
            try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
                var page = window.newPage();
                DeskWindow.signIn(page, base(), "office");
                look(page, desk, "release-" + width);
                look(page, "/desk/remediation/stages", "stages-office-" + width);
            }
        }
    }

    /** A project with something in every part, open and released. */
    private long whole(RemediationWorld world) throws IOException {
        var id = world.open("四号干沟入黄口综合整治");
        var path = RemediationWorld.PROJECTS + "/" + id;
        world.people
                .as("clerk2")
                .put(
                        path + "/measures",
                        Map.of(
                                "measures",
                                List.of(
                                        Map.of(
                                                "name", "截污管网",
                                                "unit", "公里",
                                                "direction", "at-least",
                                                "target", 12,
                                                "reached", 7.5,
                                                "asOf", "2021-06-30"),
                                        Map.of(
                                                "name", "入黄口断面氨氮",
                                                "unit", "mg/L",
                                                "direction", "at-most",
                                                "target", 1.5))))
                .expect(200);
        for (var when : List.of("before", "after")) {
            world.people
                    .as("clerk2")
                    .upload(
                            path + "/pictures",
                            when + ".png",
                            new ClassPathResource("demo/remediation/outlet-" + when + ".png")
                                    .getContentAsByteArray(),
                            Map.of(
                                    "when",
                                    when,
                                    "place",
                                    "3号混接排口",
                                    "takenOn",
                                    when.equals("before") ? "2021-03-02" : "2021-07-20",
                                    "alt",
                                    "示意图：排口和干沟"))
                    .expect(201);
        }
        world.people
                .as("clerk2")
                .post(
                        path + "/extensions",
                        Map.of(
                                "until", "2021-12-31",
                                "reason", "汛期不能施工",
                                "basis", "银生环函〔2021〕30号",
                                "allowedOn", "2021-07-20"))
                .expect(201);
        world.stage(id, "plan", "2021-06-30", "");
        world.release("head2", id).expect(200);
        return id;
    }

    /** As the reading bar sets it: an attribute of the root (ADR 0131). */
    private void elder(BrowserContext window, List<String> paths, int width) {
        var page = window.newPage();
        for (var path : paths) {
            page.navigate(base() + path);
            page.evaluate("document.documentElement.dataset.edition = 'elder'");
            check(page, path, "elder" + path.replaceAll("\\W+", "-") + "-" + width);
        }
    }

    private void look(Page page, String path, String name) {
        page.navigate(base() + path);
        check(page, path, name);
    }

    private void check(Page page, String path, String name) {
        Browser.photograph(page, "remediation-" + name);
        assertThat(Axe.findings(page)).as(path + " " + name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(path + " " + name)
                .isEqualTo(true);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
