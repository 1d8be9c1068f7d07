package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requests.RequestSamples;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
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

    @Test
    void canBeAskedAndTrackedByKeyboardAloneWithoutScripts() {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, false)) {
            var page = window.newPage();
            page.navigate(base() + "/requests/new");
            rolesAndNames(page);
            tabTo(page, "#matters");
            page.keyboard().type("某河断面2021年上半年的监测数据");
            choose(page, "#form", 1);
            choose(page, "#delivery", 0);
            choose(page, "#applicantClass", 0);
            tabTo(page, "#name");
            page.keyboard().type("欧阳明月");
            choose(page, "#identityKind", 0);
            tabTo(page, "#identityNumber");
            page.keyboard().type("11010519491231002X");
            tabTo(page, "#phone");
            page.keyboard().type("0951-7654321");
            tabTo(page, "button[value=check]");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, named("核对申请"))).isVisible();
            assertThat(page.locator("main")).containsText("某河断面2021年上半年的监测数据");
            tabTo(page, "button[value=send]");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, named("申请已提交"))).isVisible();
            var number = page.locator(".keep").innerText();
            var secret = page.locator("dd .number").innerText();

            tabTo(page, "main a[href='/requests/track']");
            page.keyboard().press("Enter");
            page.waitForURL("**/requests/track");
            tabTo(page, "#number");
            page.keyboard().type(number);
            page.keyboard().press("Tab");
            page.keyboard().type(secret);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, named("申请" + number))).isVisible();
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("申请已经到达");
            assertThat(page.getByRole(AriaRole.REGION, region("答复期限是怎样计算的"))).isVisible();
            tabTo(page, "#message");
            page.keyboard().type("请打电话确认");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.REGION, region("与办理机关往来"))).containsText("请打电话确认");
        }
    }

    /** What a screen reader says of the form: each field by its role, its name and its group. */
    private static void rolesAndNames(Page page) {
        for (var name :
                List.of(
                        "请填写所需信息的名称、文号或者便于查找的特征描述",
                        "姓名或者单位名称",
                        "证件号码",
                        "联系电话",
                        "电子邮箱",
                        "通信地址和邮政编码")) {
            assertThat(
                            page.getByRole(
                                    AriaRole.TEXTBOX,
                                    new Page.GetByRoleOptions().setName(name).setExact(true)))
                    .hasCount(1);
        }
        for (var name : List.of("信息的形式", "获取信息的方式", "申请人类别", "身份证明")) {
            assertThat(
                            page.getByRole(
                                    AriaRole.GROUP,
                                    new Page.GetByRoleOptions().setName(name).setExact(true)))
                    .hasCount(1);
        }
        assertThat(page.getByRole(AriaRole.RADIO)).hasCount(18);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("下一步：核对")))
                .hasCount(1);
    }

    private static Page.GetByRoleOptions named(String heading) {
        return new Page.GetByRoleOptions().setName(heading).setLevel(1);
    }

    private static Page.GetByRoleOptions region(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** Goes on by the Tab key, as somebody without a mouse does. */
    private static void tabTo(Page page, String selector) {
        for (var it = 0; it < 150; it++) {
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not reached by the Tab key: " + selector);
    }

    /** The choice at this place of a group, from 0. */
    private static void choose(Page page, String group, int place) {
        tabTo(page, group);
        page.keyboard().press("Space");
        for (var it = 0; it < place; it++) {
            page.keyboard().press("ArrowDown");
        }
    }

    @Test
    void ofThirdPartiesMessagesAndLostNumbersAreInOrder() {
        var people = DemoPeople.at(port);
        var receipt =
                people.as("office")
                        .post(
                                "/api/v1/requests",
                                RequestSamples.input(Map.of("channel", "in-person")))
                        .expect(201);
        var id = receipt.text("/id");
        people.as("office")
                .post(
                        "/api/v1/requests/" + id + "/events",
                        Map.of("type", "third-party-asked", "party", "甲公司", "note", "商业秘密"))
                .expect(200);
        people.as("office")
                .post("/api/v1/requests/" + id + "/messages", Map.of("message", "请补充企业名称"))
                .expect(201);
        var claim =
                people.as("office")
                        .post(
                                "/api/v1/request-claims",
                                Map.of(
                                        "kind", "inaction-complaint",
                                        "name", "欧阳明月",
                                        "identityKind", "id-card",
                                        "identityNumber", RequestSamples.NUMBER,
                                        "phone", "0951-7654321",
                                        "about", "市政府办公室转来的投诉"))
                        .expect(201)
                        .text("/id");
        String code;
        String claimNumber;
        String claimSecret;
        try (var office = DeskWindow.of("office", port)) {
            var page = office.page();
            page.navigate(base() + "/desk/requests/" + id + "/messages");
            check.look(page, "desk request messages");
            page.navigate(base() + "/desk/request-claims/" + claim);
            check.look(page, "desk request claim");
            page.locator("#secretReason").fill("窗口核对身份证");
            press(page, "secret");
            check.look(page, "desk request claim followed");
            claimNumber = page.locator("#secret-title ~ p b").first().innerText();
            claimSecret = page.locator("#secret-title ~ p b").last().innerText();
            page.navigate(base() + "/desk/request-claims/" + claim + "/letters/new?end=upheld");
            check.look(page, "desk request claim letter fields");
            page.locator("#reasons").fill("已于8月2日公开。");
            press(page, "letters");
            check.look(page, "desk request claim letter");
            page.navigate(base() + "/desk/request-claims/new");
            check.look(page, "desk request claim new");
            page.navigate(base() + "/desk/requests/hints");
            check.look(page, "desk requests hints");
            page.navigate(base() + "/desk/requests/lost");
            check.look(page, "desk requests lost");
            page.navigate(base() + "/desk/requests/" + id + "/opinions");
            check.look(page, "desk request opinions");
            page.getByLabel("甲公司").check();
            page.locator("#shown").fill("甲公司2020年环境影响评价批复（投资额已遮盖）");
            press(page, "opinions");
            check.look(page, "desk request opinion link");
            code = page.locator(".keep").innerText();
        }
        try (var window = Browser.open()) {
            var page = window.newPage();
            page.navigate(base() + "/requests/opinion");
            check.look(page, "requests opinion code");
            page.navigate(base() + "/requests/opinion/" + code);
            check.look(page, "requests opinion");
            page.getByLabel("同意公开", new Page.GetByLabelOptions().setExact(true)).check();
            page.locator("#name").fill("王五");
            press(page, "answer");
            check.look(page, "requests opinion given");
            page.navigate(base() + "/requests/track");
            page.locator("#number").fill(claimNumber);
            page.locator("#secret").fill(claimSecret);
            Browser.follow(page, () -> page.locator("main form button[type=submit]").click());
            assertThat(page.locator("h1")).containsText(claimNumber);
            check.look(page, "requests claim followed");
        }
        assertThat(check.wrong()).isEmpty();
    }

    private void handle(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = office.page();
            page.navigate(base() + "/desk/requests");
            check.look(page, "desk requests");
            page.navigate(base() + "/desk/requests/new");
            check.look(page, "desk requests new");
            page.navigate(base() + "/desk/requests/redatings");
            check.look(page, "desk redatings");
            page.navigate(base() + "/desk/requests?q=" + number + "&state=all");
            Browser.follow(page, () -> page.locator("tbody a").first().click());
            check.look(page, "desk request arrived");
            page.locator("#confirmed-way").fill("电话");
            press(page, "confirmed");
            check.look(page, "desk request received");
            write(page);
            page.locator("summary", new Page.LocatorOptions().setHasText("告知补正")).click();
            page.locator("details details:has(#correction-asked-note) > summary").click();
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

    /** Decides the one matter and begins a letter, then goes back to the request. */
    private void write(Page page) {
        var request = page.url().replaceAll("\\?.*", "");
        page.navigate(request + "/matters/1");
        check.look(page, "desk request matter");
        page.navigate(request + "/matters/1?answers=nnnnnnnnnnyn");
        page.locator("#search").fill("检索了2018年至2021年的档案目录，没有找到。");
        press(page, "decision");
        check.look(page, "desk request matter decided");
        page.navigate(request + "/letters/new?kind=correction-notice");
        check.look(page, "desk request letter fields");
        page.locator("#unclear").fill("没有写明是哪一年。");
        page.locator("#to-correct").fill("写明年份。");
        page.locator("#term").fill("2021-08-13");
        press(page, "letters");
        var words = page.locator("#words").inputValue();
        page.locator("#words").fill(words.replace("经审查", "经仔细审查"));
        press(page, "text");
        assertThat(page.locator("#changed-title")).isVisible();
        check.look(page, "desk request letter");
        page.navigate(base() + "/desk/request-letter-office");
        check.look(page, "desk request letter office");
        page.navigate(request);
        check.look(page, "desk request with letter");
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
