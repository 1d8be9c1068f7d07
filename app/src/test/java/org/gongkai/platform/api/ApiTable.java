package org.gongkai.platform.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The table of {@code docs/rules/api.md}: what the desk does on a page, and the call that does the
 * same.
 */
record ApiTable(List<Row> rows) {

    /**
     * A row.
     *
     * @param action address of the page's form
     * @param calls the calls, empty where there is none
     * @param note why there is none, or what is to be known
     */
    record Row(String action, List<String> calls, String note) {}

    static ApiTable read(Path file) throws IOException {
        return new ApiTable(
                Files.readAllLines(file).stream()
                        .filter(it -> it.startsWith("| `/desk"))
                        .map(ApiTable::row)
                        .toList());
    }

    private static Row row(String line) {
        var cells = line.split(" *\\| *", -1);
        var calls =
                Arrays.stream(cells[2].split("[`, ]{2,}"))
                        .map(it -> it.replace("`", "").strip())
                        .filter(it -> !it.isEmpty() && !it.equals("—"))
                        .toList();
        return new Row(cells[1].replace("`", ""), calls, cells[3]);
    }

    List<String> actions() {
        return rows.stream().map(Row::action).toList();
    }

    List<String> calls() {
        return rows.stream().flatMap(it -> it.calls().stream()).toList();
    }

    List<Row> withoutCallOrReason() {
        return rows.stream().filter(it -> it.calls().isEmpty() && it.note().isBlank()).toList();
    }
}
