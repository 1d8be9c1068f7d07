package org.gongkai.opengov.drinkingwater.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.open.Plotted.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The chart of an item (水质变化图)")
class ItemChartTests {
    private static final List<BigDecimal> LIMIT = List.of(new BigDecimal("450"));

    @Test
    void breaksItsLineWhereAMonthIsMissing() {
        var chart = chart(measured("400"), measured("410"), gap(), measured("420"));

        assertThat(chart.line()).matches("M[\\d. ]+L[\\d. ]+M[\\d. ]+");
        assertThat(chart.gaps()).startsWith("M").endsWith("Z");
        assertThat(chart.count(Kind.GAP)).isEqualTo(1);
    }

    @Test
    void leavesAMonthInWhichTheItemIsNotOnTheListEmptyWithoutCallingItAGap() {
        var chart = chart(measured("400"), Plotted.without(month(2), Kind.NOT_WANTED));

        assertThat(chart.gaps()).isEmpty();
        assertThat(chart.line()).doesNotContain("L");
    }

    @Test
    void hasTheLimitDrawnInAndRoomAboveTheHighest() {
        var chart = chart(measured("225"), over("504"));

        assertThat(chart.topText()).isEqualTo("560");
        assertThat(chart.limitLines()).isEqualTo("M0 40.6H600");
        assertThat(chart.measured()).isEqualTo("M12.0 120.3h0");
        assertThat(chart.over()).isEqualTo("M588.0 21.4h0");
        assertThat(chart.countOver()).isEqualTo(1);
    }

    @Test
    void marksWhatWasNotDetectedApartFromWhatWasMeasured() {
        var chart =
                chart(
                        measured("400"),
                        new Plotted(
                                month(2),
                                Kind.NOT_DETECTED,
                                Optional.of(new BigDecimal("5")),
                                false,
                                false));

        assertThat(chart.notDetected()).startsWith("M588.0");
        assertThat(chart.measured()).startsWith("M12.0").doesNotContain("588.0");
    }

    @Test
    void marksWhatWasCorrected() {
        var corrected =
                new Plotted(
                        month(1), Kind.MEASURED, Optional.of(new BigDecimal("430")), false, true);

        assertThat(chart(corrected, measured("400")).corrected()).startsWith("M12.0");
        assertThat(chart(measured("400")).corrected()).isEmpty();
    }

    @Test
    void doesNotBeginAtNoughtWhereTheLimitIsARange() {
        var chart =
                new ItemChart(
                        List.of(measured("7.5"), measured("8.1")),
                        List.of(new BigDecimal("6"), new BigDecimal("9")),
                        false);

        assertThat(chart.bottomText()).isEqualTo("5");
        assertThat(chart.topText()).isEqualTo("10");
        assertThat(chart.limitLines()).isEqualTo("M0 160.0H600M0 40.0H600");
    }

    @Test
    void isEmptyWhereNothingIsANumber() {
        assertThat(chart(Plotted.without(month(1), Kind.IN_WORDS), gap()).isEmpty()).isTrue();
        assertThat(chart(measured("1")).isEmpty()).isFalse();
    }

    private static ItemChart chart(Plotted... points) {
        return new ItemChart(List.of(points), LIMIT, true);
    }

    private static Plotted measured(String value) {
        return new Plotted(
                month(1), Kind.MEASURED, Optional.of(new BigDecimal(value)), false, false);
    }

    private static Plotted over(String value) {
        return new Plotted(
                month(2), Kind.MEASURED, Optional.of(new BigDecimal(value)), true, false);
    }

    private static Plotted gap() {
        return Plotted.without(month(3), Kind.GAP);
    }

    private static YearMonth month(int number) {
        return YearMonth.of(2021, number);
    }
}
