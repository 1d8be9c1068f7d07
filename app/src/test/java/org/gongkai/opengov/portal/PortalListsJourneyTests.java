package org.gongkai.opengov.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.gongkai.testing.PublicWork;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@DemoAgencyTest
@DisplayName("Lists of the portal (栏目列表、公开目录): choices, order, files to take along")
class PortalListsJourneyTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> FORMED = Map.of("formedOn", "2021-07-28");

    @LocalServerPort int port;

    @Test
    void areNarrowedByValidityAndTheNumbersAreTrue() {
        var work = PublicWork.at(port).in("rules");
        var inForce = work.publish("normative-document", "筛选办法", "<p>第一条。</p>", normative(71));
        var notice = work.publish("notice", "筛选通知", "<p>正文。</p>", FORMED);

        var choice =
                page("/c/rules").select(".filters a").stream()
                        .filter(it -> it.attr("href").equals("/c/rules?validity=in-force"))
                        .findFirst()
                        .orElseThrow();
        var narrowed = page(choice.attr("href"));

        assertThat(narrowed.select(".document-list a").eachAttr("href"))
                .contains(inForce.path())
                .doesNotContain(notice.path())
                .hasSize(Integer.parseInt(choice.select(".count").first().ownText()));
        assertThat(narrowed.select(".list-tools [role=status]").text())
                .isEqualTo("共" + choice.select(".count").first().ownText() + "条信息");
        assertThat(narrowed.select(".filters [aria-current]").eachText())
                .anyMatch(it -> it.startsWith("有效"));
    }

    @Test
    void areNarrowedByTheItemOfArticle20() {
        var published =
                PublicWork.at(port).in("rules").publish("notice", "事项通知", "<p>正文。</p>", FORMED);

        assertThat(page("/c/rules?item=3").select(".document-list a").eachAttr("href"))
                .contains(published.path());
        assertThat(page("/c/rules?item=6").select(".document-list a")).isEmpty();
        assertThat(page("/c/rules?item=6").select(".empty-title").text()).isEqualTo("这里还没有信息");
        for (var senseless :
                List.of("item=x", "year=many", "kind=nothing", "validity=maybe", "section=none")) {
            assertThat(get("/c/rules?" + senseless).statusCode()).as(senseless).isEqualTo(404);
        }
    }

    @Test
    void areSortedEitherWay() {
        var work = PublicWork.at(port).in("overview");
        work.publish("notice", "排序一", "<p>正文。</p>", FORMED);
        work.publish("notice", "排序二", "<p>正文。</p>", FORMED);

        var newest = page("/c/overview").select(".document-list a").eachAttr("href");
        var oldest = page("/c/overview?order=oldest").select(".document-list a").eachAttr("href");

        assertThat(oldest).isEqualTo(newest.reversed());
    }

    @Test
    void canBeTakenAlongAsThreeFilesThatSayTheSame() throws IOException {
        var work = PublicWork.at(port).in("remediation");
        work.publish("notice", "=1+1 治理通知", "<p>摘要文字。</p>", FORMED);
        work.publish("normative-document", "治理办法", "<p>第一条。</p>", normative(72));

        var csv = Csv.read(new String(bytes("/c/remediation/list.csv"), StandardCharsets.UTF_8));
        var xlsx = sheet(bytes("/c/remediation/list.xlsx"));
        var json = new JsonMapper().readTree(bytes("/c/remediation/list.json"));

        assertThat(csv.getFirst())
                .isEqualTo(xlsx.getFirst())
                .startsWith("索引号", "名称", "内容概述", "生成日期");
        assertThat(csv).hasSameSizeAs(xlsx).hasSize(json.at("/items").size() + 1);
        for (var row = 1; row < csv.size(); row++) {
            var plain = csv.get(row).stream().map(it -> it.replaceFirst("^'=", "=")).toList();
            var item = json.at("/items/" + (row - 1));
            assertThat(plain).isEqualTo(xlsx.get(row));
            assertThat(plain.get(0)).isEqualTo(item.at("/indexNumber").asString());
            assertThat(plain.get(1)).isEqualTo(item.at("/title").asString());
            assertThat(plain.get(3)).isEqualTo(item.at("/formedOn").asString());
        }
        assertThat(csv).anySatisfy(it -> assertThat(it.get(1)).isEqualTo("'=1+1 治理通知"));
        assertThat(csv)
                .anySatisfy(
                        it -> {
                            assertThat(it.get(1)).isEqualTo("治理办法");
                            assertThat(it.get(9)).isEqualTo("银环规发〔2021〕72号");
                            assertThat(it.get(10)).isEqualTo("有效");
                            assertThat(it.get(11)).isEqualTo("《政府信息公开条例》第二十条第三项");
                        });
    }

    @Test
    void standInTheCatalogueWithTheFieldsOfArticle12() {
        var published =
                PublicWork.at(port)
                        .in("annual-reports")
                        .publish("notice", "目录里的通知", "<p>这是内容概述。</p>", FORMED);

        var row =
                page("/catalogue?column=annual-reports").select("#entries tbody tr").stream()
                        .filter(it -> it.select("a").attr("href").equals(published.path()))
                        .findFirst()
                        .orElseThrow();

        assertThat(row.text())
                .contains(published.indexNumber(), "目录里的通知", "这是内容概述。", "2021-07-28", "2021-07-30");
        assertThat(get("/catalogue?column=nowhere").statusCode()).isEqualTo(404);
        assertThat(
                        new String(
                                bytes("/catalogue.csv?column=annual-reports"),
                                StandardCharsets.UTF_8))
                .contains(published.indexNumber());
        assertThat(get("/catalogue.doc").statusCode()).isEqualTo(404);
    }

    @Test
    void openOnTheHomePageWithWhatPeopleComeFor() {
        DemoPeople.at(port)
                .as("office")
                .post(
                        "/api/v1/columns",
                        Map.of(
                                "key", "home-area",
                                "parent", "statutory",
                                "name", "首页领域",
                                "kind", "政务动态",
                                "description", "首页领域",
                                "keywords", "首页",
                                "position", 800))
                .expect(201);
        var notice =
                PublicWork.at(port).in("home-area").publish("notice", "首页公示", "<p>正文。</p>", FORMED);

        var home = page("/");

        var tile =
                home.select(".tile").stream()
                        .filter(it -> it.select("h3 a").attr("href").equals("/c/home-area"))
                        .findFirst()
                        .orElseThrow();
        assertThat(tile.select(".tile-newest a").attr("href")).isEqualTo(notice.path());
        assertThat(tile.select(".tile-count").text()).isEqualTo("1条");
        assertThat(home.select(".ways a").eachAttr("href"))
                .containsExactly("/columns", "/requests/new", "/c/guide");
        home.select("main a[href]")
                .forEach(
                        it ->
                                assertThat(get(it.attr("href")).statusCode())
                                        .as(it.attr("href"))
                                        .isEqualTo(200));
    }

    private static Map<String, String> normative(int number) {
        return new HashMap<>(
                Map.of(
                        "documentNumber", "银环规发〔2021〕" + number + "号",
                        "issuer", "银川市生态环境局",
                        "formedOn", "2021-07-01",
                        "printedOn", "2021-07-02",
                        "effectiveOn", "2021-07-05",
                        "expiresOn", "2026-07-04",
                        "topic", "环境保护",
                        "legalityReview", "已审核"));
    }

    /** What a spreadsheet program shows; no cell is a formula. */
    private static List<List<String>> sheet(byte[] file) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var rows = new ArrayList<List<String>>();
            for (var row : book.getSheetAt(0)) {
                var cells = new ArrayList<String>();
                row.forEach(
                        it -> {
                            assertThat(it.getCellType()).isEqualTo(CellType.STRING);
                            cells.add(it.getStringCellValue());
                        });
                rows.add(cells);
            }
            return rows;
        }
    }

    /** Reads what {@link ListFiles} writes: every cell quoted. */
    private static final class Csv {
        static List<List<String>> read(String text) {
            assertThat(text).startsWith("\uFEFF");
            return text.substring(1)
                    .lines()
                    .map(line -> List.of(line.substring(1, line.length() - 1).split("\",\"", -1)))
                    .toList();
        }
    }

    private Document page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private HttpResponse<String> get(String path) {
        return send(path, BodyHandlers.ofString());
    }

    private byte[] bytes(String path) {
        var answer = send(path, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("attachment"));
        return answer.body();
    }

    private <T> HttpResponse<T> send(String path, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    handler);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
