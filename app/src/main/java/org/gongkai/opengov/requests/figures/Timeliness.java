package org.gongkai.opengov.requests.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How quickly requests were answered in a period (办理时效): all that were finished in it, and those
 * still open past their term at its end.
 *
 * @param finished finished in the period
 * @param late those finished late, and those overdue at the end of the period
 * @param onTime those finished in time
 * @param causes where each late one lay when its term ran out
 * @param medianDays the median of the working days that the finished ones took; empty if there are
 *     none
 */
public record Timeliness(
        Figure finished,
        Figure onTime,
        Figure late,
        Map<LatenessCause, Figure> causes,
        OptionalDouble medianDays) {

    public Timeliness {
        causes = Map.copyOf(causes);
    }

    /** The share answered in time of all that were finished, 0 to 1; empty if there are none. */
    public OptionalDouble onTimeRate() {
        return finished.count() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) onTime.count() / finished.count());
    }

    /** Counts the cases at the end of the period. */
    public static Timeliness of(List<CaseSummary> cases, ReportPeriod period) {
        var counts = new Tally<Measure>();
        var causes = new Tally<LatenessCause>();
        var days = new ArrayList<Integer>();
        for (var each : cases) {
            var due = each.due();
            var finishedOn = each.finishedOn();
            boolean over = each.isFinished(period.asOf());
            boolean now = over && finishedOn != null && period.covers(finishedOn);
            boolean open = !over && !each.receivedOn().isAfter(period.asOf());
            boolean touched = now || open;
            if (now) {
                counts.add(Measure.FINISHED, each.number());
                Optional.ofNullable(each.workingDays()).ifPresent(days::add);
            }
            if (touched && due != null && each.isLate(period.asOf())) {
                counts.add(Measure.LATE, each.number());
                causes.add(LatenessCause.at(due, each.milestones()), each.number());
            } else if (now) {
                counts.add(Measure.ON_TIME, each.number());
            }
        }
        return new Timeliness(
                counts.at(Measure.FINISHED),
                counts.at(Measure.ON_TIME),
                counts.at(Measure.LATE),
                causes.figures(),
                median(days));
    }

    private enum Measure {
        FINISHED,
        ON_TIME,
        LATE
    }

    private static OptionalDouble median(List<Integer> days) {
        if (days.isEmpty()) {
            return OptionalDouble.empty();
        }
        var sorted = days.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1
                        ? sorted.get(middle)
                        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0);
    }
}
