package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.platform.letters.Letters;
import org.gongkai.platform.letters.OfficialPaper;
import org.gongkai.platform.letters.PaperImages;
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
 * on them. Every letter is drafted, signed, made and sent on its page.
 */
@DemoAgencyTest
@DisplayName("A new officer (新任经办人) with only the screen: a paper request up to its partial answer")
class NewOfficerTests {
    private static final String APPLICANT = "欧阳修文";
    private static final String SECRET = "反应温度285度、压力4.2兆帕";

    /** What is true of this request; everything else asked is answered by no. */
    private static final Set<String> TRUE =
            Set.of(
                    "是否由本机关负责公开？",
                    "经过检索，是否找到？",
                    "是否涉及商业秘密、个人隐私等，公开会损害第三方合法权益？",
                    "去掉不应当公开的内容以后，是否还有能够区分、可以公开的部分？");

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
        tellsTheApplicantWhyItTakesLonger(number);
        on("2021-08-09");
        recordsItsReceipt(number);
        on("2021-08-18");
        recordsItsAnswer(number);
        on("2021-08-20");
        takesLonger(number);
        on("2021-09-06");
        decidesAndBlackensPassages(number);
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
            office.fill("姓名或者单位名称", APPLICANT);
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
            begins(page, "告知补正", "补正告知书");
            // Ten working days from Monday 2 August, as suggested.
            assertThat(field(page, "请申请人在哪一天前补正")).hasValue("2021-08-16");
            writes(page, Map.of("哪里不明确", "没有写明批复的年份。", "需要补充什么", "写明批复的年份。"), "correction");
        }
        signed("office-head", number, "补正告知书", "correction");
        sent(number, "补正告知书", "correction", "挂号信1043");
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
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
            begins(page, "征求第三方意见", "第三方意见征询书");
            writes(
                    page,
                    Map.of(
                            "第三方的姓名或者名称", "某化工厂",
                            "征求意见的信息", "你单位2019年项目环境影响评价批复中的工艺参数",
                            "公开可能产生的影响", "可能涉及生产工艺等商业秘密。",
                            "收件地址（选填）", "750002 某路3号"),
                    "consultation");
            assertThat(page.locator("main")).not().containsText("欧");
        }
        signed("office-head", number, "第三方意见征询书", "consultation");
        sent(number, "第三方意见征询书", "consultation", "特快专递1050");
    }

    private void tellsTheApplicantWhyItTakesLonger(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            assertThat(page.locator("main")).containsText("征求意见中");
            look(page, "consulting");
            Browser.follow(page, () -> link(page.locator("main"), "起草征求意见告知书"));
            assertThat(field(page, "征求意见的文书发出之日")).hasValue("2021-08-06");
            writes(page, Map.of(), "consultation notice");
        }
        signed("office-head", number, "征求意见告知书", null);
        sent(number, "征求意见告知书", "consultation notice", "挂号信1051");
    }

    private void recordsItsReceipt(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            Browser.follow(page, () -> link(step(page, "第三方收到征求意见书"), "在第三方意见征询书上记录送达"));
            var form = step(page, "送达");
            form.getByLabel("方式", exact()).selectOption("邮寄");
            form.getByLabel("凭据", exact()).fill("邮件回执1050");
            look(page, "receipt");
            Browser.follow(page, () -> press(form, "送达"));
            Browser.follow(page, () -> link(page.locator("main"), "返回申请" + number + "，办理下一步"));
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

    private void takesLonger(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            record(page, "申请延期", Map.of("延长几个工作日（最多20个）", "10", "延期的理由", "需要区分处理的页数较多"));
            look(page, "extension asked");
        }
        try (var head = DeskWindow.of("office-head", port)) {
            var page = waiting(head, "申请" + number + "请您同意延期");
            assertThat(step(page, "同意延期")).containsText("提出延长10个工作日，理由：需要区分处理的页数较多");
            record(page, "同意延期", Map.of());
            look(page, "extension approved");
        }
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            begins(page, "告知延期", "延期答复告知书");
            assertThat(field(page, "不能按期答复的原因")).hasValue("需要区分处理的页数较多");
            writes(page, Map.of(), "extension");
        }
        signed("office-head", number, "延期答复告知书", null);
        sent(number, "延期答复告知书", "extension", "挂号信1060");
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            // Ten more, 18 and 26 September worked and 20, 21 September off.
            assertThat(page.locator("main")).containsText("2021年9月29日");
            look(page, "extended");
        }
    }

    private void decidesAndBlackensPassages(String number) {
        try (var office = DeskWindow.of("office", port)) {
            var page = opens(office, number);
            Browser.follow(page, () -> link(step(page, "判断和起草答复"), "判断第1项申请内容"));
            look(page, "first question");
            while (page.locator("#question-title").count() == 1) {
                var yes = TRUE.contains(page.locator("#question-title").innerText());
                Browser.follow(page, () -> press(page.locator("main"), yes ? "是" : "否"));
            }
            assertThat(page.locator("#outcome-title")).hasText("办理结果：部分公开");
            look(page, "outcome");
            field(page, "可以公开的内容").fill("2019年项目环境影响评价批复，工艺参数除外。");
            field(page, "理由").fill("工艺参数属于商业秘密，企业不同意公开，理由合理。");
            Browser.follow(page, () -> press(page.locator("main"), "保存判断"));
            assertThat(page.locator("main")).containsText("请附上公开的信息");
            look(page, "decided");

            page.getByLabel("需要区分处理的文件（PDF或者图片）", exactly()).setInputFiles(approval());
            field(page, "文件名称").fill("环境影响评价批复");
            page.getByLabel("处理科室", exactly()).selectOption("water");
            Browser.follow(page, () -> press(page.locator("main"), "去做区分处理"));
            look(page, "file to be blackened");
            field(page, "要遮盖的文字").fill(SECRET);
            office.select("不予公开的理由", "商业秘密");
            Browser.follow(page, () -> press(page.locator("main"), "添加标记"));
            look(page, "marked");
            Browser.follow(page, () -> press(page.locator("main"), "生成公开件"));
            while (!page.locator("main").innerText().contains("检验通过")) {
                Browser.follow(page, () -> link(page.locator("main"), "刷新进度"));
            }
            look(page, "released copy");
            Browser.follow(page, () -> link(page.locator("main"), "区分处理清单"));
            look(page, "list of grounds");
            page.goBack();
            Browser.follow(page, () -> link(page.locator("main"), "返回申请" + number));
            page.getByLabel("已经生成的公开件", exactly())
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            Browser.follow(
                    page,
                    () ->
                            press(
                                    page.locator("form")
                                            .filter(
                                                    new Locator.FilterOptions()
                                                            .setHasText("已经生成的公开件")),
                                    "存入"));
            assertThat(page.locator("main")).containsText("答复所需的内容和材料已经齐全。");
            look(page, "complete");
            Browser.follow(page, () -> link(page.locator("main"), "起草政府信息公开申请答复书"));
            writes(page, Map.of(), "answer");
        }
    }

    private void answersInPart(String number) {
        try (var head = DeskWindow.of("office-head", port)) {
            var page = waiting(head, "申请" + number + "：已拟稿");
            look(page, "to be reviewed");
            Browser.follow(page, () -> link(page.locator("main"), "审核"));
            Browser.follow(page, () -> press(step(page, "审核通过"), "审核通过"));
            look(page, "reviewed");
        }
        try (var principal = DeskWindow.of("principal", port)) {
            var page = waiting(principal, "申请" + number + "：已审核");
            Browser.follow(page, () -> link(page.locator("main"), "签发"));
            Browser.follow(page, () -> press(step(page, "签发"), "签发"));
            look(page, "signed");
        }
        try (var office = DeskWindow.of("office", port)) {
            var page = waiting(office, "申请" + number + "：已签发");
            Browser.follow(page, () -> link(page.locator("main"), "制作文书"));
            Browser.follow(page, () -> press(step(page, "制作"), "制作"));
            look(page, "made");
            assertThat(words(page, "文书（PDF）"))
                    .contains(APPLICANT, "区分处理清单", "第三十七条")
                    .doesNotContain("285");
            assertThat(words(page, "环境影响评价批复（公开部分）")).contains("环境影响").doesNotContain("285");
            assertThat(words(page, "环境影响评价批复区分处理清单")).contains("商业秘密").doesNotContain("285");
            dispatches(page, "特快专递1077");
            look(page, "dispatched");
            var form = step(page, "送达");
            form.getByLabel("方式", exact()).selectOption("邮寄");
            form.getByLabel("凭据", exact()).fill("回执1077");
            Browser.follow(page, () -> press(form, "送达"));
            look(page, "delivered letter");
            Browser.follow(page, () -> link(page.locator("main"), "返回申请" + number + "，办理下一步"));
            assertThat(page.locator("main")).containsText("已送达");
            assertThat(page.locator("main")).containsText("部分公开");
            assertThat(page.locator("main")).not().containsText("超期或者违规");
            look(page, "delivered");
        }
    }

    /** From what is offered under these words to the form of a new letter. */
    private void begins(Page page, String step, String letter) {
        Browser.follow(page, () -> link(step(page, step), "起草" + letter));
        assertThat(page.locator("h1")).hasText("起草" + letter);
    }

    /** Says what the letter needs, reads the draft and hands it in. */
    private void writes(Page page, Map<String, String> said, String name) {
        said.forEach((label, text) -> field(page, label).fill(text));
        look(page, name + " to write");
        Browser.follow(page, () -> press(page.locator("main"), "生成文稿"));
        look(page, name + " draft");
        Browser.follow(page, () -> press(step(page, "送审"), "送审"));
        look(page, name + " handed in");
    }

    /** From the start page to the letter, and signs it. */
    private void signed(String who, String number, String letter, String name) {
        try (var window = DeskWindow.of(who, port)) {
            if (name != null) {
                look(window.page(), name + " waits");
            }
            var page = waiting(window, "申请" + number + "的" + letter + "请您签发");
            Browser.follow(page, () -> press(step(page, "签发"), "签发"));
            if (name != null) {
                look(page, name + " signed");
            }
        }
    }

    /** From the start page to the letter: makes it and records that it was posted. */
    private void sent(String number, String letter, String name, String evidence) {
        try (var office = DeskWindow.of("office", port)) {
            var page = waiting(office, "申请" + number + "的" + letter + "已经签发，请制作");
            Browser.follow(page, () -> press(step(page, "制作"), "制作"));
            look(page, name + " made");
            assertThat(words(page, "文书（PDF）")).contains("银川市生态环境局");
            dispatches(page, evidence);
        }
    }

    private static void dispatches(Page page, String evidence) {
        var form = step(page, "发出");
        form.getByLabel("方式", exact()).selectOption("邮寄");
        form.getByLabel("凭据", exact()).fill(evidence);
        Browser.follow(page, () -> press(form, "发出"));
        assertThat(page.locator("main")).containsText("已记录发出");
    }

    /** Follows what waits on the start page. */
    private static Page waiting(DeskWindow window, String what) {
        var page = window.page();
        Browser.follow(
                page,
                () ->
                        page.locator(".task-list li")
                                .filter(new Locator.FilterOptions().setHasText(what))
                                .getByRole(AriaRole.LINK)
                                .first()
                                .click());
        return page;
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

    /** What the page offers under these words, unfolded; fails where it offers nothing. */
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
            offered.locator("summary").first().click();
        }
        return offered;
    }

    /** Fills in what the form asks and records the step. */
    private static void record(Page page, String words, Map<String, String> typed) {
        var form = step(page, words);
        typed.forEach((label, text) -> form.getByLabel(label, exact()).fill(text));
        Browser.follow(page, () -> press(form, "记录“" + words + "”"));
        assertThat(page.locator("main")).containsText("已记录“" + words + "”");
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, exactly());
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.GetByLabelOptions exact() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    private static void press(Locator within, String name) {
        within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** The link whose words begin so; the first where one stands twice. */
    private static void link(Locator within, String name) {
        within.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first()
                .click();
    }

    /** The words of a file that the page offers, as it is downloaded. */
    private static String words(Page page, String link) {
        var file = page.waitForDownload(() -> link(page.locator("main"), link));
        try (var read = Loader.loadPDF(file.path().toFile())) {
            return new PDFTextStripper().getText(read).replaceAll("[\\s\u3000]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is asked for, with a passage that is a business secret. */
    private static FilePayload approval() {
        var paper =
                new OfficialPaper(
                        new OfficialPaper.Head(
                                "银川市生态环境局", "银环审〔2019〕18号", "关于某化工厂年产2万吨助剂项目环境影响报告书的批复", "某化工厂"),
                        "<p>你单位报送的环境影响报告书收悉。经研究，批复如下：</p>"
                                + "<p>一、该项目以环氧乙烷为原料，"
                                + SECRET
                                + "，年产助剂2万吨。</p>"
                                + "<p>二、废水经预处理后排入园区污水处理厂，化学需氧量排放不超过每年12.6吨。</p>",
                        List.of(),
                        new OfficialPaper.Ending(
                                "银川市生态环境局", LocalDate.of(2019, 5, 20), null, null));
        return new FilePayload(
                "环评批复.pdf",
                "application/pdf",
                new Letters().officialPaper(paper, PaperImages.NONE).pdf());
    }

    /** Each page is checked and kept as a picture, wide and narrow, in order. */
    private void look(Page page, String name) {
        check.look(page, name);
        var file = "new-officer-%02d-%s".formatted(++picture, name.replace(' ', '-'));
        Browser.photograph(page, file);
        page.setViewportSize(Browser.NARROW, 740);
        Browser.photograph(page, file + "-narrow");
        page.setViewportSize(Browser.WIDE, 900);
    }

    private void on(String day) {
        clock.set(day + "T09:30:00+08:00");
    }
}
