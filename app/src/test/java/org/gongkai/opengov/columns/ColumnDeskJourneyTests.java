package org.gongkai.opengov.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.PublicWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("The disclosure office keeps the columns — 栏目维护")
class ColumnDeskJourneyTests {
    @LocalServerPort int port;

    private DeskClient office;
    private DeskClient reader;

    @BeforeEach
    void signedIn() {
        office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        reader = DeskClient.at(port);
    }

    @Test
    void aColumnIsCreatedAndStandsInTreeAndPortal() {
        create("flood-control", "防汛抗旱", "statutory");

        office.follow().expect(200);
        assertThat(office.text()).contains("栏目已新建。").contains("/c/flood-control");
        assertThat(office.open("/desk/columns").text()).contains("防汛抗旱");
        reader.open("/c/flood-control").expect(200);
    }

    @Test
    void everythingTypedIsKeptWhenSomethingIsMissing() {
        office.open("/desk/new-column")
                .send("/desk/new-column", Map.of("key", "大写 Key", "name", "有名", "updateDays", "很久"))
                .expect(422);

        assertThat(office.page().select(".error-summary a").eachAttr("href"))
                .contains("#key", "#kind", "#description", "#updateDays");
        assertThat(office.page().select("#name").val()).isEqualTo("有名");
        assertThat(office.page().select("#updateDays").val()).isEqualTo("很久");
    }

    @Test
    void aRenamedColumnIsReachedFromItsOldAddressAndFoundUnderItsNewOne() {
        create("old-name", "旧名栏目", "statutory");
        var published = publish("old-name", "改名栏目里的信息");

        office.open("/desk/columns/old-name/change")
                .send(
                        "/desk/columns/old-name/change",
                        Map.of("key", "new-name", "name", "新名栏目", "parent", ""))
                .expect(302);
        office.follow().expect(200);

        assertThat(office.text()).contains("/c/old-name").contains("旧地址");
        reader.open("/c/old-name").expect(301);
        assertThat(reader.redirect()).isEqualTo("/c/new-name");
        assertThat(reader.follow().expect(200).text()).contains("改名栏目里的信息");
        assertThat(reader.open(published.path()).expect(200).body()).contains("新名栏目");
        isFoundIn("new-name", "改名栏目里的信息");
    }

    @Test
    void aMergedColumnTakesAddressesItemsAndChildrenAlong() {
        create("goes-away", "并走栏目", "");
        create("first-address", "先改名", "");
        office.open("/desk/columns/first-address/change")
                .send("/desk/columns/first-address/change", Map.of("key", "second-address"))
                .expect(302);
        create("its-child", "下级栏目", "second-address");
        create("stays", "留下栏目", "");
        publish("second-address", "并走的信息");

        office.open("/desk/columns/second-address/merge").expect(200);
        office.open("/desk/columns/second-address/merge?into=stays").expect(200);
        assertThat(office.text())
                .contains("1条公开信息列在“留下栏目”")
                .contains("/c/second-address 自动转到 /c/stays")
                .contains("/c/first-address 自动转到 /c/stays")
                .contains("下级栏目“下级栏目”移到“留下栏目”下面");
        office.send("/desk/columns/second-address/merge", Map.of()).expect(302);

        for (var address : List.of("/c/second-address", "/c/first-address")) {
            reader.open(address).expect(301);
            assertThat(reader.redirect()).isEqualTo("/c/stays");
        }
        assertThat(reader.open("/c/stays").expect(200).text()).contains("并走的信息").contains("下级栏目");
        isFoundIn("stays", "并走的信息");
        assertThat(office.open("/desk/columns?show=retired").expect(200).text()).contains("先改名");
        office.open("/desk/columns/second-address/change").expect(200);
        office.send("/desk/columns/second-address/change", Map.of("name", "又改")).expect(409);
    }

    @Test
    void aRetiredColumnKeepsItsPageAndIsNotOfferedAnyMore() {
        create("retires", "停用栏目", "");
        office.open("/desk/columns/retires/retire")
                .send("/desk/columns/retires/retire", Map.of())
                .expect(302);

        assertThat(office.follow().expect(200).text()).contains("已停用");
        reader.open("/c/retires").expect(200);
        assertThat(
                        office.open("/desk/new-column")
                                .page()
                                .select("#parent option")
                                .eachAttr("value"))
                .doesNotContain("retires")
                .contains("statutory");
    }

    @Test
    void aFixedColumnStays() {
        assertThat(office.open("/desk/columns/guide").expect(200).text()).contains("固定栏目");
        assertThat(office.page().select("a[href$=/retire]")).isEmpty();
        office.open("/desk/columns/guide/retire")
                .send("/desk/columns/guide/retire", Map.of())
                .expect(409);
    }

