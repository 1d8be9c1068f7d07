package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a correction or complaint down, and what follows from its events (更正和投诉登记). */
@Component
class ClaimRegistration {
    private final Claims claims;
    private final Calendars calendars;
    private final Clock time;

    ClaimRegistration(Claims claims, Calendars calendars, Clock time) {
        this.claims = claims;
        this.calendars = calendars;
        this.time = time;
    }

    Claim register(AgencyId agency, ClaimEntry.Checked entry, @Nullable PersonId by) {
        var now = time.instant();
        var id = claims.add(agency, entry, now, by, LocalDate.now(time).getYear());
        claims.record(
                id, new ClaimEvent(ClaimStep.REGISTERED, entry.receivedOn(), now, by, null, null));
        return derive(id);
    }

    /** Works out again what follows from the events. */
    Claim derive(long id) {
        var claim = claims.find(id).orElseThrow();
        var events = claims.events(id);
        claims.derive(
                id,
                ClaimTarget.of(claim.kind(), events, calendars.current(CalendarCode.NX))
                        .orElse(null),
                events.stream()
                        .filter(it -> it.step().ends())
                        .map(ClaimEvent::on)
                        .findFirst()
                        .orElse(null));
        return claims.find(id).orElseThrow();
    }
}
