package org.gongkai.opengov.drinkingwater.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.gongkai.testing.ApiClient;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.TestClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@DemoAgencyTest
@DisplayName("The water of sources for everybody (水源水质公开) — 水污染防治法 art. 72, 环境监测管理办法 art. 7")
class OpenWaterTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> FORMS = List.of("csv", "json", "xlsx");

    @Autowired ApplicationContext program;
    @Autowired TestClock clock;
    @LocalServerPort int port;

    private static int made;

    private ReleasedWater water;
    private long north;
    private long lake;

    @BeforeEach
    void begin() {
        made++;
        water = ReleasedWater.of(program, "openwater" + made, "公开水质测试局" + made);
        north = water.source("公开北水源", "GROUND", "640106");
        lake = water.source("公开水库", "RESERVOIR", "640105");
    }

    @Test
    void isSaidAtOneGlanceInWords() {
        month("2021-05", "410", "7.9");
        month("2021-06", "470", "7.9");

        var page = page("/water?agency=" + water.key());

        assertThat(page.select("h2").first().text()).isEqualTo("2021年6月水源水质");
        assertThat(page.select(".water-said").text()).isEqualTo("2 个水源中 1 个不达标：公开北水源。");
        var tile = page.select(".water-sources > li").first();
        assertThat(tile.select(".tag.late").text()).isEqualTo("不达标");
        assertThat(tile.text()).contains("地下水").contains("IV类").contains("总硬度(以CaCO3计)（0.04）");
        assertThat(page.select(".water-sources .tag.good").text()).isEqualTo("达标");
        assertThat(page.text())
                .contains("50.0%（2 个水源中 1 个达标）")
                .contains("50.0%（取水 200 万立方米，其中达标 100 万立方米）");
        assertThat(page.select(".water-where li:contains(金凤区)").text()).contains("公开北水源 不达标");
    }

    /** What has no readings was not monitored, and is not judged. */
    @Test
    void saysHowManySourcesWereNotJudged() {
        water.results(north, "2021-05", Map.of("总硬度(以CaCO3计)", "410", "pH", "7.9"));
        notMonitored(lake, "2021-05");
        water.release("2021-05", "2021-06-12T02:00:00Z");
        var said = "1 个水源全部达标，另有 1 个未评价。";
        var agency = "?agency=" + water.key();

        assertThat(page("/water" + agency).select(".water-said").text()).isEqualTo(said);
        for (var path : List.of("/water/widget", "/water/feed.xml")) {
            assertThat(text(get(path + agency))).as(path).contains(said);
        }

        notMonitored(north, "2021-06");
        notMonitored(lake, "2021-06");
        water.release("2021-06", "2021-07-12T02:00:00Z");

        assertThat(page("/water" + agency).text())
                .contains("这个月没有可以评价的结果。", "水源达标率 没有参与评价的水源", "水量达标率 没有参与评价的水源")
                .doesNotContain("取水量不全");
    }

    private void notMonitored(long source, String month) {
        water.results(source, month, Map.of("pH", "7.9"));
        water.results(source, month, Map.of());
    }

    @Test
    void isNeverToldBeforeItsReportIsPublic() {
        month("2021-05", "410", "7.9");
        water.results(north, "2021-06", Map.of("总硬度(以CaCO3计)", "987.25"));

        for (var path : everywhere("2021-06")) {
            var answer = get(path);
            assertThat(text(answer)).as(path).doesNotContain("987.25");
            if (path.contains("months/2021-06/data")) {
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
            }
        }
        assertThat(page("/water/months/2021-06?agency=" + water.key()).text()).contains("缺，逾期未公开");
        assertThat(get("/water/months/2021-04?agency=" + water.key()).statusCode()).isEqualTo(404);
    }

    @Test
    void showsAMissingMonthFromTheDayAfterItWasDue() {
        month("2021-04", "410", "7.9");
        water.explain("2021-05", "实验室停电");
        clock.set("2021-06-20T23:00:00+08:00");
        var before = page("/water?agency=" + water.key());
        assertThat(before.select("tr.water-gap")).isEmpty();
        assertThat(before.select("tr:contains(2021年5月)").text())
                .contains("未到期")
                .contains("2021-06-20");

        clock.set("2021-06-21T00:00:01+08:00");

        for (var path :
                List.of(
                        "/water?agency=" + water.key(),
                        "/water/months?agency=" + water.key(),
                        "/water/sources/" + north)) {
            var gap = page(path).select("tr.water-gap");
            assertThat(gap.text())
                    .as(path)
                    .contains("2021年5月")
                    .contains("缺，逾期未公开")
                    .contains("实验室停电");
        }
        assertThat(page("/water/months/2021-05?agency=" + water.key()).text()).contains("缺，逾期未公开");
        assertThat(
                        page("/water/sources/" + north + "/items/w01007")
                                .select("svg path.gap")
                                .attr("d"))
                .isNotEmpty();
    }

    @Test
    void showsTheNewValueAndTheNoteEverywhereOnceACorrectionIsPublic() {
        month("2021-05", "410", "7.9");
        month("2021-06", "470", "7.9");
        everywhere("2021-06").forEach(this::get);

        water.results(north, "2021-06", Map.of("总硬度(以CaCO3计)", "440.5", "pH", "7.9"));
        water.correct("2021-06", "实验室更正了总硬度", "2021-07-20T02:00:00Z");

        for (var path : everywhere("2021-06")) {
            assertThat(text(get(path)))
                    .as(path)
                    .contains(path.contains("sources/" + lake) ? "更正" : "实验室更正了总硬度");
            if (!path.matches(
                    "/water(/months)?\\?.*|.*widget.*|.*feed.*|.*api.*months.*|.*/sources/"
                            + lake
                            + ".*")) {
                assertThat(text(get(path)))
                        .as(path)
                        .contains("440.5")
                        .doesNotContain("470 mg/L", "\"470\"", ">470<");
            }
        }
        assertThat(page("/water?agency=" + water.key()).select(".water-said").text())
                .isEqualTo("2 个水源全部达标。");
        assertThat(page("/water/widget?agency=" + water.key()).text()).contains("2 个水源全部达标。");
        assertThat(text(get("/water/feed.xml?agency=" + water.key())))
                .contains("2021年6月水源水质（更正）")
                .doesNotContain("总硬度(以CaCO3计) 470");
        assertThat(
                        page("/water/sources/" + north + "/items/w01007")
                                .select("svg path.corrected")
                                .attr("d"))
                .isNotEmpty();
        assertThat(
                        page("/water/sources/" + north + "/items/w01001")
                                .select("svg path.corrected")
                                .attr("d"))
                .isEmpty();
        assertThat(page("/water/items/w01007?agency=" + water.key()).text())
                .doesNotContain("公开北水源");
    }

    /** May is public before the rock is registered, June after; both have 470 against 450. */
    @Test
    void tellsEverywhereWhatIsOverByNatureAndJudgesNoPublicMonthAnew() {
        month("2021-05", "470", "7.9");
        water.byNature(north, "总硬度(以CaCO3计)", "含水层富含碳酸盐岩");
        month("2021-06", "470", "7.9");
        var agency = "?agency=" + water.key();

        for (var path : everywhere("2021-06")) {
            if (!path.contains("sources/" + lake)) {
                assertThat(text(get(path))).as(path).contains("天然本底");
            }
        }
        var june = page("/water/months/2021-06" + agency);
        assertThat(june.select(".water-said").text()).isEqualTo("2 个水源中 1 个不达标：公开北水源（天然本底）。");
        assertThat(june.text())
                .contains("属天然本底：含水层富含碳酸盐岩，见本底调查报告，仍按超标评价。")
                .contains("水源达标率 50.0%（2 个水源中 1 个达标）")
                .contains("水源达标率（不计仅因天然本底超标的水源） 100.0%（1 个水源中 1 个达标）")
                .contains("水量达标率（不计仅因天然本底超标的水源） 100.0%（取水 100 万立方米，其中达标 100 万立方米）");
        assertThat(page("/water/months/2021-05" + agency).text()).doesNotContain("天然本底");
        assertThat(text(get("/water/months/2021-05/data.csv" + agency))).doesNotContain("碳酸盐");
        assertThat(
                        page("/water/items/w01007" + agency)
                                .select("[aria-labelledby=over] tr:contains(2021年6月)")
                                .text())
                .contains("超标 0.04 倍，属天然本底：含水层富含碳酸盐岩，见本底调查报告");
        var months = ApiClient.at(port).get("/api/v1/public/water/months" + agency).expect(200);
        assertThat(months.at("/items/0/bySources/percent").asDouble()).isEqualTo(50.0);
        assertThat(months.at("/items/0/bySourcesApart/percent").asDouble()).isEqualTo(100.0);
        assertThat(months.at("/items/1/bySourcesApart").isNull()).isTrue();
    }

    @Test
    void comesAsFilesWithUnitMethodAndLimit() {
        month("2021-06", "470", "7.9");

        var csv = text(get("/water/months/2021-06/data.csv?agency=" + water.key()));

        assertThat(csv)
                .startsWith("\uFEFF\"月份\"")
                .contains("评价方法")
                .contains("640100-113/2021-90001");
        assertThat(csv.lines().filter(it -> it.contains("w01007")).toList())
                .singleElement()
                .asString()
                .contains("\"470\",\"mg/L\",\"≤450\",\"\",\"III\",\"IV\",\"false\",\"\",\"0.04\"")
                .contains("单因子评价");
        for (var form : FORMS) {
            for (var path :
                    List.of(
                            "/water/data." + form + "?agency=" + water.key(),
                            "/water/sources/" + north + "/data." + form)) {
                var answer = get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(text(answer)).as(path).contains("470").contains("mg/L").contains("≤450");
            }
        }
    }

    @Test
    void mayBeFramedAsAWidgetAndNothingElseMay() {
        month("2021-06", "470", "7.9");

        var widget = get("/water/widget?agency=" + water.key());
        var again = get("/water/widget?agency=" + water.key());
        var page = get("/water?agency=" + water.key());

        for (var it : List.of(widget, again)) {
            assertThat(it.headers().firstValue("content-security-policy").orElseThrow())
                    .contains("frame-ancestors *")
                    .contains("default-src 'none'");
            assertThat(it.headers().firstValue("x-frame-options")).isEmpty();
        }
        assertThat(Jsoup.parse(text(widget)).select("script, form")).isEmpty();
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(Jsoup.parse(text(page)).select(".water-snippet").text())
                .contains("<iframe src=")
                .contains("/water/widget");
    }

    @Test
    void namesWhereAnItemWasOver() {
        month("2021-05", "410", "7.9");
        month("2021-06", "470", "7.9");

        var page = page("/water/items/w01007?agency=" + water.key());

        assertThat(page.select("[aria-labelledby=over] tbody tr").text())
                .contains("2021年6月")
                .contains("公开北水源")
                .contains("470 mg/L")
                .doesNotContain("2021年5月");
    }

    @Test
    void answersProgramsToo() {
        month("2021-05", "410", "7.9");
        month("2021-06", "470", "7.9");
        var reader = ApiClient.at(port);
        var agency = "?agency=" + water.key();

        var sources = reader.get("/api/v1/public/water/sources" + agency).expect(200);
        var months = reader.get("/api/v1/public/water/months" + agency).expect(200);
        var month = reader.get("/api/v1/public/water/months/2021-06" + agency).expect(200);
        var items = reader.get("/api/v1/public/water/items").expect(200);
        var data =
                reader.get("/api/v1/public/water/data?source=" + north + "&item=w01007")
                        .expect(200);

        assertThat(sources.at("/items").size()).isEqualTo(2);
        assertThat(sources.text("/items/0/class")).isEqualTo("IV");
        assertThat(months.text("/items/0/month")).isEqualTo("2021-06");
        assertThat(months.text("/items/1/state")).isEqualTo("released");
        assertThat(month.text("/sources/0/over/0/item")).isEqualTo("w01007");
        assertThat(month.at("/month/bySources/percent").asDouble()).isEqualTo(50.0);
        assertThat(items.at("/items").size()).isEqualTo(139);
        assertThat(data.at("/items").size()).isEqualTo(2);
        assertThat(data.text("/items/1/value")).isEqualTo("470");
        reader.get("/api/v1/public/water/data?source=" + north).expect(422);
        reader.get("/api/v1/public/water/months/2021-07" + agency).expect(404);
    }

    private void month(String month, String hardness, String ph) {
        var values = new LinkedHashMap<String, String>();
        values.put("总硬度(以CaCO3计)", hardness);
        values.put("pH", ph);
        values.put("砷", "0.0003L");
        water.results(north, month, values);
        water.results(lake, month, Map.of("高锰酸盐指数", "2.2", "溶解氧", "8.6"));
        var at = YearMonth.parse(month).plusMonths(1).atDay(12) + "T02:00:00Z";
        water.release(month, at);
    }

    /** Every page, file and feed that a month may show in. */
    private List<String> everywhere(String month) {
        var agency = "?agency=" + water.key();
        var paths =
                new ArrayList<>(
                        List.of(
                                "/water" + agency,
                                "/water/months" + agency,
                                "/water/months/" + month + agency,
                                "/water/sources/" + north,
                                "/water/sources/" + north + "?year=2021",
                                "/water/sources/" + north + "/items/w01007",
                                "/water/sources/" + lake,
                                "/water/feed.xml" + agency,
                                "/water/widget" + agency));
        paths.add("/api/v1/public/water/months/" + month + agency);
        paths.add("/api/v1/public/water/data?source=" + north + "&item=w01007");
        for (var form : FORMS) {
            paths.add("/water/data." + form + agency);
            paths.add("/water/months/" + month + "/data." + form + agency);
            paths.add("/water/sources/" + north + "/data." + form);
        }
        return paths;
    }

    private Document page(String path) {
        var answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(text(answer));
    }

    private HttpResponse<byte[]> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What an answer says; of a workbook, its sheets. */
    private static String text(HttpResponse<byte[]> answer) {
        var body = answer.body();
        if (!answer.headers().firstValue("content-type").orElse("").contains("spreadsheetml")) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try {
            var file = Files.createTempFile("water", ".xlsx");
            Files.write(file, body);
            try (var zip = new ZipFile(file.toFile())) {
                var text = new StringBuilder();
                for (var part : Collections.list(zip.entries())) {
                    text.append(
                            new String(
                                    zip.getInputStream(part).readAllBytes(),
                                    StandardCharsets.UTF_8));
                }
                return Parser.unescapeEntities(text.toString(), false);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
