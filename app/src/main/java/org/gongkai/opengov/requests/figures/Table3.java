package org.gongkai.opengov.requests.figures;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.requests.ApplicantClass;
import org.jspecify.annotations.Nullable;

/**
 * Table 3 of the yearly report (收到和处理政府信息公开申请情况): 25 rows by 7 columns, each number with its cases.
 *
 * <p>国办公开办函〔2021〕30号.
 */
public record Table3(Map<Cell, Figure> figures) {

    public Table3 {
        figures = Map.copyOf(figures);
    }

    /** A place in the table. */
    public record Cell(Row row, Column column) {}

    /** The number at this place. */
    public Figure at(Row row, Column column) {
        return figures.getOrDefault(new Cell(row, column), Figure.NONE);
    }

    /** The same with another number at this place. */
    public Table3 with(Row row, Column column, Figure figure) {
        var changed = new HashMap<>(figures);
        changed.put(new Cell(row, column), figure);
        return new Table3(changed);
    }

    /** Counts the cases at the end of the period. */
    public static Table3 of(List<CaseSummary> cases, ReportPeriod period) {
        var tally = new Tally<Cell>();
        for (var each : cases) {
            for (var row : Row.of(each, period)) {
                tally.add(new Cell(row, Column.of(each.applicant())), each.number());
                tally.add(new Cell(row, Column.TOTAL), each.number());
            }
        }
        return new Table3(tally.figures());
    }

    /** The columns: who asked, and the total. */
    public enum Column {
        NATURAL_PERSON(ApplicantClass.NATURAL_PERSON, "自然人"),
        BUSINESS(ApplicantClass.BUSINESS, "商业企业"),
        RESEARCH(ApplicantClass.RESEARCH, "科研机构"),
        CHARITY(ApplicantClass.CHARITY, "社会公益组织"),
        LEGAL_SERVICE(ApplicantClass.LEGAL_SERVICE, "法律服务机构"),
        OTHER(ApplicantClass.OTHER, "其他"),
        TOTAL(null, "总计");

        private final @Nullable ApplicantClass applicant;
        private final String term;

        Column(@Nullable ApplicantClass applicant, String term) {
            this.applicant = applicant;
            this.term = term;
        }

        /** The official words. */
        public String term() {
            return term;
        }

        /** The column of a class of applicants. */
        public static Column of(ApplicantClass applicant) {
            return Arrays.stream(values())
                    .filter(it -> it.applicant == applicant)
                    .findFirst()
                    .orElseThrow();
        }

        /** The six columns that make up the total. */
        public static List<Column> classes() {
            return Arrays.stream(values()).filter(it -> it != TOTAL).toList();
        }
    }
}
