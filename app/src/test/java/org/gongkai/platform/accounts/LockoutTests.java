package org.gongkai.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A lock")
class LockoutTests {

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 09:00 | free | nobody has failed",
                "09:00 09:01 09:02 09:03 | 09:04 | free | four failures",
                "09:00 09:01 09:02 09:03 09:04 | 09:05 | 09:19 | five within four minutes",
                "09:00 09:01 09:02 09:03 09:15 | 09:16 | 09:30 | five within exactly fifteen minutes",
                "09:00 09:04 09:08 09:12 09:16 | 09:17 | free | five within sixteen minutes",
                "09:00 09:01 09:02 09:03 09:04 | 09:18 | 09:19 | the last minute of the lock",
                "09:00 09:01 09:02 09:03 09:04 | 09:19 | free | the lock has ended",
                "09:00 09:01 09:02 09:03 09:04 09:20 | 09:21 | free | one failure after the lock"
            })
    void holdsForFifteenMinutesAfterFiveFailuresWithinFifteen(
            String failures, String now, String until, String why) {
        List<Instant> at =
                Arrays.stream(failures.split(" "))
                        .filter(it -> !it.isEmpty())
                        .map(LockoutTests::at)
                        .toList();

        var locked = Lockout.until(at, at(now));

        assertThat(locked.map(Instant::toString).orElse("free"))
                .isEqualTo(until.equals("free") ? "free" : at(until).toString());
    }

    private static Instant at(String time) {
        return Instant.parse("2021-07-30T" + time + ":00Z");
    }
}
