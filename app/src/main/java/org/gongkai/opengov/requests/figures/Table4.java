package org.gongkai.opengov.requests.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.requests.figures.Dispute.Kind;
import org.gongkai.opengov.requests.figures.Dispute.Result;

/**
 * Table 4 of the yearly report (行政复议、行政诉讼情况): three blocks of five numbers, each with its cases.
 *
 * <p>国办公开办函〔2021〕30号. What was decided in the period stands under its result, what was filed by its
 * end and is not decided under 尚未审结 (ADR 0178).
 */
public record Table4(Map<Cell, Figure> figures) {

    public Table4 {
        figures = Map.copyOf(figures);
    }

    /** A place in the table. */
    public record Cell(Kind kind, Column column) {}

    /** The five numbers of a block, in their official words. */
    public enum Column {
        UPHELD(Result.UPHELD.term()),
        CORRECTED(Result.CORRECTED.term()),
        OTHER(Result.OTHER.term()),
        PENDING("尚未审结"),
        TOTAL("总计");

        private final String term;

        Column(String term) {
            this.term = term;
        }

        /** The official words. */
        public String term() {
            return term;
        }

        static Column of(Result result) {
            return switch (result) {
                case UPHELD -> UPHELD;
                case CORRECTED -> CORRECTED;
                case OTHER -> OTHER;
            };
        }

        /** The four that make up the total. */
        public static List<Column> parts() {
            return List.of(UPHELD, CORRECTED, OTHER, PENDING);
        }
    }

    /** The number at this place. */
    public Figure at(Kind kind, Column column) {
        return figures.getOrDefault(new Cell(kind, column), Figure.NONE);
    }

    /** The same with another number at this place. */
    public Table4 with(Kind kind, Column column, Figure figure) {
        var changed = new HashMap<>(figures);
        changed.put(new Cell(kind, column), figure);
        return new Table4(changed);
    }

    /** Counts the disputes at the end of the period. */
    public static Table4 of(List<CaseSummary> cases, ReportPeriod period) {
        var tally = new Tally<Cell>();
        for (var each : cases) {
            for (var dispute : each.disputes()) {
                column(dispute, period)
                        .ifPresent(
                                it -> {
                                    tally.add(new Cell(dispute.kind(), it), each.number());
                                    tally.add(
                                            new Cell(dispute.kind(), Column.TOTAL), each.number());
                                });
            }
        }
        return new Table4(tally.figures());
    }

    private static Optional<Column> column(Dispute dispute, ReportPeriod period) {
        var decided = dispute.decidedOn();
        var result = dispute.result();
        if (dispute.filedOn().isAfter(period.asOf())) {
            return Optional.empty();
        }
        if (decided == null || result == null || decided.isAfter(period.asOf())) {
            return Optional.of(Column.PENDING);
        }
        return Optional.of(Column.of(result)).filter(it -> period.covers(decided));
    }
}
