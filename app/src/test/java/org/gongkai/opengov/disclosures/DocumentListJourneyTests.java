package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.SectionWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@DemoAgencyTest
@DisplayName("The list of documents over page and API — 文件台账")
class DocumentListJourneyTests {
    private static final String COLUMN = "listed-here";

    @LocalServerPort int port;
    @Autowired ApplicationContext program;

    private DemoPeople people;

    /** Once for the whole class: one document of each sort in a column of its own. */
    @BeforeEach
    void documentsInAColumnOfTheirOwn() {
        people = DemoPeople.at(port);
        if (people.as("office").get("/api/v1/columns/" + COLUMN).status() == 200) {
            return;
        }
        people.as("office")
                .post(
                        "/api/v1/columns",
                        Map.of(
                                "key",
                                COLUMN,
                                "parent",
                                "",
                                "name",
                                "台账检验",
                                "kind",
                                "政务动态",
                                "description",
                                "检验台账",
                                "keywords",
                                "检验",
                                "section",
                                "",
                                "position",
                                900))
                .expect(201);
        people.draft(notice("甲 草稿", "2021-07-28"));
        people.submitted(notice("乙 在审", "2020-12-31"));
        people.published(notice("丙 已发", "2021-07-28"));
        people.draft(notice("=HYPERLINK(\"http://x\")", "2021-07-28"));
        SectionWork.of(program, "water", COLUMN)
                .drafted(SectionWork.of(program, "water", COLUMN).notice("丁 别科"));
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    column=listed-here                  | office | =HYPERLINK("http://x"),丁 别科,丙 已发,乙 在审,甲 草稿
                    column=listed-here                  | clerk  | =HYPERLINK("http://x"),丙 已发,乙 在审,甲 草稿
                    column=listed-here                  | clerk2 | 丁 别科
                    column=listed-here&mine=yes         | clerk2 | 丁 别科
                    column=listed-here&mine=yes         | office | ''
                    column=listed-here&state=draft      | clerk  | =HYPERLINK("http://x"),甲 草稿
                    column=listed-here&state=in-review,published | clerk | 丙 已发,乙 在审
                    column=listed-here&section=water    | office | 丁 别科
                    column=listed-here&section=water    | clerk  | ''
                    column=listed-here&kind=plan        | office | ''
                    column=listed-here&year=2020        | office | 乙 在审
                    column=listed-here&q=hyperlink      | clerk  | =HYPERLINK("http://x")
                    column=listed-here&q=%25            | clerk  | ''
                    """)
    void isNarrowedAlikeOnPageAndApi(String query, String who, String titles) {
        var wanted = titles.isEmpty() ? List.<String>of() : List.of(titles.split(","));

        assertThat(overApi(who, query)).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(onPage(who, query)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void isNewestFirstAndGoesOnWhereItStopped() {
        var read = new ArrayList<String>();
        var next = "";
        do {
            var part =
                    people.as("clerk")
                            .get("/api/v1/documents?limit=1&column=" + COLUMN + next)
                            .expect(200);
            read.add(part.text("/items/0/title"));
            next = part.at("/next").isNull() ? "" : "&after=" + part.text("/next");
        } while (!next.isEmpty());

        assertThat(read).hasSize(4).doesNotHaveDuplicates();
        assertThat(read).containsExactlyElementsOf(overApi("clerk", "column=" + COLUMN));
    }

    @Test
    void isFoundByItsIndexNumber() {
        var published =
                people.as("clerk")
                        .get("/api/v1/documents?state=published&column=" + COLUMN)
                        .expect(200)
                        .text("/items/0/id");
        var number = people.read(published).text("/indexNumber");

        assertThat(overApi("clerk", "q=" + URLEncoder.encode(number, StandardCharsets.UTF_8)))
                .containsExactly("丙 已发");
    }

    @ParameterizedTest
    @CsvSource({
        "state=nothing, state", "section=nowhere, section", "column=nowhere, column",
        "kind=nothing, kind", "year=21, year", "after=forged, after"
    })
    void refusesNamesThatNothingHas(String query, String field) {
        var problem = people.as("clerk").get("/api/v1/documents?" + query).expect(422);

        assertThat(problem.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void isTakenOutAsATableWithoutFormulas() {
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        var link =
                clerk.open("/desk/documents?column=" + COLUMN)
                        .expect(200)
                        .page()
                        .select("a[href*=export.csv]")
                        .attr("href");

        var table = new String(clerk.download(link), StandardCharsets.UTF_8);

        assertThat(table)
                .startsWith("\uFEFF\"标题\",")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
                .contains("\"甲 草稿\"")
                .doesNotContain("丁 别科");
    }

    @Test
    void saysWhatWouldBeThereWhenNothingIs() {
        var office = DeskClient.at(port).signIn("office", DemoPeople.PASSWORD);

        var page = office.open("/desk/documents?kind=plan&column=" + COLUMN).expect(200).page();

        assertThat(page.select(".empty").text()).contains("没有符合条件的文件");
        assertThat(page.select("main a[href=/desk/documents]").text()).isEqualTo("清除筛选");
        assertThat(page.select("a[href$=/documents/new]")).isEmpty();
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("plan");
    }

    @Test
    void isInOrderWideNarrowAndDark() {
        try (var window = Browser.open()) {
            var page = window.newPage();
            var base = "http://127.0.0.1:" + port;
            page.navigate(base + "/desk/login");
            page.fill("[name=username]", "clerk");
            page.fill("[name=password]", DemoPeople.PASSWORD);
            page.locator("main form button[type=submit]").click();
            page.waitForURL(base + "/desk");
            look(page, "start");
            page.navigate(base + "/desk/documents?column=" + COLUMN);
            look(page, "list");
            page.navigate(base + "/desk/documents?kind=plan&column=" + COLUMN);
            look(page, "empty");
        }
    }

    private static void look(Page page, String name) {
        for (var width : List.of(Browser.WIDE, Browser.NARROW)) {
            page.setViewportSize(width, 900);
            Browser.photograph(page, "documents-" + name + "-" + width);
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            assertThat(Axe.findings(page)).as(name + " at " + width).isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(Axe.findings(page)).as(name + " dark").isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private List<String> overApi(String who, String query) {
        var items = people.as(who).get("/api/v1/documents?" + query).expect(200).at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(it -> it.get("title").asString())
                .toList();
    }

    private Stream<String> onPage(String who, String query) {
        return DeskClient.at(port)
                .signIn(who, DemoPeople.PASSWORD)
                .open("/desk/documents?" + query)
                .expect(200)
                .page()
                .select("tbody th a")
                .eachText()
                .stream();
    }

    private static Map<String, Object> notice(String title, String formedOn) {
        var notice = DemoPeople.notice(title, "<p>正文。</p>");
        notice.put("column", COLUMN);
        notice.put("fields", Map.of("formedOn", formedOn));
        return notice;
    }
}
