package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Fees — 《政府信息公开信息处理费管理办法》 国办函〔2020〕109号")
class FeeMethodTests {

    @ParameterizedTest(name = "{0} pieces: {1} yuan")
    @CsvSource({
        "1, 0",
        "10, 0",
        "11, 100",
        "30, 2000",
        "31, 2200",
        "35, 3000",
        "40, 4000",
        "41, 4300",
        "50, 7000",
        "51, 7400",
        "60, 11000",
        "100, 37000"
    })
    void sumsPiecesProgressively(int pieces, long yuan) {
        assertThat(new PieceFee(1, pieces).total()).isEqualTo(yuan);
    }

    @ParameterizedTest(name = "piece {0}: {1} yuan")
    @CsvSource({
        "1, 0",
        "10, 0",
        "11, 100",
        "30, 100",
        "31, 200",
        "40, 200",
        "41, 300",
        "50, 300",
        "51, 400",
        "60, 400",
        "61, 500",
        "100, 800",
        "101, 900"
    })
    void pricesEachPieceByItsNumber(int piece, int yuan) {
        assertThat(PieceFee.price(piece)).isEqualTo(yuan);
        assertThat(new PieceFee(piece, piece).total()).isEqualTo(yuan);
    }

    @ParameterizedTest(name = "pieces {0} to {1}: {2} yuan")
    @CsvSource({"5, 12, 200", "10, 11, 100", "30, 31, 300", "29, 42, 2800", "36, 36, 200"})
    void countsOnFromThePiecesOfTheMonthBefore(int from, int to, long yuan) {
        assertThat(new PieceFee(from, to).total()).isEqualTo(yuan);
    }

    @ParameterizedTest(name = "{0} pages: {1} yuan")
    @CsvSource({
        "1, 0",
        "30, 0",
        "31, 10",
        "100, 700",
        "101, 720",
        "200, 2700",
        "201, 2740",
        "250, 4700",
        "500, 14700"
    })
    void sumsPagesByTier(int pages, long yuan) {
        assertThat(new PageFee(pages).total()).isEqualTo(yuan);
    }

    @Test
    void showsEachTierAlsoTheFreeOne() {
        assertThat(new PieceFee(8, 42).lines())
                .containsExactly(
                        new FeeLine(8, 10, 0),
                        new FeeLine(11, 30, 100),
                        new FeeLine(31, 40, 200),
                        new FeeLine(41, 42, 300));
        assertThat(new PageFee(120).lines())
                .containsExactly(
                        new FeeLine(1, 30, 0), new FeeLine(31, 100, 10), new FeeLine(101, 120, 20));
    }

    @Test
    void sumsTheMostPiecesAsTheirPricesDo() {
        long sum = 0;
        for (int piece = 1; piece <= PieceFee.MOST; piece++) {
            sum += PieceFee.price(piece);
        }

        assertThat(new PieceFee(1, PieceFee.MOST).total()).isEqualTo(sum);
    }

    @Test
    void knowsNoPiecesBeforeTheFirst() {
        assertThatThrownBy(() -> new PieceFee(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PieceFee(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PageFee(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
