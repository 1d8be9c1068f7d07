package org.gongkai.opengov.requestclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The cases of {@code requestclock/cases.tsv}, worked out apart from the program by {@code
 * cases.pl} beside it, which says how.
 */
@DisplayName("Request clock — the table of cases, 2019 to 2026, by both calendars")
class CaseTableTests {

    /** A line of the table. */
    record Line(List<String> cells) {
        String event() {
            return cells.get(2);
        }

        RequestClock clock() {
            return cells.get(1).equals("CN") ? ACase.CN : ACase.NX;
        }

        List<ClockEvent> events() {
            return Arrays.stream(event().split("; ")).map(Line::read).toList();
        }

        List<String> expected() {
            return cells.subList(3, 9);
        }

        private static ClockEvent read(String written) {
            var words = written.split(" ");
            var detail = words.length == 3 ? words[1] : null;
            return new EventInput(
                            words[0], words[words.length - 1], detail, detail, detail, null, null)
                    .read("case");
        }

        @Override
        public String toString() {
            return cells.get(0) + " " + cells.get(1) + " " + cells.get(9) + ": " + event();
        }
    }

    static Stream<Line> lines() {
        try (var in = CaseTableTests.class.getResourceAsStream("/requestclock/cases.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(it -> new Line(List.of(it.split("\t"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void comeOutToTheDay(Line line) {
        assertThat(written(line, line.clock().read(line.events()))).isEqualTo(line.expected());
    }

    @Test
    void areMoreThanThreeHundredAndOfEveryYear() {
        assertThat(lines()).hasSizeGreaterThan(300);
        assertThat(lines().map(it -> it.event().replaceAll(".*? (20\\d\\d)-.*", "$1")))
                .contains("2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026");
    }

    private static List<String> written(Line line, ClockReading reading) {
        var waiting = reading.waitingFor();
        return List.of(
                Objects.toString(reading.due(), "none"),
                Objects.toString(reading.warnBy(), "none"),
                waiting == null ? "-" : waiting.slug(),
                orDash(reading.pauses().stream().map(it -> it.from() + ".." + it.to())),
                orDash(reading.breaches().stream().map(it -> it.kind().code() + "@" + it.index())),
                line.expected().getLast().equals("-")
                        ? "-"
                        : Objects.toString(reading.correctionNoticeBy()));
    }

    private static String orDash(Stream<String> words) {
        var all = words.collect(Collectors.joining(" "));
        return all.isEmpty() ? "-" : all;
    }
}
