package org.gongkai.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Pages of a list (分页)")
class PagesTests {

    @ParameterizedTest(name = "page {0} of {1} lines, 20 each")
    @CsvSource({
        "1, 0, '1*'",
        "1, 20, '1*'",
        "1, 21, '1* 2'",
        "6, 240, '1 … 4 5 6* 7 8 … 12'",
        "12, 240, '1 … 10 11 12*'",
        "4, 240, '1 2 3 4* 5 6 … 12'"
    })
    void showsFirstLastAndNeighbours(int number, long total, String shown) {
        assertThat(written(Pages.of(number, total, 20, it -> "/?page=" + it))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-5, 1", "13, 12", "2147483647, 12"})
    void stopsAtBothEnds(int asked, int shown) {
        assertThat(Pages.of(asked, 240, 20, it -> "/?page=" + it).number()).isEqualTo(shown);
    }

    @Test
    void knowsTheAddressesBeforeAndAfter() {
        var pages = Pages.of(6, 240, 20, it -> "/?page=" + it);

        assertThat(pages.previous()).isEqualTo("/?page=5");
        assertThat(pages.next()).isEqualTo("/?page=7");
        assertThat(Pages.of(1, 10, 20, it -> "/").previous()).isNull();
        assertThat(Pages.of(1, 10, 20, it -> "/").next()).isNull();
    }

    private static String written(Pages pages) {
        return pages.around().stream()
                .map(it -> it.address() == null ? "…" : it.number() + (it.here() ? "*" : ""))
                .collect(Collectors.joining(" "));
    }
}
