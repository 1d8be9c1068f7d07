package org.gongkai.opengov.budgets;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.files.CsvRows;
import org.springframework.core.io.ClassPathResource;

/** The invented figures of the demo agency (演示数字), by unit. */
final class DemoFigures {
    private DemoFigures() {}

    /** The lines of a unit without its key. */
    static List<List<String>> of(String unit) {
        try {
            var lines = new ArrayList<List<String>>();
            var rows =
                    new CsvRows(
                            new StringReader(
                                    new ClassPathResource("demo/budgets/figures.csv")
                                            .getContentAsString(StandardCharsets.UTF_8)));
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                if (row.get().getFirst().equals(unit)) {
                    lines.add(List.copyOf(row.get().subList(1, row.get().size())));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
