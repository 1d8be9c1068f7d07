package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the agency keeps the term of publication (公开期限台账): 20 working days from the day information
 * was formed or changed, 《政府信息公开条例》 art. 26.
 *
 * <p>Nothing is stored: each line follows from the register and the agency's calendar, so that a
 * changed calendar moves every open one.
 */
@Service
@Transactional(readOnly = true)
public class ClockDesk {
    private final TimedPublications publications;
    private final DocumentDesk desk;
    private final Rights rights;
    private final Calendars calendars;
    private final Clock clock;

    ClockDesk(
            TimedPublications publications,
            DocumentDesk desk,
            Rights rights,
            Calendars calendars,
            Clock clock) {
        this.publications = publications;
        this.desk = desk;
        this.rights = rights;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Which publications to look at.
     *
     * @param section null for every section that the reader may read
     * @param year of what was published; what is still open counts in any
     */
    public record Question(@Nullable SectionId section, int year) {}

    /** How many there are of each standing; those with none are there with zero. */
    public Map<ClockStanding, Long> counts(Actor actor, Question question) {
        var counts = new EnumMap<ClockStanding, Long>(ClockStanding.class);
        for (var standing : ClockStanding.values()) {
            counts.put(standing, 0L);
        }
        all(actor, question).forEach(it -> counts.merge(it.standing(), 1L, Long::sum));
        return counts;
    }

    /** Those of one standing, or all that are still open; the earliest last day first. */
    public List<TimedPublication> list(
            Actor actor, Question question, @Nullable ClockStanding standing) {
        Predicate<TimedPublication> wanted =
                it -> standing == null ? it.standing().isOpen() : it.standing() == standing;
        return all(actor, question)
                .filter(wanted)
                .sorted(
                        Comparator.comparing(
                                        TimedPublication::due,
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(it -> it.document().toString())
                                .thenComparing(TimedPublication::edition))
                .toList();
    }

    /** The publication that a document is at now; empty for what need not be published. */
    public Optional<TimedPublication> of(Actor actor, DocumentId id) {
        desk.readable(actor, id);
        return publications
                .of(id, clock.getZone())
                .map(it -> it.on(LocalDate.now(clock), calendars.current(CalendarCode.NX)));
    }

    private Stream<TimedPublication> all(Actor actor, Question question) {
        if (!rights.readsDocuments(actor)) {
            return Stream.empty();
        }
        var zone = clock.getZone();
        var today = LocalDate.now(clock);
        var calendar = calendars.current(CalendarCode.NX);
        var readable = rights.readableSections(actor);
        return Stream.concat(
                        publications.open(actor.agency(), zone).stream(),
                        publications.published(actor.agency(), question.year(), zone).stream())
                .filter(it -> readable.isEmpty() || readable.get().contains(it.section()))
                .filter(it -> question.section() == null || it.section().equals(question.section()))
                .map(it -> it.on(today, calendar));
    }
}
