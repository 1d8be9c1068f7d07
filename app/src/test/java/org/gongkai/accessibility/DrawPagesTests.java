package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.inspections.draws.DrawCeremony;
import org.gongkai.platform.commitments.Suite;
import org.gongkai.platform.draw.RevealSource;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages of draws, each in the state in which it has most to show. */
@DemoAgencyTest
@DisplayName("Pages of draws (随机抽取页面): WCAG 2.2 AA and best practice, wide and narrow")
class DrawPagesTests {
    private static final String DESK = "/desk/inspections/draws";

    @LocalServerPort int port;
    @Autowired TestClock clock;

    private final PageCheck check = new PageCheck();

    @Test
    void areInOrder() {
        var announced =
                DrawCeremony.open(port, clock, 4)
                        .with("witnesses", List.of("银川市司法局", "市民代表"))
                        .announce();
        var link = announced.step("witnesses/witness-1/link", Map.of()).expect(201).text("/code");
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, base(), "keeper");
            look(page, DESK);
            look(page, DESK + "/new");
            look(page, DESK + "/" + announced.seq());
            look(page, DESK + "/" + announced.seq() + "/ceremony");
            look(page, DESK + "/settings");
            look(page, "/draws/witness");
            look(page, "/draws/witness/" + link);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("在我的浏览器里生成随机数"))
                    .click();
            assertThat(page.locator("[name=commitment]").inputValue())
                    .isEqualTo(commitment(announced, page.locator("[data-nonce]").textContent()));
            check.look(page, "witness-made");
        }
        var drawn = DrawCeremony.open(port, clock, 4).announce().freeze();
        drawn.at("2021-07-30T21:40:00+08:00");
        try (var window = Browser.open()) {
            var page = window.newPage();
            DeskWindow.signIn(page, base(), "keeper");
            look(page, DESK + "/" + drawn.seq());
            drawn.numbers().draw();
            look(page, DESK + "/" + drawn.seq());
            look(page, DESK + "/" + drawn.seq() + "/ceremony");
            drawn.step(
                            "amend",
                            Map.of(
                                    "op", "replace_officer",
                                    "visit", 0,
                                    "seat", 1,
                                    "reason", "ill",
                                    "words", "住院，有诊断证明"))
                    .expect(201);
            look(page, DESK + "/" + drawn.seq() + "/visits");
            look(page, "/draws");
            look(page, "/draws/statistics");
            look(page, drawn.publicPath().substring("/api/v1/public".length()));
        }
        assertThat(check.wrong()).isEmpty();
    }

    private static String commitment(DrawCeremony ceremony, String nonce) {
        return HexFormat.of()
                .formatHex(
                        RevealSource.commit(
                                Suite.SM3,
                                ceremony.read().text("/draw"),
                                "witness-1",
                                HexFormat.of().parseHex(nonce.replace(" ", ""))));
    }

    private void look(Page page, String path) {
        page.navigate(base() + path);
        check.look(page, path);
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
