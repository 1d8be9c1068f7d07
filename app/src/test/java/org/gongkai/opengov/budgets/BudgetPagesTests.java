package org.gongkai.opengov.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Pages of budgets and accounts: narrow, wide and for elders (预决算页面)")
class BudgetPagesTests {
    private static final String PAPERS = "/api/v1/budgets/papers/";

    @LocalServerPort int port;

    @Test
    void areInOrderNarrowWideAndForElders() {
        var people = DemoPeople.at(port);
        var paper = demo(people, 2021, "budget");
        var path = published(people, paper);
        var read =
                people.as("finance-clerk")
                        .upload(
                                PAPERS + paper + "/imports",
                                "错表.xlsx",
                                Workbooks.changed(
                                        Workbooks.more(Workbooks.budget(), "支出总表", "C12", "1"),
                                        book ->
                                                Workbooks.cell(book, "支出总表", "D6")
                                                        .setCellValue("约12")),
                                Map.of())
                        .expect(201);
        var pages = new LinkedHashMap<String, String>();
        pages.put("list", "/desk/budgets");
        pages.put("form", "/desk/budgets/new");
        pages.put("paper", "/desk/budgets/" + paper);
        pages.put("import-form", "/desk/budgets/" + paper + "/imports/new");
        pages.put("import", "/desk/budgets/imports/" + read.number("/id"));
        pages.put("public-list", "/budgets");
        pages.put("public-one", path);
        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
                var page = window.newPage();
                DeskWindow.signIn(page, "http://127.0.0.1:" + port, "finance-clerk");
                pages.forEach((name, address) -> look(page, name + "-" + width, address));
                page.evaluate(
                        "localStorage.setItem('gongkai-reading', JSON.stringify({edition: 'elder'}))");
                look(page, "elder-list-" + width, "/budgets");
                look(page, "elder-one-" + width, path);
            }
        }
    }

    private void look(Page page, String name, String address) {
        page.navigate("http://127.0.0.1:" + port + address);
        Browser.photograph(page, "budgets-" + name);
        assertThat(Axe.findings(page)).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isEqualTo(true);
    }

    private static long demo(DemoPeople people, int year, String kind) {
        return people.as("finance-clerk")
                .get("/api/v1/budgets/papers?unit=ycsthj&year=" + year + "&kind=" + kind)
                .expect(200)
                .number("/items/0/id");
    }

    /** The agency's own of last year and this one, so that they are compared. */
    private static String published(DemoPeople people, long paper) {
        for (var it : List.of(demo(people, 2020, "budget"), paper)) {
            var document =
                    people.as("finance-clerk")
                            .post(PAPERS + it + "/draft", new HashMap<String, Object>())
                            .expect(201)
                            .text("/document");
            people.step("finance-clerk", document, "submit", Map.of()).expect(200);
            for (var signer : List.of("finance-head", "secrecy", "leader2")) {
                people.sign(signer, document).expect(200);
            }
            people.step("office", document, "publish", Map.of()).expect(200);
        }
        return "/budgets/2021/ycsthj/budget";
    }
}
