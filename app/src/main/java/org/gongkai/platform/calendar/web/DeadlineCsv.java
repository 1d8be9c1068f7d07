package org.gongkai.platform.calendar.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.calendar.Deadline;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/**
 * The explanation of a deadline as a CSV file (逐日说明下载), with the mark by which Excel knows UTF-8.
 */
@Component
class DeadlineCsv {
    private static final List<String> COLUMNS =
            List.of("date", "weekday", "counted", "number", "reason", "ground");

    private final DayWords words;
    private final Wording wording;

    DeadlineCsv(DayWords words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    byte[] write(Deadline deadline) {
        var head = COLUMNS.stream().map(it -> wording.say("calendar.csv." + it)).toList();
        var rows = words.lines(deadline).stream().map(this::row);
        return Stream.concat(Stream.of(head), rows)
                .map(it -> it.stream().map(DeadlineCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "\ufeff", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<String> row(DayLine line) {
        return List.of(
                line.date().toString(),
                wording.say("calendar.weekday." + line.date().getDayOfWeek().getValue()),
                wording.say(line.number() == null ? "calendar.csv.no" : "calendar.csv.yes"),
                line.number() == null ? "" : line.number().toString(),
                line.reason(),
                Objects.requireNonNullElse(line.ground(), ""));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        var safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
