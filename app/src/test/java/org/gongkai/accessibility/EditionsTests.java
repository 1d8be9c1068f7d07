package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.gongkai.testing.Axe;
import org.gongkai.testing.Browser;
import org.gongkai.testing.OwnAgencyTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The normal edition in light and dark is {@link EveryPageTests}' work; here each type of public
 * page is loaded once and set anew.
 */
@OwnAgencyTest
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("Editions (长者版、高对比度、深色、大字): every type of public page, wide and narrow")
class EditionsTests {
    private static final List<Integer> WIDTHS = List.of(Browser.WIDE, Browser.NARROW);
    private static final List<Edition> SCHEMES =
            List.of(Edition.DARK, Edition.BLACK_ON_WHITE, Edition.YELLOW_ON_BLACK);

    @LocalServerPort int port;

    private List<String> pages = List.of();

    @BeforeAll
    void findThePages() {
        var states = EveryState.at(port);
        pages = PublicPages.from(base(), states.publicPaths());
    }

    @Test
    void areInOrderForElders() {
        assertThat(onEachPage(List.of(Edition.ELDER), Axe::findings)).isEmpty();
    }

    @Test
    void canBeReadInEachScheme() {
        assertThat(onEachPage(SCHEMES, Axe::contrast)).isEmpty();
    }

    @Test
    void giveEldersLargeTypeAndLargeTargets() {
        assertThat(onEachPage(List.of(Edition.ELDER), Legibility::tooSmallForElders)).isEmpty();
    }

    @Test
    void loseNothingAtTwiceTheSize() {
        assertThat(
                        onEachPage(
                                List.of(
                                        Edition.NORMAL,
                                        Edition.TWICE,
                                        Edition.ELDER,
                                        Edition.SPACED),
                                Legibility::lost))
                .isEmpty();
    }

    @Test
    void loseNothingWithTheReadersOwnSpacing() {
        assertThat(
                        onEachPage(
                                List.of(Edition.NORMAL, Edition.ELDER),
                                page -> {
                                    Legibility.spaceOut(page);
                                    return Legibility.lost(page);
                                }))
                .isEmpty();
    }

    @Test
    void areLookedAtByATestThatSeesWhatIsWrong() {
        try (var window = Browser.open()) {
            var page = window.newPage();
            page.setContent(
                    """
                    <html lang="zh-CN"><body style="margin:0">
                    <p style="height:1em;width:4em;overflow:hidden">一二三四五六七八九</p>
                    <p style="white-space:nowrap;width:3em">一二三四五六七八九</p>
                    <p style="margin-top:-2.2em">盖住</p>
                    <p style="width:3000px">太宽</p>
                    <a href="/" style="display:block;width:50px;height:50px">小</a></body></html>
                    """);

            assertThat(String.join("\n", Legibility.lost(page)))
                    .contains(
                            "3000 px wide",
                            "cut off below",
                            "wider than its box",
                            "one over the other");
            assertThat(String.join("\n", Legibility.tooSmallForElders(page)))
                    .contains("50 × 50 px", "type of 16 px");
        }
    }

    private List<String> onEachPage(List<Edition> editions, Function<Page, List<String>> look) {
        var middle = pages.size() / 2;
        var halves = List.of(pages.subList(0, middle), pages.subList(middle, pages.size()));
        return Browser.sideBySide(
                        halves.stream()
                                .map(
                                        it ->
                                                (Callable<List<String>>)
                                                        () -> onEach(it, editions, look))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<String> onEach(
            List<String> paths, List<Edition> editions, Function<Page, List<String>> look) {
        var wrong = new ArrayList<String>();
        try (BrowserContext window = Browser.open()) {
            var page = window.newPage();
            for (var path : paths) {
                page.navigate(base() + path);
                if (page.locator("form[data-reading]").count() == 0) {
                    continue; // on paper nothing is set
                }
                page.locator("#reading-summary").click();
                for (var edition : editions) {
                    for (var width : WIDTHS) {
                        edition.put(page, width);
                        look.apply(page)
                                .forEach(
                                        it ->
                                                wrong.add(
                                                        "%s %s %d: %s"
                                                                .formatted(
                                                                        path, edition, width, it)));
                    }
                }
            }
        }
        return wrong;
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
