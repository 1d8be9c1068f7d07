package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongkai.platform.calendar.AgencyDeadline;
import org.jspecify.annotations.Nullable;

/**
 * A result of an inspection and how its publication stands (检查结果).
 *
 * @param unit with the name as it is published
 * @param skip why it was not checked; null for one that was
 * @param value code of the result value; null for one not checked
 * @param term the words of the value; null for one not checked
 * @param due when it is to be public
 * @param publishedOn when it first was; null while it never was
 * @param document the document that has it now, or had it last; null before
 */
public record ResultLine(
        long task,
        String number,
        boolean drawn,
        @Nullable Long drawSeq,
        UnitName unit,
        String itemNumber,
        String itemTitle,
        LocalDate endedOn,
        @Nullable SkipReason skip,
        @Nullable String value,
        @Nullable String term,
        List<Measure> measures,
        AgencyDeadline due,
        @Nullable LocalDate publishedOn,
        Openness openness,
        Timeliness timeliness,
        @Nullable UUID document) {
    public ResultLine {
        measures = List.copyOf(measures);
    }
}
