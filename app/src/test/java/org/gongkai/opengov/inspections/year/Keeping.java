package org.gongkai.opengov.inspections.year;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.gongkai.testing.DeskWindow;

/** The keeper's year at the desk (双随机管理员): registers, plan, what has to be changed, results. */
final class Keeping {
    private static final String XLSX =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The lines of the plan, as the bureau's own plan has them. */
    static final List<String> LINES = List.of("重点排污单位抽查", "特殊监管对象抽查", "一般排污单位抽查");

    private final int port;

    Keeping(int port) {
        this.port = port;
    }

    void importTheUnits() {
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            var page = keeper.open("/desk/inspections/imports");
            page.selectOption("#register", "units");
            page.setInputFiles(
                    "#file", new FilePayload("检查对象名录.xlsx", XLSX, YearAgency.unitSheet()));
            keeper.press("读取并比对");
            until(page, "待确认");
            said(page, "将新增118条");
            Looked.pictured(page, "import-checked");
            keeper.press("确认写入");
            until(page, "已完成");
            said(page, "写入118条");
            Looked.pictured(keeper.open("/desk/inspections/units"), "units");
            assertThat(keeper.complaints()).isEmpty();
        }
    }

    /** The plan of the year; its address. */
    String planTheYear(int year) {
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            keeper.open("/desk/inspections/plans");
            keeper.fill("计划年度", String.valueOf(year));
            keeper.press("新建计划");
            line(keeper, LINES.get(0), "key", "each-draw", "25");
            line(keeper, LINES.get(1), "special", "each-draw", "15");
            line(keeper, LINES.get(2), "ordinary", "per-officer", "5");
            keeper.press("可行性测算");
            said(keeper.page(), "测算完成", "力量足够");
            Looked.pictured(keeper.page(), "plan-computed");
            assertThat(keeper.complaints()).isEmpty();
            return keeper.path().replaceAll("\\?.*", "");
        }
    }

    private static void line(
            DeskWindow keeper, String title, String of, String formula, String amount) {
        keeper.follow("增加一行");
        var page = keeper.page();
        page.fill("#title", title);
        page.locator("input[name=items]").first().check();
        page.check("input[name=methods][value=on-site]");
        page.check("input[name=classes][value=" + of + "]");
        page.check("input[name=formula][value=" + formula + "]");
        page.fill("#amount", amount);
        for (var quarter : List.of("1", "2", "3", "4")) {
            page.check("input[name=quarters][value='" + quarter + "']");
        }
        page.fill("#initiator", "综合执法支队");
        keeper.press("保存这一行");
        said(page, "已增加一行");
    }

    void approve(String plan) {
        try (var leader = DeskWindow.of(YearAgency.LEADER, port)) {
            leader.open(plan);
            leader.press("批准计划");
            said(leader.page(), "计划已批准，从现在起执行");
        }
    }

    /** The draft that puts the plan before the public; its address. */
    String draftPlan(String plan) {
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            keeper.open(plan);
            keeper.press("拟公开稿");
            said(keeper.page(), "2022年度双随机抽查计划");
            assertThat(keeper.page().locator("main").textContent()).doesNotContain("文件属性");
            return keeper.path().replaceAll("\\?.*", "");
        }
    }

    /** A firm closes for good: the register says so, and the draw takes the next of the reserve. */
    void closeTheFirm(Ceremony ceremony, int visit, long unit) {
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            var page = keeper.open("/desk/inspections/units/" + unit + "/change");
            page.selectOption("#state", "closed");
            page.fill("#why", "已注销，市场监管部门告知");
            Looked.pictured(page, "unit-change");
            keeper.press("保存");
            var visits = visits(keeper, ceremony);
            unfold(visits, "替换检查对象");
            visits.fill("#unit-visit", String.valueOf(visit));
            visits.selectOption("#unit-reason", "unit-closed");
            visits.fill("#unit-words", "已注销");
            visits.locator("form[action$='/replace_entity'] button").click();
            visits.waitForLoadState();
            said(visits, "已提出调整");
        }
        consent(ceremony, "有登记机关的注销通知书");
    }

    /** An officer falls ill: who made which visits is named, and the others take the rest. */
    void replaceTheIll(Ceremony ceremony, String officer, int done) {
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            var page = visits(keeper, ceremony);
            Looked.at(page, "visits");
            unfold(page, "检查人员退出");
            page.selectOption(
                    "#leaving",
                    new com.microsoft.playwright.options.SelectOption().setLabel(officer));
            page.fill("#leaving-done", String.valueOf(done));
            page.selectOption("#leaving-reason", "ill");
            page.fill("#leaving-words", "住院，有诊断证明");
            Looked.at(page, "visits-officer-ill");
            page.locator("form[action$='/remove_officer'] button").click();
            page.waitForLoadState();
            said(page, "已提出调整");
        }
        consent(ceremony, "同意，安排其他人员");
    }

    private void consent(Ceremony ceremony, String words) {
        try (var leader = DeskWindow.of(YearAgency.LEADER, port)) {
            var page = visits(leader, ceremony);
            page.locator("form[action$='/decision'] textarea").fill(words);
            leader.press("同意并调整");
            said(page, "调整已完成并写入透明日志");
        }
    }

    private static Page visits(DeskWindow who, Ceremony ceremony) {
        return who.open("/desk/inspections/draws/" + ceremony.seq() + "/visits");
    }

    private static void unfold(Page page, String name) {
        page.locator("details.unfold summary")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name))
                .click();
    }

    /** Drafts the results of these inspections; the address of the draft. */
    String draftResults(String title, List<Long> tasks) {
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            var page = keeper.open("/desk/inspections/results/new");
            page.fill("#title", title);
            for (var box : page.locator("input[name=tasks]").all()) {
                box.setChecked(tasks.contains(Long.valueOf(box.getAttribute("value"))));
            }
            Looked.pictured(page, "results-new");
            keeper.press("生成公示稿");
            said(page, title);
            Looked.pictured(page, "results-draft");
            keeper.press("送审");
            said(page, "已送审");
            return keeper.path().replaceAll("\\?.*", "");
        }
    }

    /** Three levels read and sign, and the office publishes. */
    void review(String document) {
        for (var signer : List.of(YearAgency.HEAD, YearAgency.SECRECY, YearAgency.LEADER)) {
            try (var window = DeskWindow.of(signer, port)) {
                window.open(document);
                window.follow("阅读并审签");
                window.sign();
                said(window.page(), "已签署");
            }
        }
        try (var office = DeskWindow.of(YearAgency.OFFICE, port)) {
            office.open(document);
            office.press("发布");
            said(office.page(), "640106-113/");
        }
    }

    void reveal(Ceremony ceremony) {
        try (var keeper = DeskWindow.of(YearAgency.KEEPER, port)) {
            var page = keeper.open("/desk/inspections/draws/" + ceremony.seq());
            keeper.press("揭示");
            said(page, "秘密已公开，任何人都可以复算");
            Looked.at(page, "draw-revealed");
        }
    }

    private static void until(Page page, String words) {
        page.waitForCondition(
                () -> {
                    page.reload();
                    return page.locator("main").textContent().contains(words);
                });
    }

    private static void said(Page page, String... words) {
        assertThat(page.locator("main").textContent()).contains(words);
    }
}
