package org.gongkai.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Force of a normative document as a filter")
class LegalForceTests {

    @ParameterizedTest(name = "{0} to {1}, repealed {2}: on {3} {4}")
    @CsvSource({
        ", , , 2021-07-30, IN_FORCE",
        "2021-08-01, , , 2021-07-31, NOT_YET_IN_FORCE",
        "2021-08-01, , , 2021-08-01, IN_FORCE",
        ", 2021-07-30, , 2021-07-30, IN_FORCE",
        ", 2021-07-30, , 2021-07-31, EXPIRED",
        ", , 2021-07-30, 2021-07-29, IN_FORCE",
        ", , 2021-07-30, 2021-07-30, REPEALED",
        ", 2021-07-01, 2021-07-30, 2021-07-29, EXPIRED",
        ", 2021-07-01, 2021-07-30, 2021-07-30, REPEALED",
        "2021-08-01, 2026-07-31, 2021-07-30, 2021-07-30, REPEALED"
    })
    void followsFromTheDates(
            LocalDate effective,
            LocalDate expires,
            LocalDate repealed,
            LocalDate day,
            LegalForce force) {
        var dates = new LegalForce.Dates(effective, expires, repealed);

        assertThat(dates.on(day)).isEqualTo(force);
        assertThat(LegalForce.Dates.of(dates.written())).isEqualTo(dates);
        assertThat(LegalForce.named(force.slug())).contains(force);
    }
}
