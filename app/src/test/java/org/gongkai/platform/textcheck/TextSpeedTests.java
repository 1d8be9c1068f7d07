package org.gongkai.platform.textcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Machine reading — speed")
class TextSpeedTests {

    /** Processor time, so that a busy machine does not decide. */
    @Test
    void reads100KilobytesIn200MillisecondsOfProcessorTime() throws IOException {
        var body = "<p>为进一步加强我局政务公开工作，结合工作实际，电话0951-6888555，制定本要点。</p>\n".repeat(1000);
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(100_000);
        var lists = TextCaseTests.shippedLists();
        var threads = ManagementFactory.getThreadMXBean();
        var best = Long.MAX_VALUE;
        for (var round = 0; round < 12; round++) {
            var start = threads.getCurrentThreadCpuTime();
            var reading =
                    new TextReading(
                            lists,
                            LocalDate.parse("2021-07-30"),
                            List.of(),
                            it -> true,
                            new FindingIds(new byte[32]));
            reading.read(ReviewText.of("标题", body));
            best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
            assertThat(reading.findings()).hasSize(1000);
        }
        System.out.printf("Text check of 100 kB: %d ms of processor time%n", best / 1_000_000);

        assertThat(best).isLessThan(200_000_000L);
    }
}
