package org.gongkai.accessibility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.gongkai.testing.Browser;
import org.gongkai.testing.DemoAgencyTest;
import org.gongkai.testing.DemoPeople;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoAgencyTest
@DisplayName("Pinyin above rare characters (生僻字注音)")
class PinyinTests {
    @LocalServerPort int port;

    @Test
    void knowsTheUsualReadingOfEachRareCharacterOnce() throws IOException {
        var readings = new HashMap<String, String>();
        for (var line : table().split("\n")) {
            var parts = line.split("\t");
            parts[1].codePoints()
                    .mapToObj(Character::toString)
                    .forEach(it -> assertThat(readings.put(it, parts[0])).as(it).isNull());
        }

        assertThat(readings)
                .containsAllEntriesOf(
                        Map.of(
                                "睢", "suī", "垚", "yáo", "勰", "xié", "玥", "yuè", "郇", "huán", "泾",
                                "jīng"));
        assertThat(readings).hasSizeGreaterThan(20_000);
        assertThat(readings.keySet()).noneMatch(PinyinTests::isEveryday);
    }

    @Test
    void putsThemAboveTheTextAndTakesThemAway() {
        var people = DemoPeople.at(port);
        var notice = DemoPeople.notice("注音的样本", "<p>联系人：睢垚，泾源县。</p>");
        var number = people.read(people.published(notice)).text("/indexNumber");
        try (var window = Browser.open()) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/d/" + number);
            page.locator("#reading-summary").click();
            page.locator("#reading-pinyin").check();

            assertThat(page.locator(".paper-body rt")).hasText(new String[] {"suī", "yáo", "jīng"});
            page.reload();
            assertThat(page.locator(".paper-body ruby")).hasCount(3);

            page.locator("#reading-summary").click();
            page.locator("#reading-pinyin").uncheck();
            assertThat(page.locator(".paper-body p")).hasText("联系人：睢垚，泾源县。");
            assertThat(page.locator("ruby")).hasCount(0);
        }
    }

    private static boolean isEveryday(String character) {
        var bytes = character.getBytes(Charset.forName("GB2312"));
        return bytes.length == 2 && (bytes[0] & 0xFF) >= 0xB0 && (bytes[0] & 0xFF) <= 0xD7;
    }

    private static String table() throws IOException {
        try (var in =
                Objects.requireNonNull(
                        PinyinTests.class.getResourceAsStream("/static/assets/pinyin.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
