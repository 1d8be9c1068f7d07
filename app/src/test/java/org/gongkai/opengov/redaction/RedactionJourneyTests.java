package org.gongkai.opengov.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.DeskWindow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("Partial disclosure (区分处理): from a file to the copy that is handed out")
class RedactionJourneyTests {
    private static final Duration SOON = Duration.ofMinutes(1);

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired Redactions redactions;
    @TempDir Path folder;

    @Test
    void isDoneOnThePagesWithoutScripts() throws IOException {
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        var empty =
                clerk.open("/desk/redactions")
                        .expect(200)
                        .send("/desk/redactions", Map.of("title", "检查记录", "section", "office"));
        assertThat(empty.expect(422).text()).contains("请选择要区分处理的文件");
        assertThat(empty.page().select("#title").val()).isEqualTo("检查记录");

        var job = opened(clerk, Paper.of(Paper::lines));
        var page = clerk.open(job).expect(200);
        assertThat(page.text()).contains("申请人张三丰于二〇二一年", "还没有标记");
        assertThat(page.page().select(".redaction-page img")).hasSize(2);
        assertThat(clerk.download(job + "/pages/1/marked.png")).startsWith(0x89, 'P', 'N', 'G');

        var wrong =
                clerk.open(job)
                        .send(
                                job + "/marks",
                                Map.of("kind", "words", "quote", "李四光", "ground", "privacy"));
        assertThat(wrong.expect(422).text()).contains("文件中找不到这些文字");
        assertThat(wrong.page().select("#quote").text()).isEqualTo("李四光");
        assertThat(
                        clerk.open(job)
                                .send(
                                        job + "/marks",
                                        Map.of(
                                                "kind", "words",
                                                "quote", Paper.NAME,
                                                "ground", "process"))
                                .expect(422)
                                .text())
                .contains("请说明理由");

        for (var quote : Paper.SECRETS) {
            clerk.open(job)
                    .send(
                            job + "/marks",
                            Map.of("kind", "words", "quote", quote, "ground", "privacy"))
                    .expect(302);
        }
        clerk.open(job)
                .send(
                        job + "/marks",
                        Map.of(
                                "kind", "area",
                                "left", "10",
                                "top", "25",
                                "right", "90",
                                "bottom", "28.5",
                                "ground", "process",
                                "reason", "尚在讨论"))
                .expect(302);
        var marked = clerk.open(job).expect(200);
        assertThat(marked.page().select("#marks + * table tbody tr, .table tbody tr")).hasSize(4);
        assertThat(marked.text()).contains("申请人〔不予公开1〕于二〇二一年");

        clerk.send(marked.page().select("form[action$=take-back]").last().attr("action"), Map.of())
                .expect(302);
        clerk.open(job).send(job + "/releases", Map.of()).expect(302);
        await().atMost(SOON).until(() -> clerk.open(job).text().contains("检验通过"));

        var done = clerk.open(job).expect(200);
        var file = done.page().select("a[href$=/file]").first().attr("href");
        var released = Files.write(folder.resolve("released.pdf"), clerk.download(file));
        var text = new Poppler(released).text().replaceAll("\\s", "");
        assertThat(text).contains("申请人〔不予公开1〕于二〇二一年三月五日来信").doesNotContain(Paper.SECRETS);
        var list = clerk.open(file.replace("/file", "/list")).expect(200);
        assertThat(list.text()).contains("个人隐私", "第十五条").doesNotContain(Paper.SECRETS);
        assertThat(new String(clerk.download(file.replace("/file", "/list.csv")), "UTF-8"))
                .contains("\"1\",\"1\",\"文字\",\"1\",\"3\",\"个人隐私")
                .doesNotContain(Paper.SECRETS);

        var paper =
                Files.write(
                        folder.resolve("list.pdf"),
                        clerk.download(file.replace("/file", "/list.pdf")));
        assertThat(new Poppler(paper).text().replaceAll("\\s", ""))
                .contains("区分处理清单", "个人隐私", "第十五条", "银川市生态环境局")
                .doesNotContain(Paper.SECRETS);
        assertThat(clerk.download(file.replace("/file", "/list.docx"))).startsWith('P', 'K');

        long id = Long.parseLong(job.replaceAll("\\D", ""));
        assertThat(redactions.disclosable(id).orElseThrow().parts()).hasSize(3);
        assertThat(redactions.listOfGrounds(id)).isPresent();
        clerk.open(job)
                .send(job + "/marks", Map.of("kind", "words", "quote", "化工厂", "ground", "privacy"))
                .expect(302);
        assertThat(redactions.disclosable(id)).as("of older marks").isEmpty();
        assertThat(
                        database.sql("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id")
                                .param("redaction-job:" + id)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "redaction.opened",
                        "redaction.marked",
                        "redaction.marked",
                        "redaction.marked",
                        "redaction.marked",
                        "redaction.mark-taken-back",
                        "redaction.release-asked",
                        "redaction.released",
                        "redaction.marked");
    }

