package org.gongkai.platform.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Validity 有效期间 — first and last day included")
class ValidityTests {
    private static final Validity MARCH =
            new Validity(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"));

    @ParameterizedTest
    @CsvSource({"2026-02-28, false", "2026-03-01, true", "2026-03-31, true", "2026-04-01, false"})
    void coversItsFirstAndLastDay(LocalDate day, boolean covered) {
        assertThat(MARCH.covers(day)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-02-28, false",
        "2026-02-01, 2026-03-01, true",
        "2026-03-31, , true",
        "2026-04-01, , false",
        "2026-01-01, , true"
    })
    void overlapsWhatSharesADay(LocalDate from, LocalDate to, boolean overlaps) {
        assertThat(MARCH.overlaps(new Validity(from, to))).isEqualTo(overlaps);
        assertThat(new Validity(from, to).overlaps(MARCH)).isEqualTo(overlaps);
    }

    @Test
    void doesNotEndBeforeItBegins() {
        var day = LocalDate.parse("2026-03-01");

        assertThat(new Validity(day, day).covers(day)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Validity(day, LocalDate.parse("2026-02-28")));
    }
}
