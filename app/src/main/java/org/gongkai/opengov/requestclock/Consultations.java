package org.gongkai.opengov.requestclock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gongkai.opengov.requestclock.ClockEvent.Answered;
import org.gongkai.opengov.requestclock.ClockEvent.Asked;
import org.gongkai.opengov.requestclock.ClockEvent.LetterReceived;

/**
 * The opinions asked for in a case (征求意见情况), put together from its events.
 *
 * <p>A letter to somebody who has not answered the one before only urges (催办): it opens nothing.
 * The first receipt and the first answer count. What is asked when the case has ended stops no
 * clock.
 *
 * @param idle the indexes of events that changed nothing
 */
record Consultations(List<Consultation> all, Set<Integer> idle) {

    static Consultations of(List<ClockEvent> events) {
        var reading = new Consultations(new ArrayList<>(), new HashSet<>());
        var ended = false;
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            ended = CaseEnd.after(event, ended);
            reading.take(i, event, ended);
        }
        return reading;
    }

    private void take(int index, ClockEvent event, boolean ended) {
        boolean changed =
                switch (event) {
                    case Asked it -> !ended && open(it);
                    case LetterReceived it ->
                            change(
                                    latest(it.consulted(), it.party()),
                                    was ->
                                            was.receivedOn() == null && was.answeredOn() == null
                                                    ? was.received(it.date())
                                                    : was);
                    case Answered it ->
                            change(
                                    latest(it.consulted(), it.party()),
                                    was ->
                                            was.answeredOn() == null
                                                    ? was.answered(it.date())
                                                    : was);
                    default -> true;
                };
        if (!changed) {
            idle.add(index);
        }
    }

    private boolean open(Asked asked) {
        int before = latest(asked.consulted(), asked.party());
        boolean urges = before >= 0 && all.get(before).answeredOn() == null;
        return !urges
                && all.add(
                        new Consultation(
                                asked.consulted(), asked.party(), asked.date(), null, null));
    }

    private boolean change(int at, UnaryOperator<Consultation> change) {
        return at >= 0 && !all.set(at, change.apply(all.get(at))).equals(all.get(at));
    }

    private int latest(Consulted consulted, String party) {
        int at = all.size() - 1;
        while (at >= 0 && !all.get(at).isWith(consulted, party)) {
            at--;
        }
        return at;
    }
}