    @Test
    void isRefusedWhileTheWordsStandElsewhere() {
        var people = DemoPeople.at(port);
        var paper =
                Paper.of(
                        it -> {
                            it.lines();
                            try (var pen = it.pen()) {
                                it.say(pen, "抄送" + Paper.NAME, 60, 400);
                            }
                        });
        var sha256 =
                people.as("clerk")
                        .upload("/api/v1/files", "paper.pdf", paper, Map.of())
                        .expect(201)
                        .text("/sha256");
        var input =
                Map.of("sha256", sha256, "fileName", "a.pdf", "title", "抄送", "section", "office");
        var job =
                "/api/v1/redactions/"
                        + people.as("clerk")
                                .post("/api/v1/redactions", input)
                                .expect(201)
                                .at("/id")
                                .asLong();
        var box = Paper.nameArea();
        var area =
                Map.of(
                        "page", 1,
                        "left", box.left() * 100,
                        "top", box.top() * 100,
                        "right", box.right() * 100,
                        "bottom", box.bottom() * 100,
                        "ground", "privacy");
        var mark = people.as("clerk").post(job + "/marks", area).expect(201).at("/id").asLong();

        people.as("clerk").post(job + "/releases", Map.of()).expect(201);
        await().atMost(SOON).until(() -> state(people, job).equals("refused"));
        assertThat(people.as("clerk").get(job).text("/releases/0/refusal"))
                .isEqualTo("第1处标记的文字在第1页仍有出现。请一并标记，或注明其他位置可以公开");

        people.as("clerk").delete(job + "/marks/" + mark).expect(204);
        people.as("clerk")
                .with("If-Match", "\"1\"")
                .post(job + "/marks", Map.of("quote", Paper.NAME, "ground", "privacy"))
                .expect(412);
        people.as("clerk")
                .post(job + "/marks", Map.of("quote", Paper.NAME, "ground", "privacy"))
                .expect(201);
        people.as("clerk").post(job + "/releases", Map.of()).expect(201);
        await().atMost(SOON).until(() -> state(people, job).equals("done"));
        assertThat(people.as("clerk").get(job).at("/releases/0/grounds/0/places").asInt())
                .isEqualTo(2);
        var release = people.as("clerk").get(job).at("/releases/0/id").asLong();
        people.as("clerk").get(job + "/releases/" + release + "/file").expect(200);
    }

    @Test
    void isSeenByTheOfficeAndTheSectionAlone() {
        var people = DemoPeople.at(port);
        var clerk = DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD);
        var job = opened(clerk, Paper.of(Paper::lines));
        var call = "/api/v1" + job.substring("/desk".length());

        people.as("office").get(call).expect(200);
        people.as("head").get(call).expect(200);
        people.as("head")
                .post(call + "/marks", Map.of("quote", Paper.NAME, "ground", "privacy"))
                .expect(403);
        for (var other : new String[] {"auditor", "operator", "secrecy", "legal"}) {
            people.as(other).get(call).expect(404);
            people.as(other).get("/api/v1/redactions").expect(403);
            people.as(other)
                    .post(call + "/marks", Map.of("quote", Paper.NAME, "ground", "privacy"))
                    .expect(404);
            DeskClient.at(port)
                    .signIn(other, DemoPeople.PASSWORD)
                    .open(job + "/pages/1/marked.png")
                    .expect(404);
        }
        people.reader().get(call).expect(401);
    }

    @Test
    void isMarkedWithThePointer() {
        var job =
                opened(
                        DeskClient.at(port).signIn("clerk", DemoPeople.PASSWORD),
                        Paper.of(Paper::lines));
        try (var clerk = DeskWindow.of("clerk", port)) {
            var page = clerk.open(job);
            page.waitForFunction(
                    "() => [...document.images].every(it => it.complete && it.naturalWidth)");
            var sheet = page.locator("[data-redaction-page]");
            sheet.scrollIntoViewIfNeeded();
            var edge = sheet.boundingBox();
            var box = Paper.nameArea();
            page.mouse().move(edge.x + box.left() * edge.width, edge.y + box.top() * edge.height);
            page.mouse().down();
            page.mouse()
                    .move(edge.x + box.right() * edge.width, edge.y + box.bottom() * edge.height);
            page.mouse().up();
            assertThat(page.locator(".redaction-box").isVisible()).isTrue();
            assertThat(Double.parseDouble(page.inputValue("#left")))
                    .isBetween(box.left() * 100 - 1, box.left() * 100 + 1);
            clerk.select("不予公开的理由", "个人隐私");
            clerk.press("添加标记");
            assertThat(page.innerText("main")).contains("标记已记下", "第1页的一个区域");
            page.locator(".redaction details").last().locator("summary").click();
            assertThat(page.innerText("main")).contains("申请人〔不予公开1〕于二〇二一年");
            assertThat(Axe.findings(page)).isEmpty();
            Browser.photograph(page, "redaction-wide");
            page.setViewportSize(Browser.NARROW, 740);
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(Browser.NARROW);
            assertThat(Axe.findings(page)).isEmpty();
            Browser.photograph(page, "redaction-narrow");
            page.setViewportSize(Browser.WIDE, 900);
            clerk.press("生成公开件");
            await().atMost(SOON)
                    .until(
                            () -> {
                                clerk.open(job);
                                return page.innerText("main").contains("检验通过");
                            });
            assertThat(Axe.findings(page)).isEmpty();
            assertThat(page.innerText("main")).doesNotContain("标记后来有改动");
            Browser.photograph(page, "redaction-done");
            clerk.follow("区分处理清单");
            assertThat(page.innerText("main")).contains("白色数字", "个人隐私");
            assertThat(Axe.findings(page)).isEmpty();
            Browser.photograph(page, "redaction-grounds");
            clerk.open("/desk/redactions");
            assertThat(Axe.findings(page)).isEmpty();
            Browser.photograph(page, "redaction-list");
            assertThat(clerk.complaints()).isEmpty();
        }
    }

    private static String state(DemoPeople people, String job) {
        return people.as("clerk").get(job).expect(200).text("/releases/0/state");
    }

    private static String opened(DeskClient clerk, byte[] paper) {
        return clerk.open("/desk/redactions")
                .sendFile(
                        "/desk/redactions",
                        "file",
                        "原件.pdf",
                        paper,
                        Map.of("title", "检查记录", "section", "office"))
                .expect(302)
                .redirect();
    }
}
