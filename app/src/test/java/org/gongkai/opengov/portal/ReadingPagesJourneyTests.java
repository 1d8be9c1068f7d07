package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddressBook;
import org.gongkai.platform.pages.TagCheck;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.DeskClient;
import org.gongkai.testing.files.ExcelSamples;
import org.gongkai.testing.files.ImageSamples;
import org.gongkai.testing.files.PdfSamples;
import org.gongkai.testing.files.WordSamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoAgencyTest
@DisplayName("A reader opens attachments without an office program (附件网页阅读)")
class ReadingPagesJourneyTests {
    @LocalServerPort int port;
    @Autowired PublicAddressBook book;
    @Autowired JdbcClient database;

    private DemoPeople people;
    private DeskClient reader;

    @BeforeEach
    void open() {
        people = DemoPeople.at(port);
        reader = DeskClient.at(port);
    }

    private record Attachment(String name, byte[] bytes) {}

    private record Published(String id, String path) {
        String read(int number) {
            return path + "/attachments/" + number + "/read";
        }
    }

    private Published published(String title, Attachment... attachments) {
        var input = new LinkedHashMap<String, Object>(DemoPeople.notice(title, "<p>见附件。</p>"));
        input.put("attachments", uploaded(attachments));
        var id = people.published(input);
        return new Published(id, "/d/" + people.read(id).text("/indexNumber"));
    }

    private List<Map<String, String>> uploaded(Attachment... attachments) {
        var kept = new ArrayList<Map<String, String>>();
        for (var it : attachments) {
            var answer =
                    people.as("clerk").upload("/api/v1/files", it.name(), it.bytes(), Map.of());
            kept.add(Map.of("sha256", answer.expect(201).text("/sha256"), "name", it.name()));
        }
        return kept;
    }

    private static Attachment word(String name, String words) {
        return new Attachment(name, WordSamples.plain(words));
    }

    private static Attachment scan() {
        return new Attachment(
                "扫描件.pdf",
                PdfSamples.pdf(
                        (document, page, pen) ->
                                PdfSamples.picture(document, pen, 0, 0, 612, 792)));
    }

    @Test
    void isLedFromTheDownloadToThePageAndBack() {
        var sheet = ExcelSamples.excel((workbook, first) -> {});
        var document =
                published(
                        "网页阅读的通知",
                        word("方案.docx", "方案的文字"),
                        new Attachment("数据.xlsx", sheet),
                        new Attachment("旧表.xls", ExcelSamples.oldExcel((workbook, first) -> {})));

        var links = reader.open(document.path()).expect(200).page().select(".attachments a.read");
        var page = reader.open(document.read(1)).expect(200).page();

        assertThat(links.eachAttr("href")).containsExactly(document.read(1), document.read(2));
        assertThat(links.eachText()).containsExactly("网页阅读方案.docx", "网页阅读数据.xlsx");
        assertThat(page.select("h1").text()).isEqualTo("方案.docx");
        assertThat(page.select(".paper-body").text()).isEqualTo("方案的文字");
        assertThat(page.select("main .lead a").attr("href")).isEqualTo(document.path());
        assertThat(page.select("main a[download]").attr("href")).startsWith("/files/");
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(document.read(1));
        assertThat(TagCheck.findings(page.html(), TagCheck.PageKind.at(document.read(1))))
                .isEmpty();
        var table = reader.open(document.read(2)).expect(200).page();
        assertThat(table.select(".scroller[tabindex=0] table th[scope=col]").eachText())
                .containsExactly("行0", "值02");
        reader.open(document.read(3)).expect(404);
        reader.open(document.read(4)).expect(404);
        reader.open(document.read(1) + "/2").expect(404);
        reader.open(document.read(1) + "/1").expect(404);
    }

    @Test
    void turnsThePagesOfALongFile() {
        var long1 =
                WordSamples.word(
                        it ->
                                IntStream.range(0, 2_000)
                                        .forEach(n -> WordSamples.add(it, n + "字".repeat(60))));
        var document = published("长附件的通知", new Attachment("长.docx", long1));

        var first = reader.open(document.read(1)).expect(200).page();
        var second = reader.open(document.read(1) + "/2").expect(200).page();

        assertThat(first.select(".pagination a[rel=next]").attr("href"))
                .isEqualTo(document.read(1) + "/2");
        assertThat(second.select(".pagination a[rel=prev]").attr("href"))
                .isEqualTo(document.read(1));
        assertThat(second.select("link[rel=canonical]").attr("href"))
                .endsWith(document.read(1) + "/2");
        assertThat(second.title()).isNotEqualTo(first.title());
        try (var all = book.all()) {
            assertThat(all.map(PublicAddress::address))
                    .contains(document.read(1), document.read(1) + "/2");
        }
    }

