package org.gongkai.opengov.requestclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a clock notes on its way (办理记录): breaches and remarks, in the order of the events. */
final class Notes {
    private final List<Breach> breaches = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    void breach(Breach.Kind kind, LocalDate day, int index) {
        breaches.add(new Breach(kind, day, index));
    }

    void remark(Remark.Kind kind, LocalDate day, int index) {
        remarks.add(new Remark(kind, day, index));
    }

    List<Breach> breaches() {
        return breaches;
    }

    List<Remark> remarks() {
        return remarks;
    }
}
