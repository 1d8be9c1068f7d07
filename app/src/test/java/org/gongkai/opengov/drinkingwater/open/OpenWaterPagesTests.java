package org.gongkai.opengov.drinkingwater.open;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@DemoAgencyTest
@DisplayName("Pages of 水源水质: wide, narrow, dark and for elders, with a year of months")
class OpenWaterPagesTests {
    @Autowired ApplicationContext program;
    @LocalServerPort int port;

    private ReleasedWater water;
    private long north;

    @Test
    void areInOrderInEveryForm() {
        aYearOfMonths();
        var agency = "?agency=" + water.key();
        var pages = new LinkedHashMap<String, String>();
        pages.put("glance", "/water" + agency);
        pages.put("months", "/water/months" + agency);
        pages.put("month", "/water/months/2021-05" + agency);
        pages.put("missing", "/water/months/2021-03" + agency);
        pages.put("source", "/water/sources/" + north);
        pages.put("item-of-source", "/water/sources/" + north + "/items/w01007");
        pages.put("items", "/water/items");
        pages.put("item", "/water/items/w01007" + agency);
        pages.put("widget", "/water/widget" + agency);
        look(Browser.NARROW, "", pages);
        look(Browser.NARROW, "elder", pages);
        look(Browser.WIDE, "", pages);
        look(Browser.WIDE, "yellow-on-black", pages);
    }

    private void look(int width, String edition, Map<String, String> pages) {
        try (var window = Browser.open(width, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            pages.forEach(
                    (name, path) -> {
                        var answer = page.navigate("http://127.0.0.1:" + port + path);
                        assertThat(answer.status()).as(path).isEqualTo(200);
                        choose(page, edition);
                        Browser.photograph(
                                page, "open-water-" + name + "-" + width + "-" + edition);
                        assertThat(Axe.findings(page)).as(path + " at " + width).isEmpty();
                        assertThat(
                                        page.evaluate(
                                                "document.documentElement.scrollWidth <="
                                                        + " window.innerWidth"))
                                .as(path + " at " + width + " " + edition)
                                .isEqualTo(true);
                    });
        }
    }

    private static void choose(Page page, String edition) {
        var attribute = edition.equals("elder") ? "edition" : "scheme";
        if (!edition.isEmpty()) {
            page.evaluate(
                    "it => { document.documentElement.dataset[it[0]] = it[1]; }",
                    List.of(attribute, edition));
        }
    }

    private void aYearOfMonths() {
        water = ReleasedWater.of(program, "waterpages", "水质页面测试局");
        var lake = water.source("页面水库水源地", "RESERVOIR", "640105");
        north = water.source("页面北郊水源地", "GROUND", "640106");
        var south = water.source("页面南郊水源地", "GROUND", "640106");
        var east = water.source("页面东郊水源地", "GROUND", "640104");
        var helan = water.source("页面贺兰水源地", "GROUND", "640122");
        for (var month = YearMonth.of(2020, 5);
                month.isBefore(YearMonth.of(2021, 7));
                month = month.plusMonths(1)) {
            if (month.equals(YearMonth.of(2021, 3))) {
                water.explain("2021-03", "监测站搬迁，四月补测。");
                continue;
            }
            for (var source : List.of(north, south, east, helan)) {
                var hardness = 390 + (source * 37 + month.getMonthValue() * 13) % 75;
                water.results(
                        source,
                        month.toString(),
                        Map.of(
                                "总硬度(以CaCO3计)",
                                Long.toString(hardness),
                                "pH",
                                "7." + month.getMonthValue() % 10,
                                "氟化物",
                                "0." + (60 + month.getMonthValue()),
                                "砷",
                                "0.0003L",
                                "硫酸盐",
                                Integer.toString(180 + month.getMonthValue() * 4),
                                "溶解性总固体",
                                Integer.toString(820 + month.getMonthValue() * 5)));
            }
            water.results(
                    lake,
                    month.toString(),
                    Map.of("高锰酸盐指数", "2.2", "溶解氧", "8.6", "pH值", "8.1", "总磷", "0.02"));
            water.release(month.toString(), month.plusMonths(1).atDay(12) + "T02:00:00Z");
        }
        water.results(north, "2021-05", Map.of("总硬度(以CaCO3计)", "455", "pH", "7.4"));
        water.correct("2021-05", "实验室复测后更正北郊水源地总硬度。", "2021-06-25T02:00:00Z");
    }
}
