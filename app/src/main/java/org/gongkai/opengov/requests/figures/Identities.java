package org.gongkai.opengov.requests.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.opengov.requests.figures.Table3.Column;

/**
 * Checks the nine identities of a yearly report (勾稽关系核对). All are exact; each that fails says
 * where, with both sums, and names the cases that are counted unevenly.
 */
public final class Identities {
    private static final String RULES = "规章";
    private static final String NORMS = "行政规范性文件";
    private static final String PROSE = "总体情况";
    private static final String FEES = "其他需要报告的事项";

    private Identities() {}

    /** All that do not hold, in the order of the identities. */
    public static List<BrokenIdentity> broken(
            Table3 requests, Table4 disputes, ReportSurroundings around) {
        var broken = new ArrayList<BrokenIdentity>();
        equations(requests, disputes, around).forEach(it -> it.broken().ifPresent(broken::add));
        Stream.of(
                        around.norms(NORMS),
                        around.rules(RULES),
                        around.prose(
                                PROSE,
                                requests.at(Row.NEW, Column.TOTAL).count(),
                                requests.at(Row.CARRIED_IN, Column.TOTAL).count()),
                        around.fees(FEES))
                .flatMap(Optional::stream)
                .forEach(broken::add);
        return broken;
    }

    private static List<Equation> equations(
            Table3 requests, Table4 disputes, ReportSurroundings around) {
        var equations = new ArrayList<Equation>();
        var columns = Column.values();
        for (var column : columns) {
            equations.add(
                    new Equation(
                            Identity.BALANCE,
                            column.term(),
                            at(requests, column, Row.NEW, Row.CARRIED_IN),
                            at(requests, column, Row.FINISHED, Row.CARRIED_ON)));
        }
        for (var column : columns) {
            equations.add(
                    new Equation(
                            Identity.RESULTS,
                            column.term(),
                            at(requests, column, Row.FINISHED),
                            at(requests, column, Row.results().toArray(Row[]::new))));
        }
        for (var row : Row.values()) {
            equations.add(
                    new Equation(
                            Identity.CLASSES,
                            row.term(),
                            Column.classes().stream().map(it -> requests.at(row, it)).toList(),
                            List.of(requests.at(row, Column.TOTAL))));
        }
        for (var kind : Dispute.Kind.values()) {
            equations.add(
                    new Equation(
                            Identity.DISPUTES,
                            kind.term(),
                            Table4.Column.parts().stream()
                                    .map(it -> disputes.at(kind, it))
                                    .toList(),
                            List.of(disputes.at(kind, Table4.Column.TOTAL))));
        }
        var lastYear = around.lastYear();
        if (lastYear != null) {
            for (var column : columns) {
                equations.add(
                        new Equation(
                                Identity.CARRIED,
                                column.term(),
                                at(requests, column, Row.CARRIED_IN),
                                at(lastYear, column, Row.CARRIED_ON)));
            }
        }
        return equations;
    }

    private static List<Figure> at(Table3 table, Column column, Row... rows) {
        return Arrays.stream(rows).map(it -> table.at(it, column)).toList();
    }
}
