package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DeskWindow;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Opens one address, the desk's start page, and from there does what the pages offer, by the words
 * on them.
 */
@DemoAgencyTest
@DisplayName("A new officer (新任经办人) with only the screen: a paper request up to its partial answer")
class NewOfficerTests {
    @LocalServerPort int port;
    @Autowired TestClock clock;

    private final PageCheck check = new PageCheck();
    private int picture;

    @Test
    void registersAsksForCorrectionConsultsExtendsAndAnswersInPart() {
        var number = registersAPaperRequest();
        on("2021-08-02");
        asksForCorrection(number);
        on("2021-08-06");
        takesTheCorrectionIn(number);
        consultsAThirdParty(number);
        on("2021-08-09");
        recordsItsReceipt(number);
        on("2021-08-18");
        recordsItsAnswer(number);
        on("2021-08-20");
        asksForMoreTime(number);
        on("2021-09-06");
        answersInPart(number);
        assertThat(check.wrong()).isEmpty();
    }

    private String registersAPaperRequest() {
        try (var office = DeskWindow.of("office", port)) {
            var page = office.page();
            look(page, "start");
            office.follow("在办的申请");
            look(page, "list");
            office.follow("登记收到的申请");
            look(page, "take in");
            office.choose("挂号信、特快专递");
            office.fill("凭据", "特快专递1042，邮戳2021年7月29日");
            office.fill("请填写所需信息的名称、文号或者便于查找的特征描述", "某化工厂的环境影响评价批复和其中的污染物排放数据");
            office.choose("纸质");
            office.choose("邮寄");
            office.choose("自然人");
            office.fill("姓名或者单位名称", "欧阳修文");
            office.choose("其他证件号码");
            office.fill("证件号码", "E12345678");
            office.fill("联系电话", "0951-7654321");
            office.fill("通信地址和邮政编码", "兴庆区某路1号 750001");
            Browser.follow(page, () -> press(page.locator("main"), "登记"));
            assertThat(page.locator("main")).containsText("2021年8月27日");
            look(page, "taken in");
            var number = page.locator(".keep").innerText();
            office.follow("打开案件");
            look(page, "received");
            return number;
        }
    }

