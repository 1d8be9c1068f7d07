package org.gongkai.opengov.inspections.draws;

import java.util.List;
import java.util.SortedMap;
import org.gongkai.opengov.inspections.plans.PlannedDraw;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;

/**
 * The part of a yearly plan that a draw carries out (计划任务): a line, in a quarter.
 *
 * @param version of the plan, when the draw was announced
 * @param line the line, by the key it has through all versions
 * @param title of the line
 * @param quarter 1 to 4
 */
public record PlanPart(int year, int version, long line, String title, int quarter) {
    private static final int LAST_YEAR = 9999;
    private static final int QUARTERS = 4;

    private static final List<String> FIELDS =
            List.of("year", "version", "line", "title", "quarter");

    static PlanPart of(PlannedDraw draw) {
        return new PlanPart(
                draw.year(),
                draw.version(),
                draw.line().key(),
                draw.line().title(),
                draw.quarter());
    }

    SortedMap<String, Object> toJson() {
        return CanonicalJson.object(
                "year", year, "version", version, "line", line, "title", title, "quarter", quarter);
    }

    static PlanPart of(Object value, Path path) {
        var fields = Fields.of(value, path, FIELDS);
        return new PlanPart(
                (int) fields.number("year", 1, LAST_YEAR),
                (int) fields.number("version", 1, Integer.MAX_VALUE),
                fields.number("line", 1, Long.MAX_VALUE),
                fields.text("title"),
                (int) fields.number("quarter", 1, QUARTERS));
    }
}
