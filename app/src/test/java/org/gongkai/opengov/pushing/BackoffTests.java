package org.gongkai.opengov.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Waiting after failures — 退避")
class BackoffTests {

    @ParameterizedTest(name = "after {0} failures, asked for {1}: {2}")
    @CsvSource({
        "1, , PT1M",
        "2, , PT2M",
        "6, , PT32M",
        "7, , PT1H",
        "100, , PT1H",
        "1, PT10S, PT1M",
        "1, PT2H, PT2H",
        "7, PT30M, PT1H",
        "1, PT240H, PT24H"
    })
    void doublesUpToAnHourAndListensToThePlatform(int failures, Duration asked, Duration wait) {
        assertThat(Backoff.after(failures, asked)).isEqualTo(wait);
    }
}
