package org.gongkai.opengov.inspections.draws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongkai.opengov.inspections.draws.DrawFigures.ChiSquare;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Figures of draws (抽取统计)")
class DrawFiguresTests {

    /**
     * The table of chi-square has 24.32 for 7 degrees of freedom and one in a thousand; ours is a
     * little wider.
     */
    @Test
    void testsWhetherVisitsAreAsEvenAsChanceMakesThem() {
        var even = ChiSquare.of(List.of(31L, 30L, 30L, 29L, 30L, 30L, 29L, 31L));

        assertThat(even).isNotNull();
        assertThat(even.freedom()).isEqualTo(7);
        assertThat(even.limit()).isBetween(2425L, 2460L);
        // Four of eight are one off from 30: 4 / 30.
        assertThat(even.statistic()).isEqualTo(13);
        assertThat(even.holds()).isTrue();
        assertThat(ChiSquare.of(List.of(60L, 60L, 10L, 10L, 10L, 30L, 30L, 30L)).holds()).isFalse();
    }

    @Test
    void saysNothingOfTooFew() {
        assertThat(ChiSquare.of(List.of(4L, 5L))).isNull();
        assertThat(ChiSquare.of(List.of(40L))).isNull();
    }
}
