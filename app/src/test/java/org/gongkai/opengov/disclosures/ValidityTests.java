package org.gongkai.opengov.disclosures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Validity of a normative document — 效力状态")
class ValidityTests {

    @ParameterizedTest(name = "on {0} (from {1}, to {2}, repealed {3}): {4}")
    @CsvSource(
            value = {
                "2021-07-31, 2021-08-01, 2026-07-31, null, NOT_YET_IN_FORCE",
                "2021-08-01, 2021-08-01, 2026-07-31, null, IN_FORCE",
                "2026-05-01, 2021-08-01, 2026-07-31, null, IN_FORCE",
                "2026-05-02, 2021-08-01, 2026-07-31, null, EXPIRING",
                "2026-07-31, 2021-08-01, 2026-07-31, null, EXPIRING",
                "2026-08-01, 2021-08-01, 2026-07-31, null, EXPIRED",
                "2022-01-01, 2021-08-01, 2026-07-31, 2022-01-01, REPEALED",
                "2021-12-31, 2021-08-01, 2026-07-31, 2022-01-01, IN_FORCE",
                "2030-01-01, null, null, null, IN_FORCE",
                "2021-07-01, 2021-08-01, null, 2021-07-01, REPEALED"
            },
            nullValues = "null")
    void followsFromItsDates(
            String day, String from, String to, String repealed, Validity expected) {
        assertThat(Validity.on(date(day), date(from), date(to), date(repealed)))
                .isEqualTo(expected);
    }

    private static LocalDate date(String written) {
        return written == null ? null : LocalDate.parse(written);
    }
}
