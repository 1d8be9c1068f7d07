package org.gongkai.opengov.inspections.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.files.ImageSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("A day without a network (离线检查): kept, sent later, nothing lost and nothing twice")
class FieldOfflineTests {
    private static final String TODAY = "/desk/inspections/field/today";

    private static final String KEPT =
            "async () => (await (await caches.open('gongkai-field')).keys()).map(it => it.url)"
                    + ".join(' ') + Boolean(navigator.serviceWorker.controller)";

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @TempDir Path profile;

    private DemoPeople people;

    @BeforeEach
    void people() {
        people = DemoPeople.at(port);
    }

    @Test
    void survivesAClosedBrowserAndArrivesOnce() {
        var ids = List.of(task("91640105MA7XD0094D"), task("91640181MA7XD01075"));
        try (var window = Browser.openProfile(profile, Browser.NARROW)) {
            var page = signedIn(window, "officer");
            page.navigate(address(TODAY));
            page.waitForSelector("[data-field-state][data-pages]");
            assertThat(page.getAttribute("[data-field-state]", "data-trouble")).isNull();
            assertThat(page.getAttribute("[data-field-state]", "data-pages")).isEqualTo("yes");
            assertThat(page.evaluate(KEPT)).asString().contains("/field/" + ids.getFirst());
            Browser.photograph(page, "inspections-field-today");
            window.setOffline(true);
            for (var id : ids) {
                page.navigate(address("/desk/inspections/field/" + id));
                page.waitForSelector("[data-field-state][data-begun=yes]");
                photograph(page);
                fill(page);
                page.getByRole(AriaRole.BUTTON, named("完成检查")).click();
                // A picture and a record of each.
                page.waitForFunction(
                        "kept => document.querySelector('[data-field-said]').textContent.match(/\\d+/)?.[0] === kept",
                        "" + 2 * (ids.indexOf(id) + 1));
            }
            Browser.photograph(page, "inspections-field-kept");
        }
        assertThat(saves(ids)).isZero();

        try (var window = Browser.openProfile(profile, Browser.NARROW)) {
            window.setOffline(true);
            var page = window.newPage();
            page.navigate(address(TODAY));
            page.waitForSelector("[data-field-state][data-begun=yes]");
            assertThat(page.locator("main").innerText()).contains("保存在本机");
            window.setOffline(false);
            // The session went with the browser; what waits is sent after its owner has signed in.
            page.navigate(address("/desk/login"));
            signIn(page, "officer");
            page.navigate(address(TODAY));
            page.waitForCondition(() -> finished(ids) == 2);
            page.waitForFunction(
                    "() => document.querySelector('[data-field-send]').hidden &&"
                            + " document.querySelector('[data-field-state]').dataset.pages === 'yes'");
            assertThat(saves(ids)).isEqualTo(2);
            assertThat(photos(ids)).isEqualTo(2);

            // Looked for once more: nothing is sent twice.
            page.reload();
            page.waitForSelector("[data-field-state][data-pages=yes]");
            assertThat(saves(ids)).isEqualTo(2);
            page.getByRole(AriaRole.BUTTON, named("退出登录")).click();
            page.waitForURL("**/desk/login*");
            assertThat(page.evaluate("async () => (await caches.keys()).length")).isEqualTo(0);
        }
    }

    @Test
    void areFormsWithoutScriptsAndReadableByEverybody() {
        var id = task("91640122MA7XD0115H");
        try (var window = Browser.openNarrow()) {
            var page = signedIn(window, "officer");
            for (var path :
                    List.of(
                            TODAY,
                            "/desk/inspections/field/" + id,
                            "/desk/inspections/tasks",
                            "/desk/inspections/tasks/" + id,
                            "/desk/inspections/tasks/" + id + "/notice",
                            "/desk/inspections/results")) {
                page.navigate(address(path));
                assertThat(Axe.findings(page)).as(path).isEmpty();
                assertThat(
                                page.evaluate(
                                        "() => document.documentElement.scrollWidth <= innerWidth"))
                        .as(path)
                        .isEqualTo(true);
                Browser.photograph(page, "inspections" + path.replaceAll("[^a-z0-9]+", "-"));
            }
        }
        try (var window = Browser.open()) {
            var page = signedIn(window, "keeper");
            for (var path :
                    List.of(
                            "/desk/inspections/tasks/new",
                            "/desk/inspections/tasks/" + id,
                            "/desk/inspections/results/new",
                            "/desk/inspections/consistency",
                            "/desk/inspections/decisions",
                            "/desk/inspections/forms",
                            "/desk/inspections/forms/1")) {
                page.navigate(address(path));
                assertThat(Axe.findings(page)).as(path).isEmpty();
                Browser.photograph(page, "inspections-keeper" + path.replaceAll("[^a-z0-9]+", "-"));
            }
        }
    }

    private void fill(Page page) {
        page.fill("#arrived", "2021-07-30T08:10");
        page.check("#noticeGiven");
        page.check("#certificatesShown");
        page.check("[name='answer.permit'][value=yes]");
        page.check("[name='answer.facilities'][value=yes]");
        page.fill("#findings", "设施运行正常。");
        page.check("[name=result][value=no-problem]");
        page.fill("#left", "2021-07-30T08:50");
        page.fill("#signatures", "高志强\n苏婷");
        page.fill("#presentName", "王某");
    }

    private static void photograph(Page page) {
        page.selectOption("#question", "outlet");
        page.setInputFiles(
                "#file",
                new FilePayload("IMG_1.jpg", "image/jpeg", ImageSamples.jpegWithExif(true)));
        page.getByRole(AriaRole.BUTTON, named("添加")).click();
        page.waitForSelector("[data-field-photos] li");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private Page signedIn(BrowserContext window, String who) {
        var page = window.newPage();
        page.navigate(address("/desk/login"));
        signIn(page, who);
        return page;
    }

    private static void signIn(Page page, String who) {
        page.fill("[name=username]", who);
        page.fill("[name=password]", DemoPeople.PASSWORD);
        Browser.follow(page, () -> page.click("main button[type=submit]"));
    }

    private long task(String unit) {
        var id =
                people.as("keeper")
                        .post(
                                "/api/v1/inspections/tasks",
                                Map.of(
                                        "source", "order",
                                        "unit", unit,
                                        "item", "1",
                                        "officers", List.of("宁A-样例-0001", "宁A-样例-0002"),
                                        "reason", "上级部署的专项检查",
                                        "releaseOn", "2021-07-30",
                                        "dueOn", "2021-08-06"))
                        .expect(201)
                        .number("/id");
        people.as("leader2")
                .post("/api/v1/inspections/tasks/" + id + "/steps/approve", Map.of())
                .expect(200);
        return id;
    }

    private long saves(List<Long> ids) {
        return count("inspection_visit_save WHERE task_id IN (:ids)", ids);
    }

    private long photos(List<Long> ids) {
        return count("inspection_evidence WHERE task_id IN (:ids)", ids);
    }

    private long finished(List<Long> ids) {
        return count("inspection_task WHERE id IN (:ids) AND state = 'CHECKED'", ids);
    }

    private long count(String from, List<Long> ids) {
        return database.sql("SELECT count(*) FROM " + from)
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
