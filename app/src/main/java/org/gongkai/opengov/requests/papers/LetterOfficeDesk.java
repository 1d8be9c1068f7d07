package org.gongkai.opengov.requests.papers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The disclosure office says what its letters carry (文书信息维护). */
@Service
@Transactional
public class LetterOfficeDesk {
    private final LetterOffices offices;
    private final AuditTrail audit;
    private final Clock clock;

    LetterOfficeDesk(LetterOffices offices, AuditTrail audit, Clock clock) {
        this.offices = offices;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this person keeps it. */
    public static boolean mayKeep(Actor by) {
        return by.has(Role.DISCLOSURE_OFFICE);
    }

    /** What counts now; empty while nothing was said. */
    @Transactional(readOnly = true)
    public Optional<LetterOffice> current(Actor by) {
        require(by);
        return offices.find(by.agency());
    }

    /** Keeps it from now on; letters already signed stay as they are. */
    public LetterOffice keep(Actor by, LetterOfficeEntry entry) {
        require(by);
        var office = entry.check();
        var before = offices.find(by.agency()).map(it -> Map.of("series", it.series()));
        offices.keep(by.agency(), office, by.person(), clock.instant());
        audit.record(
                by,
                "requests.letter-office-kept",
                "agency:" + by.agency().value(),
                before.orElse(Map.of()),
                Map.of("series", office.series()));
        return office;
    }

    /** What counts for an agency's letters; refuses while nothing was said. */
    LetterOffice of(AgencyId agency) {
        return offices.find(agency)
                .orElseThrow(
                        () ->
                                Refusal.notPossibleNow(
                                        List.of(), "requests.papers.refusal.no-office"));
    }

    private static void require(Actor by) {
        if (!mayKeep(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "requests.papers.refusal.office");
        }
    }
}
