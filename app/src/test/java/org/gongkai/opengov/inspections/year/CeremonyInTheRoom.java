package org.gongkai.opengov.inspections.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.TestClock;

/**
 * A draw as it is held in a room (抽取现场): the keeper at the desk, the page of the room on the
 * beamer, a witness with a telephone, two people who type what was printed.
 */
final class CeremonyInTheRoom {
    private static final String WITNESS = "样例市司法局";

    private final int port;
    private final TestClock clock;
    private final Ceremony ceremony;

    /** The witness's link and number; the witness alone keeps them. */
    private String link = "";

    private String nonce = "";

    CeremonyInTheRoom(int port, TestClock clock, Ceremony ceremony) {
        this.port = port;
        this.clock = clock;
        this.ceremony = ceremony;
    }

    /** As far as the numbers; others announce and freeze meanwhile. */
    void begin() {
        clock.set(ceremony.day() + "T09:00:00+08:00");
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            announce(keeper);
            handOutTheLink(keeper);
            commit();
            freeze(keeper);
            openTheNumber();
        }
    }

    /** From the numbers to the result. */
    void end() {
        clock.set(ceremony.day() + "T21:40:00+08:00");
        type(YearAgency.KEEPER, "等待另一人独立录入");
        type(YearAgency.OFFICE, "已取数并写入透明日志");
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            draw(keeper);
        }
    }

    private void announce(DeskWindow keeper) {
        var page = keeper.open("/desk/inspections/draws");
        Looked.at(page, "draws");
        var due =
                page.locator("tr", new Page.LocatorOptions().setHasText(ceremony.line()))
                        .filter(new Locator.FilterOptions().setHasText("第一季度"));
        Browser.follow(page, () -> due.locator("a.button").click());
        assertThat(page.inputValue("#title")).isEqualTo(ceremony.title());
        page.selectOption("#game-0", "kl8");
        page.fill("#issue-0", ceremony.issue());
        page.fill("#at-0", ceremony.evening());
        page.fill("#witnesses", WITNESS + "\n市民代表");
        page.fill("#checkFrom", ceremony.checkFrom().toString());
        page.fill("#checkTo", ceremony.checkTo().toString());
        page.fill("#revealBy", ceremony.revealBy().toString());
        Looked.at(page, "draw-new");
        keeper.press("公告");
        said(page, "已公告并写入透明日志");
        ceremony.numbered(Long.parseLong(keeper.path().replaceAll(".*/(\\d+)\\?.*", "$1")));
        Looked.at(page, "draw-announced");
    }

    private void handOutTheLink(DeskWindow keeper) {
        var page = keeper.page();
        Browser.follow(
                page,
                () -> page.click("form[action$='/witnesses/witness-1/link'] button[type=submit]"));
        Looked.at(page, "witness-link");
        link = page.locator("dl.summary-list dd").first().textContent().strip();
    }

    private void commit() {
        try (var window = Browser.openNarrow()) {
            var page = window.newPage();
            page.navigate(here(link));
            assertThat(page.locator("h1").textContent()).contains(WITNESS);
            page.locator("[data-make] button").click();
            page.waitForSelector("[data-made]");
            nonce = page.locator("[data-nonce]").textContent().strip();
            assertThat(page.inputValue("#commitment")).matches("[0-9a-f]{64}").isNotEqualTo(nonce);
            Looked.at(page, "witness-commit");
            Browser.follow(page, () -> page.click("form[action$='/commit'] button"));
            said(page, "承诺已收到");
        }
    }

    private void freeze(DeskWindow keeper) {
        var page = keeper.open(address());
        keeper.press("冻结名录");
        said(page, "名录已冻结");
        Looked.at(page, "draw-frozen");
        keeper.follow("打开现场页面");
        said(page, "市民代表");
        Looked.at(page, "ceremony");
    }

    private void openTheNumber() {
        try (var window = Browser.openNarrow()) {
            var page = window.newPage();
            page.navigate(here(link));
            page.fill("#nonce", nonce);
            Looked.at(page, "witness-open");
            Browser.follow(page, () -> page.click("form[action$='/open'] button"));
            said(page, "随机数已公开");
        }
    }

    private void type(String who, String outcome) {
        try (var typist = DeskWindow.of(who, port)) {
            var page = typist.open(address());
            page.fill("#issue-1", ceremony.issue());
            page.fill("#group-1-1", ceremony.typed());
            typist.press("录入公开随机数");
            said(page, outcome);
        }
    }

    private void draw(DeskWindow keeper) {
        var page = keeper.open(address());
        Looked.at(page, "draw-sources-in");
        keeper.press("抽取");
        page.waitForCondition(
                () -> {
                    page.navigate(here(address()));
                    return page.locator("#result-title").count() > 0;
                });
        Looked.at(page, "draw-drawn");
        keeper.open(address() + "/ceremony");
        Looked.at(page, "ceremony-drawn");
    }

    private String address() {
        return "/desk/inspections/draws/" + ceremony.seq();
    }

    private String here(String address) {
        return "http://127.0.0.1:" + port + address.replaceFirst("^https?://[^/]+", "");
    }

    private static void said(Page page, String words) {
        assertThat(page.locator("main").textContent()).contains(words);
    }
}
