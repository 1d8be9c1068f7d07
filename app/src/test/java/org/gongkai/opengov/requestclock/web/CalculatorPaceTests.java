package org.gongkai.opengov.requestclock.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.gongkai.platform.refusals.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Pace at the calculators (测算防刷)")
class CalculatorPaceTests {
    private Instant now = Instant.parse("2021-07-30T01:00:59Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final CalculatorPace pace = new CalculatorPace(clock);

    @Test
    void isSoManyAMinuteFromOneAddressAndMoreOnceTheMinuteIsOver() {
        ask(CalculatorPace.A_MINUTE, "203.0.113.7");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> pace.take("203.0.113.7"));
        assertThatCode(() -> pace.take("203.0.113.8")).doesNotThrowAnyException();
        now = now.plusSeconds(1);
        assertThatCode(() -> pace.take("203.0.113.7")).doesNotThrowAnyException();
    }

    @Test
    void countsTheAddressesOfAFloodAsOneFromSomeNumberOn() {
        IntStream.range(0, CalculatorPace.ADDRESSES).forEach(it -> pace.take("known " + it));
        IntStream.range(0, CalculatorPace.A_MINUTE).forEach(it -> pace.take("new " + it));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> pace.take("one more"));
        assertThatCode(() -> pace.take("known 7")).doesNotThrowAnyException();
    }

    private void ask(int times, String origin) {
        IntStream.range(0, times).forEach(_ -> pace.take(origin));
    }
}