    private void asksForCorrection(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            // Received on Friday 30 July; the seventh working day is Tuesday 10 August.
            assertThat(step(page, "告知补正")).containsText("应当在2021年8月10日(周二)前（含当日）告知");
            record(
                    page,
                    "告知补正",
                    Map.of(
                            "哪里不明确、需要补充什么", "请写明批复的年份。",
                            "请申请人在哪一天前补正", "2021-08-16",
                            "凭据（补录必填）", "补正告知书，挂号信1043"));
            assertThat(page.locator("main")).containsText("待补正");
            look(page, "awaiting correction");
        }
    }

    private void takesTheCorrectionIn(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            record(
                    page,
                    "收到补正",
                    Map.of(
                            "申请人补正了什么", "写明年份为2019年",
                            "补正后的申请内容（没有变化的不填）", "某化工厂2019年的环境影响评价批复和其中的污染物排放数据"));
            // Twenty working days from Friday 6 August.
            assertThat(page.locator("main")).containsText("2021年9月3日");
            look(page, "corrected");
        }
    }

    private void consultsAThirdParty(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            record(
                    page,
                    "征求第三方意见",
                    Map.of(
                            "第三方名称", "某化工厂",
                            "征求意见的信息和公开可能的影响", "批复中的工艺参数，可能涉及商业秘密"));
            assertThat(page.locator("main")).containsText("征求意见中");
            look(page, "consulting");
        }
    }

    private void recordsItsReceipt(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            record(page, "第三方收到征求意见书", Map.of());
            // Fifteen working days from Monday 9 August.
            assertThat(step(page, "第三方答复")).containsText("某化工厂应当在2021年8月30日(周一)前（含当日）答复");
            look(page, "third party has it");
        }
    }

    private void recordsItsAnswer(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            record(page, "第三方答复", Map.of("第三方的意见和理由", "同意公开批复，不同意公开工艺参数，属于商业秘密"));
            // Eight working days, 9 to 18 August, were not counted: 3 September becomes the 15th.
            assertThat(page.locator("main")).containsText("2021年9月15日");
            look(page, "third party answered");
        }
    }

    private void asksForMoreTime(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            record(page, "申请延期", Map.of("延长几个工作日（最多20个）", "10", "延期的理由", "需要区分处理的页数较多"));
            look(page, "extension asked");
        }
        try (var head = DeskWindow.of("office-head", port)) {
            var page = head.page();
            assertThat(page.locator("main")).containsText("申请" + number + "请您同意延期");
            look(page, "head start");
            Browser.follow(
                    page,
                    () ->
                            page.locator(".task-list li")
                                    .filter(
                                            new Locator.FilterOptions()
                                                    .setHasText(number + "请您同意延期"))
                                    .getByRole(AriaRole.LINK)
                                    .first()
                                    .click());
            assertThat(step(page, "同意延期")).containsText("提出延长10个工作日，理由：需要区分处理的页数较多");
            record(page, "同意延期", Map.of());
            look(page, "extension approved");
        }
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            record(page, "告知延期", Map.of("凭据（补录必填）", "延期告知书，挂号信1051"));
            // Ten more, 18 and 26 September worked and 20, 21 September off.
            assertThat(page.locator("main")).containsText("2021年9月29日");
            look(page, "extended");
        }
    }

    private void answersInPart(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            record(page, "拟稿", Map.of("拟怎样答复、依据和理由", "公开批复，工艺参数属于商业秘密，区分处理"));
            look(page, "drafted");
        }
        at("office-head", number, "审核", "reviewed");
        at("principal", number, "签发", "signed");
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            step(page, "制作答复书")
                    .getByRole(AriaRole.COMBOBOX)
                    .selectOption(
                            new com.microsoft.playwright.options.SelectOption().setLabel("部分公开"));
            record(page, "制作答复书", Map.of());
            look(page, "made");
            record(page, "发出答复书", Map.of("发出方式（邮寄、电子邮件等）", "邮寄", "凭据", "特快专递1077"));
            assertThat(page.locator("main")).containsText("部分公开");
            look(page, "dispatched");
            record(page, "送达答复书", Map.of("送达方式（当面、邮寄、电子邮件等）", "邮寄", "凭据", "回执1077"));
            assertThat(page.locator("main")).containsText("已送达");
            assertThat(page.locator("main")).not().containsText("超期或者违规");
            look(page, "delivered");
        }
    }

    private void at(String who, String number, String step, String name) {
        try (var window = DeskWindow.of(who, port)) {
            var page = opens(window, number);
            record(page, step, Map.of());
            look(page, name);
        }
    }

    /** From the start page to the case, by the list's own search. */
    private Page opens(DeskWindow window, String number) {
        var page = window.page();
        window.follow("在办的申请");
        page.getByLabel("编号、申请内容或者办理记录").fill(number);
        window.press("筛选");
        window.follow(number);
        assertThat(page.locator("h1")).containsText(number);
        return page;
    }

    /** What the case page offers under these words, unfolded; fails where it offers nothing. */
    private static Locator step(Page page, String words) {
        var offered =
                page.locator("details")
                        .filter(
                                new Locator.FilterOptions()
                                        .setHas(
                                                page.locator("summary")
                                                        .filter(
                                                                new Locator.FilterOptions()
                                                                        .setHasText(
                                                                                Pattern.compile(
                                                                                        "^\\s*"
                                                                                                + words
                                                                                                + "\\s*$")))));
        assertThat(offered).hasCount(1);
        if (offered.getAttribute("open") == null) {
            offered.locator("summary").click();
        }
        return offered;
    }

    /** Fills in what the form asks and records the step. */
    private static void record(Page page, String words, Map<String, String> typed) {
        var form = step(page, words);
        typed.forEach(
                (label, text) ->
                        form.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                                .fill(text));
        Browser.follow(page, () -> press(form, "记录“" + words + "”"));
        assertThat(page.locator("main")).containsText("已记录“" + words + "”");
    }

    private static void press(Locator within, String name) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Each page is checked and kept as a picture, in order. */
    private void look(Page page, String name) {
        check.look(page, name);
        Browser.photograph(
                page, "new-officer-%02d-%s".formatted(++picture, name.replace(' ', '-')));
    }

    private void on(String day) {
        clock.set(day + "T09:30:00+08:00");
    }
}
