package org.gongkai.opengov.projects;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Pages of key projects (重点项目页面): by hand, narrow and wide, for everybody")
class ProjectPagesTests {
    @LocalServerPort int port;

    private ProjectPeople at;

    @BeforeEach
    void open() {
        at = new ProjectPeople(port);
    }

    @Test
    void leadFromTheFirstNoteToThePublicPage() {
        var clerk = DeskClient.at(port).signIn("approval-clerk", DemoPeople.PASSWORD);
        var name = "页面上的项目" + System.identityHashCode(clerk);
        clerk.open("/desk/projects/new")
                .send(
                        "/desk/projects",
                        Map.of(
                                "name", name,
                                "builder", "甲建设公司",
                                "investor", "乙投资公司",
                                "district", "640105",
                                "kind", "energy",
                                "importance", "替代燃煤",
                                "from", "2021-03-01"))
                .expect(302);
        var address = clerk.redirect().replaceAll("\\?.*", "");
        clerk.open(address + "/landing")
                .sendFile(
                        address + "/landing",
                        "file",
                        "协议.pdf",
                        ProjectPeople.pdf(),
                        Map.of("landedOn", "2021-06-01", "proof", "投资协议"))
                .expect(302);
        clerk.open(address + "/consents/new")
                .sendFile(
                        address + "/consents",
                        "file",
                        "同意书.pdf",
                        ProjectPeople.pdf(),
                        Map.of(
                                "givenBy", "董事长",
                                "givenOn", "2021-06-20",
                                "stages", "approach",
                                "kinds", "talks"))
                .expect(302);
        clerk.open(address + "/entries/new")
                .send(
                        address + "/entries",
                        Map.of("stage", "approach", "kind", "talks", "fields", "没有冒号的一行"))
                .expect(422);
        assertThat(clerk.text()).contains("没有冒号的一行", "一行写一项");
        assertThat(clerk.page().select("textarea[name=fields]").text()).isEqualTo("没有冒号的一行");
        clerk.send(
                        address + "/entries",
                        Map.of(
                                "kind", "talks",
                                "title", "并网条件会谈",
                                "formedOn", "2021-05-06",
                                "fields", "议题：并网条件\n报价：三角二分"))
                .expect(302);
        var entry = clerk.redirect().replaceAll("\\?.*", "");
        assertThat(clerk.open(entry).text()).contains("要由另一个人筛查", "现在不能公开");

        var head = DeskClient.at(port).signIn("approval-head", DemoPeople.PASSWORD);
        head.open(entry)
                .send(
                        entry + "/screening",
                        Map.of("outcome-1", "open", "outcome-2", "trade-secret"))
                .expect(422);
        assertThat(head.text()).contains("请写明“报价”不予公开的依据");
        head.send(
                        entry + "/screening",
                        Map.of(
                                "outcome-1", "open",
                                "outcome-2", "trade-secret",
                                "ground-2", "条例第十五条"))
                .expect(302);
        clerk.open(entry).send(entry + "/draft", Map.of()).expect(302);
        var document = clerk.redirect().replaceAll(".*/", "");
        at.people.step("approval-clerk", document, "submit", Map.of()).expect(200);
        for (var signer : List.of("approval-head", "secrecy", "leader2")) {
            at.people.sign(signer, document).expect(200);
        }
        at.publish(document).expect(200);

        var reader = DeskClient.at(port);
        var number = address.replaceAll(".*/", "");
        assertThat(reader.open("/projects?kind=energy&district=640105&year=2021").text())
                .contains(name);
        assertThat(reader.open("/projects?kind=livelihood").text()).doesNotContain(name);
        assertThat(reader.open("/projects?year=1999").text()).contains("没有符合条件的项目");
        reader.open("/projects?state=gone").expect(422);
        assertThat(reader.open("/projects/" + number).expect(200).text())
                .contains("并网条件会谈", "乙投资公司", "商业秘密", "不予公开")
                .doesNotContain("三角二分");
        var csv =
                new String(
                        reader.download("/projects/list.csv?kind=energy"), StandardCharsets.UTF_8);
        assertThat(csv).contains("\"" + name + "\"").doesNotContain("垃圾渗滤液");
        assertThat(new String(reader.download("/projects/list.json"), StandardCharsets.UTF_8))
                .contains(name);
        assertThat(reader.download("/projects/list.xlsx")).startsWith('P', 'K');

        var consent = address + "/consents/" + consent(number);
        clerk.open(consent + "/end").send(consent + "/end", Map.of("endedBy", "董事长")).expect(302);
        assertThat(reader.open("/projects/" + number).expect(200).text())
                .contains("投资方撤回同意")
                .doesNotContain("并网条件会谈", "乙投资公司");
    }

    private long consent(String number) {
        return at.people
                .as("approval-clerk")
                .get(ProjectPeople.PROJECTS + "/" + number)
                .expect(200)
                .number("/consents/0/id");
    }

    @Test
    void areInOrderNarrowAndWide() {
        var id = at.landed();
        var consent = at.consented(id, "approach,landing", "talks,agreement,support");
        var gone = at.consented(id, "construction", "support");
        var support = at.written(id, "construction", "support");
        at.screen("secrecy", id, support, "open", "open").expect(200);
        var entry = at.talks(id);
        var approval = at.written(id, "approval", "approved");
        for (var each : List.of(entry, approval)) {
            at.screen("secrecy", id, each, "open", "trade-secret").expect(200);
            at.published(id, each);
        }
        var closed = at.written(id, "eia", "eia");
        at.screen("secrecy", id, closed, "trade-secret", "privacy").expect(200);
        at.published(id, support);
        at.end(id, gone).expect(200);
        var one = "/desk/projects/" + id;
        var desk = new LinkedHashMap<String, String>();
        desk.put("list", "/desk/projects");
        desk.put("one", one);
        desk.put("form", one + "/change");
        desk.put("consent", one + "/consents/new");
        desk.put("consent-end", one + "/consents/" + consent + "/end");
        desk.put("entry-form", one + "/entries/new");
        desk.put("landing", "/desk/projects/" + at.entered() + "/landing");
        desk.put("entry", one + "/entries/" + entry);
        var open = new LinkedHashMap<String, String>();
        open.put("public-list", "/projects");
        open.put("public-one", "/projects/" + id);
        for (var width : new int[] {Browser.NARROW, Browser.WIDE}) {
            try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
                var page = window.newPage();
                open.forEach((name, path) -> look(page, width, name, path));
                open.forEach((name, path) -> lookAsElder(page, width, name, path));
                DeskWindow.signIn(page, "http://127.0.0.1:" + port, "approval-head");
                desk.forEach((name, path) -> look(page, width, name, path));
            }
        }
    }

    private void lookAsElder(Page page, int width, String name, String path) {
        page.navigate("http://127.0.0.1:" + port + path);
        page.evaluate("document.documentElement.dataset.edition = 'elder'");
        check(page, width, name + "-elder", path);
    }

    private void look(Page page, int width, String name, String path) {
        var answer = page.navigate("http://127.0.0.1:" + port + path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        check(page, width, name, path);
    }

    private static void check(Page page, int width, String name, String path) {
        Browser.photograph(page, "projects-" + name + "-" + width);
        assertThat(Axe.findings(page)).as(path + " at " + width).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(path + " at " + width)
                .isEqualTo(true);
    }
}
