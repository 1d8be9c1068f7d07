package org.gongkai.opengov.requests.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.requests.decisions.ReportRow;
import org.gongkai.opengov.requests.decisions.ReportRow.Block;

/** How table 3 is laid out (表三版式): three columns of labels that run over rows, then the numbers. */
public final class FiguresLayout {
    private static final String RESULTS = "三、本年度办理结果";

    private FiguresLayout() {}

    /** A row of the table with the labels that begin in it. */
    public record Line(Row row, List<Label> labels) {

        public Line {
            labels = List.copyOf(labels);
        }
    }

    /** A label: in which of the three columns it begins, and over how much it runs. */
    public record Label(String text, int column, int columns, int rows) {}

    /** All 25 rows, from the top. */
    public static List<Line> lines() {
        var lines = new ArrayList<Line>();
        Optional<Block> above = Optional.empty();
        for (var row : Row.values()) {
            var block = row.result().map(ReportRow::block);
            lines.add(new Line(row, labels(row, block, above)));
            above = block;
        }
        return lines;
    }

    private static List<Label> labels(Row row, Optional<Block> block, Optional<Block> above) {
        var labels = new ArrayList<Label>();
        if (row == Row.DISCLOSED) {
            labels.add(new Label(RESULTS, 0, 1, Row.results().size() + 1));
        }
        if (block.isEmpty()) {
            labels.add(
                    row == Row.FINISHED
                            ? new Label(row.term(), 1, 2, 1)
                            : new Label(row.term(), 0, 3, 1));
            return labels;
        }
        int size = size(block.get());
        if (size == 1) {
            labels.add(new Label(row.term(), 1, 2, 1));
            return labels;
        }
        if (!block.equals(above)) {
            labels.add(new Label(block.get().term(), 1, 1, size));
        }
        labels.add(new Label(row.term(), 2, 1, 1));
        return labels;
    }

    private static int size(Block block) {
        return (int)
                Row.results().stream()
                        .filter(it -> it.result().map(ReportRow::block).equals(Optional.of(block)))
                        .count();
    }
}