    @Test
    void seesThePicturesOfATextAsLongAsItIsPublic() {
        var text =
                WordSamples.word(
                        it -> {
                            WordSamples.add(it, "图");
                            WordSamples.picture(it, ImageSamples.png(), "a.png", "");
                        });
        var document = published("带插图附件的通知", new Attachment("图.docx", text));

        var image = reader.open(document.read(1)).expect(200).page().select(".paper-body img");
        var address = image.attr("src");

        assertThat(address).isEqualTo(document.path() + "/attachments/1/pictures/1.png");
        assertThat(image.attr("alt")).isEqualTo("插图（原文件没有文字说明）");
        assertThat(reader.download(address)).isEqualTo(ImageSamples.png());
        try (var all = book.all()) {
            assertThat(all.map(PublicAddress::address)).contains(address);
        }
        reader.open(address.replace(".png", ".jpg")).expect(404);
        reader.open(address.replace("/1.png", "/2.png")).expect(404);
        reader.open(address.replace("attachments/1", "attachments/2")).expect(404);
        people.step(
                        "office",
                        document.id(),
                        "withdraw",
                        Map.of("reason", "有误", "legalBasis", "条例第十五条"))
                .expect(200);
        reader.open(address).expect(404);
    }

    @Test
    void findsEachSheetOfABook() {
        var sheets =
                ExcelSamples.excel(
                        (workbook, first) -> {
                            for (var it = 3; it < 700; it++) {
                                first.createRow(it).createCell(0).setCellValue("行" + it);
                                first.getRow(it).createCell(2).setCellValue(it);
                            }
                            workbook.createSheet("空表");
                            var last = workbook.createSheet("说明").createRow(0);
                            last.createCell(0).setCellValue("填报说明");
                        });
        var document = published("多张工作表的通知", new Attachment("多表.xlsx", sheets));

        var page = reader.open(document.read(1)).expect(200).page();
        var links = page.select("nav.contents a");

        assertThat(links.eachText()).containsExactly("水质", "说明");
        assertThat(links.eachAttr("href"))
                .containsExactly(
                        document.read(1) + "#section-1", document.read(1) + "/2#section-2");
        assertThat(page.select("#section-1").text()).isEqualTo("工作表：水质（第1至501行，共700行）");
        assertThat(
                        reader.open(document.read(1) + "/2")
                                .expect(200)
                                .page()
                                .select("#section-2 + p")
                                .text())
                .isEqualTo("填报说明");
    }

    @Test
    void isLedFromASearchToTheAttachmentThatWasFound() {
        var document = published("检索附件的通知", word("甲.docx", "别的文字"), word("乙.docx", "沙枣花粉监测点布设"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(
                                                reader.open(
                                                                "/search?q=%E6%B2%99%E6%9E%A3%E8%8A%B1%E7%B2%89")
                                                        .expect(200)
                                                        .page()
                                                        .select(".in-attachment a")
                                                        .eachAttr("href"))
                                        .contains(document.read(2)));
    }

    @Test
    void isToldOfAScanThatThereIsNothingToRead() {
        var document = published("扫描件的通知", scan());

        var page = reader.open(document.read(1)).expect(200).page();

        assertThat(page.select(".banner").text()).contains("没有可读出的文字", "请下载原文件");
        assertThat(page.select(".paper")).isEmpty();
    }

    @Test
    void findsAnotherFileAfterACorrectionAndNoneAfterAWithdrawal() {
        var document = published("更正附件的通知", word("一.docx", "更正前的附件"));
        assertThat(text(document)).contains("更正前的附件");

        var change = new LinkedHashMap<String, Object>();
        change.put("note", "附件有误");
        change.put("attachments", uploaded(word("二.docx", "更正后的附件")));
        people.step("clerk", document.id(), "correct", change).expect(200);
        people.step("clerk", document.id(), "submit", Map.of()).expect(200);
        DemoPeople.SIGNERS.forEach(it -> people.sign(it, document.id()).expect(200));
        people.step("office", document.id(), "publish", Map.of()).expect(200);

        assertThat(text(document)).contains("更正后的附件").doesNotContain("更正前的附件");
        people.step(
                        "office",
                        document.id(),
                        "withdraw",
                        Map.of("reason", "有误", "legalBasis", "条例第十五条"))
                .expect(200);
        reader.open(document.read(1)).expect(404);
    }

    private String text(Published document) {
        return reader.open(document.read(1)).expect(200).page().select(".paper-body").text();
    }

    @Test
    void isReadFromTheFileOnlyOnce() {
        var document = published("只读一次的通知", word("唯一.docx", "只读一次" + System.nanoTime()));

        var first = reader.open(document.read(1)).expect(200).body();
        var again = reader.open(document.read(1)).expect(200).body();

        assertThat(again).isEqualTo(first);
        assertThat(
                        database.sql(
                                        "SELECT count(*) FROM file_reading r JOIN file_reading_section s USING (sha256) WHERE s.html LIKE '%只读一次%' AND r.outcome = 'WHOLE'")
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }
}
