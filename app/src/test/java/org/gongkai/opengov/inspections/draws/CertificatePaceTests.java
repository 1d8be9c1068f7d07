package org.gongkai.opengov.inspections.draws;

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

@DisplayName("Guesses at codes of certificates (凭证码防猜)")
class CertificatePaceTests {
    private Instant now = Instant.parse("2021-08-03T02:00:59Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final CertificatePace pace = new CertificatePace(clock);

    @Test
    void areSoManyAMinuteFromOneAddressAndMoreOnceTheMinuteIsOver() {
        IntStream.range(0, CertificatePace.A_MINUTE).forEach(_ -> pace.take("203.0.113.7"));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> pace.take("203.0.113.7"));
        assertThatCode(() -> pace.take("203.0.113.8")).doesNotThrowAnyException();
        now = now.plusSeconds(1);
        assertThatCode(() -> pace.take("203.0.113.7")).doesNotThrowAnyException();
    }
}
