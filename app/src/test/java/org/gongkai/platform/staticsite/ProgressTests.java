package org.gongkai.platform.staticsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The export says how far it is (进度)")
class ProgressTests {
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> screen = new ArrayList<>();
    private final Progress progress = new Progress(screen::add, Duration.ofSeconds(5), nanos::get);

    @Test
    void saysALineEveryFiveSecondsWithTheTimeLeft() {
        progress.expect(1_000);

        done(100, 5_000);
        done(150, 5_000);

        assertThat(screen).hasSize(2);
        assertThat(screen.getFirst()).contains("已处理 100 / 约 1,000", "45 秒");
        assertThat(screen.getLast()).contains("已处理 250 / 约 1,000", "30 秒");
    }

    @Test
    void foretellsByWhatAnAddressTookOfLateAndNotByWhatWasTakenOverInNoTime() {
        progress.expect(100_000);

        done(60_000, 5_000);
        for (var line = 0; line < 12; line++) {
            done(500, 5_000);
        }

        assertThat(screen.getLast()).contains("已处理 66,000 / 约 100,000", "6 分钟");
    }

    /** So many addresses, the last of them after so many milliseconds. */
    private void done(int count, long milliseconds) {
        for (var each = 1; each < count; each++) {
            progress.oneDone();
        }
        nanos.addAndGet(Duration.ofMillis(milliseconds).toNanos());
        progress.oneDone();
    }
}
