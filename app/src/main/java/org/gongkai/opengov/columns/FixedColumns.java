package org.gongkai.opengov.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fixed parts of the disclosure platform (固定栏目), 国办公开办函〔2019〕61号: guide, rules, statutory
 * content, yearly report, and the way to ask; below the statutory content what the work plan names.
 */
final class FixedColumns {
    private FixedColumns() {}

    /** One line of {@code columns/fixed-columns.csv}. */
    record Line(
            String key,
            String parent,
            String name,
            String kind,
            String description,
            String keywords,
            @Nullable Integer updateDays,
            boolean fixed) {}

    static List<Line> read() {
        try (var file = FixedColumns.class.getResourceAsStream("/columns/fixed-columns.csv")) {
            var text =
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .filter(it -> !it.isBlank())
                    .map(FixedColumns::line)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Line line(String written) {
        var part = written.split(",", -1);
        return new Line(
                part[0],
                part[1],
                part[2],
                part[3],
                part[4],
                part[5],
                part[6].isEmpty() ? null : Integer.valueOf(part[6]),
                Boolean.parseBoolean(part[7]));
    }
}
