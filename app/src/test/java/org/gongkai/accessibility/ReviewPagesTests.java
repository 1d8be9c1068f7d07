package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk's pages of review, clocks and purge, each in the state in which it has most to show. */
@DemoAgencyTest
@DisplayName("Pages of review and clocks (无障碍): WCAG 2.2 AA and best practice, wide and narrow")
class ReviewPagesTests {
    @LocalServerPort int port;
    @Autowired TestDatabase testDatabase;
    @Autowired TestClock clock;

    private final List<String> wrong = new ArrayList<>();

    @Test
    void areInOrder() throws IOException {
        var people = DemoPeople.at(port);
        var id = people.submitted(DemoPeople.notice("纸质签署页面", "<p>正文。</p>"));
        people.sign("head", id).expect(200);
        people.sign("secrecy", id).expect(200);
        var form =
                DeskClient.at(port)
                        .signIn("clerk", DemoPeople.PASSWORD)
                        .download("/desk/documents/" + id + "/review-form.pdf");
        var scan =
                people.as("clerk")
                        .upload("/api/v1/files", "审核表.pdf", form, Map.of())
                        .expect(201)
                        .text("/sha256");
        people.step("clerk", id, "scan-in", Map.of("scan", scan, "signer", "leader")).expect(200);
        var kept = kept(people);
        var urgent = DemoPeople.notice("紧急待签", "<p>正文。</p>");
        urgent.put("emergency", true);
        people.submitted(urgent);

        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "office");
            look(page, "/desk/documents/" + id);
            look(page, "/desk/documents/" + id + "/paper");
            look(page, "/desk/publication-clock");
            look(page, "/desk/publication-clock?standing=published-late");
            look(page, "/desk/assessments");
            look(page, "/desk/documents/" + kept + "/steps/assess");
        }
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "clerk");
            look(page, "/desk/documents/" + id + "/paper");
        }
        var spilled = people.draft(DemoPeople.notice("误传", "<p>正文。</p>"));
        JdbcClient.create(testDatabase.owner())
                .sql("INSERT INTO backup_made (file, taken_at) VALUES ('/backup/a.zip', ?)")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        people.step("office", spilled, "purge", Map.of("ground", "误传涉密内容")).expect(200);
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "secrecy");
            look(page, "/desk/documents/" + spilled + "/steps/purge");
        }
        people.step("secrecy", spilled, "purge", Map.of("ground", "属实")).expect(204);
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "operator");
            look(page, "/desk/purges");
            look(page, "/desk/review-routes");
            look(page, "/desk/review-routes/news");
            look(page, "/desk/review-routes/all");
        }
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, "http://127.0.0.1:" + port, "head");
            look(page, "/desk/review");
        }

        assertThat(wrong).isEmpty();
    }

    private static String kept(DemoPeople people) {
        var draft = DemoPeople.notice("不公开的规程", "<p>正文。</p>");
        draft.put("attribute", "不予公开");
        draft.put("legalGround", "《政府信息公开条例》第十六条第一款");
        draft.remove("article20Item");
        var id = people.approved(draft);
        people.step("office", id, "keep", Map.of()).expect(200);
        return id;
    }

    private void look(Page page, String path) {
        assertThat(page.navigate("http://127.0.0.1:" + port + path).status())
                .as(path)
                .isEqualTo(200);
        var name =
                "review" + path.replaceAll("[0-9a-f-]{36}", "x").replaceAll("[^A-Za-z0-9]+", "-");
        for (int width : List.of(Browser.WIDE, Browser.NARROW)) {
            page.setViewportSize(width, 900);
            Browser.photograph(page, name + "-" + width);
            var wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (wide > width) {
                wrong.add(path + " scrolls sideways at " + width + ": " + wide);
            }
            Axe.findings(page).forEach(it -> wrong.add(path + " at " + width + ": " + it));
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Axe.findings(page).forEach(it -> wrong.add(path + " dark: " + it));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(Browser.WIDE, 900);
    }
}
