package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName(
        "Pages of a request (依申请公开): asked without scripts on a telephone, handled and followed")
class RequestPagesTests {
    @LocalServerPort int port;
    @Autowired JdbcClient database;

    private final PageCheck check = new PageCheck();

    @BeforeEach
    void aQuietHour() {
        database.sql("DELETE FROM request_try").update();
    }

    @Test
    void areInOrderFromTheFormToTheTracking() {
        try (var window = Browser.open()) {
            var page = window.newPage();
            page.navigate(base() + "/requests/new");
            check.look(page, "requests new");
            fill(page, "1.贺兰山水源地保护区划定方案\n2.东郊水源地水质月报");
            Browser.follow(page, () -> page.locator("button[value=check]").click());
            check.look(page, "requests check");
            // The work is done while the applicant reads.
            page.waitForFunction("() => document.querySelector('[name=answer]').value !== ''");
            Browser.follow(page, () -> page.locator("button[value=send]").click());
            check.look(page, "requests received");
            var number = page.locator(".keep").innerText();
            var secret = page.locator("dd .number").innerText();
            track(page, number, secret);
            check.look(page, "requests tracked");
            handle(number);
            track(page, number, secret);
            assertThat(page.locator("main")).containsText("请您补正申请");
            check.look(page, "requests tracked again");
        }
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM request_try WHERE what ="
                                                + " 'PROVED_REQUEST'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void needNoScriptOnATelephone() {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, false)) {
            var page = window.newPage();
            page.navigate(base() + "/requests/new");
            page.locator("button[value=check]").click();
            assertThat(page.locator(".error-summary")).isVisible();
            fill(page, "某企业的排污许可");
            page.locator("button[value=check]").click();
            page.locator("button[value=send]").click();
            var number = page.locator(".keep").innerText();
            var secret = page.locator("dd .number").innerText();
            track(page, number, secret);
            assertThat(page.locator("h1")).containsText(number);
        }
    }

    private void handle(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = office.page();
            page.navigate(base() + "/desk/requests");
            check.look(page, "desk requests");
            page.navigate(base() + "/desk/requests/new");
            check.look(page, "desk requests new");
            page.navigate(base() + "/desk/requests?q=" + number + "&state=all");
            Browser.follow(page, () -> page.locator("tbody a").first().click());
            check.look(page, "desk request arrived");
            page.locator("#confirmed-way").fill("电话");
            press(page, "confirmed");
            check.look(page, "desk request received");
            page.locator("summary", new Page.LocatorOptions().setHasText("告知补正")).click();
            page.locator("#correction-asked-note").fill("请写明年份");
            page.locator("#correction-asked-term").fill("2099-01-05");
            press(page, "correction-asked");
            assertThat(page.locator("main")).containsText("待补正");
            check.look(page, "desk request awaiting correction");
            page.locator("#applicant-reason").fill("电话确认");
            press(page, "applicant");
            check.look(page, "desk request applicant");
        }
    }

    private static void press(Page page, String form) {
        Browser.follow(
                page,
                () ->
                        page.locator("form[action$='/" + form + "'] button[type=submit]")
                                .first()
                                .click());
    }

    private void track(Page page, String number, String secret) {
        page.navigate(base() + "/requests/track");
        page.locator("#number").fill(number);
        page.locator("#secret").fill(secret);
        page.locator("main form button[type=submit]").click();
        page.locator("h1")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(number))
                .waitFor();
    }

    private static void fill(Page page, String matters) {
        page.locator("#matters").fill(matters);
        page.getByLabel("电子文本").check();
        page.getByLabel("当面领取").check();
        page.getByLabel("自然人").check();
        page.locator("#name").fill("张三");
        page.getByLabel("居民身份证号码").check();
        page.locator("#identityNumber").fill("11010519491231002X");
        page.locator("#phone").fill("0951-0000000");
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