    @Test
    void twoWhoChangeAtOnceSeeEachOthersChange() {
        create("two-editors", "两人同改", "");
        var other = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);
        other.open("/desk/columns/two-editors/change");
        office.open("/desk/columns/two-editors/change")
                .send("/desk/columns/two-editors/change", Map.of("description", "先改的"))
                .expect(302);

        other.send("/desk/columns/two-editors/change", Map.of("description", "后改的")).expect(412);
        assertThat(other.text()).contains("已由他人修改");
        assertThat(other.page().select("#description").text()).isEqualTo("后改的");

        var api = DemoPeople.at(port).as("office");
        var read = api.get("/api/v1/columns/two-editors").expect(200);
        api.with("If-Match", "\"1\"")
                .put("/api/v1/columns/two-editors", input("two-editors", "两人同改"))
                .expect(412);
        api.with("If-Match", read.etag())
                .put("/api/v1/columns/two-editors", input("two-editors", "两人同改"))
                .expect(200);
    }

    @Test
    void whoeverDoesNotKeepThemReadsThem() {
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);

        assertThat(
                        clerk.open("/desk/columns")
                                .expect(200)
                                .page()
                                .select("a[href=/desk/new-column]"))
                .isEmpty();
        assertThat(clerk.open("/desk/columns/guide").expect(200).text()).contains("政务公开办公室维护");
        clerk.open("/desk/new-column").expect(403);
        clerk.open("/desk/columns/notices/merge").expect(403);
        DemoPeople.at(port)
                .as("clerk")
                .post("/api/v1/columns", input("by-a-clerk", "信息员新建"))
                .expect(403);
    }

    @Test
    void theTreeIsTakenOutAsATable() {
        var table =
                new String(office.download("/desk/columns.csv?show=open"), StandardCharsets.UTF_8);

        assertThat(table).startsWith("\uFEFF\"栏目\",\"地址\"").contains("\"/c/water-quality\"");
        office.open("/desk/columns?show=nothing").expect(404);
    }

    @Test
    void everyPageIsInOrderWideNarrowAndDark() {
        create("looked-at", "看一看", "");
        var pages =
                List.of(
                        "/desk/columns",
                        "/desk/columns?show=retired",
                        "/desk/columns/looked-at",
                        "/desk/columns/looked-at/change",
                        "/desk/columns/looked-at/merge",
                        "/desk/columns/looked-at/merge?into=notices",
                        "/desk/columns/looked-at/retire",
                        "/desk/new-column");
        try (var window = Browser.open()) {
            var page = window.newPage();
            var base = "http://127.0.0.1:" + port;
            page.navigate(base + "/desk/login");
            page.fill("[name=username]", "office");
            page.fill("[name=password]", DemoPeople.PASSWORD);
            page.locator("main form button[type=submit]").click();
            page.waitForURL(base + "/desk");
            for (var path : pages) {
                page.navigate(base + path);
                look(page, path);
            }
        }
    }

    private static void look(Page page, String path) {
        for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
            page.setViewportSize(width, 900);
            Browser.photograph(page, "columns" + path.replaceAll("[^a-z]+", "-") + "-" + width);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(path + " at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page)).as(path + " at " + width).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Axe.findings(page)).as(path + " dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void create(String key, String name, String parent) {
        office.open("/desk/new-column")
                .send(
                        "/desk/new-column",
                        Map.of(
                                "key",
                                key,
                                "name",
                                name,
                                "parent",
                                parent,
                                "kind",
                                "政务动态",
                                "description",
                                "用来检验的栏目",
                                "keywords",
                                "检验",
                                "position",
                                "900"))
                .expect(302);
    }

    private PublicWork.Published publish(String column, String title) {
        return PublicWork.at(port)
                .in(column)
                .publish("notice", title, "<p>正文。</p>", Map.of("formedOn", "2021-07-28"));
    }

    /** Search has read the column anew, and finds the one document under this key. */
    private void isFoundIn(String column, String title) {
        var asked =
                "/api/v1/public/documents?column="
                        + column
                        + "&q="
                        + URLEncoder.encode(title, StandardCharsets.UTF_8);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(ApiClient.at(port).get(asked).expect(200).at("/items"))
                                        .hasSize(1));
    }

    private static Map<String, Object> input(String key, String name) {
        return Map.of(
                "key",
                key,
                "name",
                name,
                "parent",
                "",
                "kind",
                "政务动态",
                "description",
                "接口检验",
                "keywords",
                "检验",
                "section",
                "",
                "position",
                900);
    }
}
