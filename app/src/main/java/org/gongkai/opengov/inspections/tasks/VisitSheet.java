package org.gongkai.opengov.inspections.tasks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.inspections.results.Measure;
import org.gongkai.opengov.inspections.results.Rectification;
import org.gongkai.opengov.inspections.results.ResultValue;
import org.gongkai.opengov.inspections.tasks.VisitContent.Present;
import org.jspecify.annotations.Nullable;

/**
 * An inspection with its record, as its team works with it (检查记录单).
 *
 * @param newest the newest save that counts
 * @param present whom the officers met
 * @param beside saves that another came before, and that still want a choice
 * @param values what may be found today
 * @param recheckBy the last day for the re-check; null where nothing was ordered
 */
public record VisitSheet(
        TaskView view,
        CheckForm form,
        Optional<VisitSave> newest,
        Present present,
        List<VisitSave> beside,
        List<Evidence> evidence,
        List<ResultValue> values,
        List<Measure> measures,
        Optional<Rectification> rectification,
        @Nullable LocalDate recheckBy,
        List<HandOver> handOvers) {

    /** A hand-over as it was recorded (移交记录). */
    public record HandOver(
            Measure measure, String receiver, String paper, LocalDate handedOn, String words) {}

    /** What stands in the record now. */
    public VisitContent content() {
        return newest.map(VisitSave::content).orElseGet(VisitContent::empty);
    }

    /** The number of the newest save; 0 before the first. */
    public int base() {
        return newest.map(VisitSave::number).orElse(0);
    }
}
