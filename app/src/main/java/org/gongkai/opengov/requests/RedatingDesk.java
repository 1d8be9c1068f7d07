package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What officers are told when the calendar changed (期限变动提示): how far the counting has come, which
 * of their cases have another last day, and why.
 */
@Service
public class RedatingDesk {
    /** For so many working days it stands among what an officer has to see. */
    private static final int NEWS = 5;

    private static final int RUNS = 20;

    private final RedatingRegister register;
    private final Redatings redatings;
    private final Requests requests;
    private final Calendars calendars;
    private final Clock time;

    RedatingDesk(
            RedatingRegister register,
            Redatings redatings,
            Requests requests,
            Calendars calendars,
            Clock time) {
        this.register = register;
        this.redatings = redatings;
        this.requests = requests;
        this.calendars = calendars;
        this.time = time;
    }

    /** A case whose last day moved, with both days and why. */
    public record Line(RequestCase request, MovedDeadline moved) {}

    /** The times that open cases were counted again, the latest first. */
    @Transactional(readOnly = true)
    public List<RedatingRun> runs(Actor by) {
        requireReader(by);
        return register.runs(RUNS);
    }

    /** The one that goes on now, or ended within the last days; empty without one. */
    @Transactional(readOnly = true)
    public Optional<RedatingRun> recent(Actor by) {
        requireReader(by);
        return register.latest().filter(this::isNews);
    }

    /** A numbered page of the cases that this run moved, as far as this person sees them. */
    @Transactional(readOnly = true)
    public List<Line> moved(Actor by, RedatingRun run, int skip, int limit) {
        return lines(register.moved(by.agency(), sections(by), run.id(), skip, limit));
    }

    /** How many this run moved, as far as this person sees them. */
    @Transactional(readOnly = true)
    public long countMoved(Actor by, RedatingRun run) {
        return register.countMoved(by.agency(), sections(by), run.id());
    }

    /**
     * Open cases of the office, or of this person's sections, that moved within the last days and
     * that nobody has touched since.
     */
    @Transactional(readOnly = true)
    public List<Line> news(Actor by, int limit) {
        if (!RequestRights.takesIn(by) && RequestRights.readsAll(by)) {
            return List.of();
        }
        return register.latest()
                .filter(this::isNews)
                .map(it -> lines(register.unseen(by.agency(), sections(by), it.id(), limit)))
                .orElse(List.of());
    }

    private boolean isNews(RedatingRun run) {
        var begun = LocalDate.ofInstant(run.begunAt(), time.getZone());
        return calendars.current(CalendarCode.NX).workingDaysBetween(begun, LocalDate.now(time))
                <= NEWS;
    }

    private List<Line> lines(List<RedatingRegister.Moved> moved) {
        return moved.stream()
                .flatMap(
                        it ->
                                requests
                                        .find(it.request())
                                        .map(found -> new Line(found, explained(it, found)))
                                        .stream())
                .toList();
    }

    private MovedDeadline explained(RedatingRegister.Moved it, RequestCase request) {
        return redatings.explained(it.redating(), request);
    }

    private static Set<SectionId> sections(Actor by) {
        requireReader(by);
        return RequestRights.readsAll(by) ? Set.of() : RequestRights.sections(by);
    }

    private static void requireReader(Actor by) {
        if (!RequestRights.readsAll(by) && RequestRights.sections(by).isEmpty()) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.refusal.readers");
        }
    }
}
