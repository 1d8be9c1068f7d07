package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.platform.calendar.WorkingCalendar;

/**
 * The days that consultations take (征求意见所需时间), art. 33: the union, so that a day that two
 * consultations share is left out once (ADR 0161).
 */
record Pauses(List<Pause> all) {

    static Pauses of(List<Consultation> consultations, WorkingCalendar calendar) {
        var apart =
                consultations.stream()
                        .map(it -> pause(it, calendar))
                        .filter(it -> !it.from().isAfter(it.to()))
                        .sorted(Comparator.comparing(Pause::from))
                        .toList();
        var united = new ArrayList<Pause>();
        for (var each : apart) {
            if (!united.isEmpty() && united.getLast().reaches(each)) {
                united.add(union(united.removeLast(), each));
            } else {
                united.add(each);
            }
        }
        return new Pauses(List.copyOf(united));
    }

    /** The pause in which this day lies. */
    Optional<Pause> at(LocalDate day) {
        return all.stream().filter(it -> it.covers(day)).findFirst();
    }

    boolean cover(LocalDate day) {
        for (var each : all) {
            if (each.covers(day)) {
                return true;
            }
        }
        return false;
    }

    private static Pause pause(Consultation consultation, WorkingCalendar calendar) {
        return new Pause(
                consultation.askedOn().plusDays(1),
                consultation.lastExcludedDay(calendar),
                List.of(consultation));
    }

    private static Pause union(Pause earlier, Pause later) {
        return new Pause(
                earlier.from(),
                earlier.to().isAfter(later.to()) ? earlier.to() : later.to(),
                Stream.concat(earlier.consultations().stream(), later.consultations().stream())
                        .toList());
    }
}
