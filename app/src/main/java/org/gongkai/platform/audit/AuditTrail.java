package org.gongkai.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where everything done is written down (审计记录): one line for each act, in the transaction of the
 * act, never changed afterwards.
 *
 * <p>An action is named {@code <module>.<what-was-done>}, in the past tense; its words stand under
 * {@code <module>.audit.<what-was-done>}. A subject is named {@code <kind>:<number>}. Values about
 * a person are wrapped in {@link Personal}.
 */
@Component
public class AuditTrail {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditValues values;

    AuditTrail(JdbcClient jdbc, Clock clock, AuditValues values) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.values = values;
    }

    /** A person did this, in their own right. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            Actor by, String action, String subject, Map<String, ?> before, Map<String, ?> after) {
        var origin = new Origin("PERSON", by.person(), by.agency(), null);
        write(origin, action, subject, before, after);
    }

    /** A person did this under a grant, perhaps for somebody absent (代行). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            Actor by,
            Grant under,
            String action,
            String subject,
            Map<String, ?> before,
            Map<String, ?> after) {
        var origin = new Origin("PERSON", by.person(), by.agency(), under.onBehalfOf());
        write(origin, action, subject, before, after);
    }

    /** The program did this of itself: a schedule, a sweep, a start. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordBySystem(
            @Nullable AgencyId agency,
            String action,
            String subject,
            Map<String, ?> before,
            Map<String, ?> after) {
        write(new Origin("SYSTEM", null, agency, null), action, subject, before, after);
    }

    /** The program did the same with each of these subjects; what became of each by its name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordEachBySystem(
            AgencyId agency, String action, Map<String, ? extends Map<String, ?>> after) {
        jdbc.sql(
                        """
                        INSERT INTO audit_entry (at, origin, agency, action, subject, before, after)
                        SELECT :at, 'SYSTEM', :agency, :action, e.key, '{}', e.value
                        FROM jsonb_each(CAST(:after AS jsonb)) e
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("agency", agency.value())
                .param("action", action)
                .param("after", values.json(after))
                .update();
    }

    /** Somebody did this who has not signed in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAnonymous(
            @Nullable AgencyId agency, String action, String subject, Map<String, ?> after) {
        write(new Origin("ANONYMOUS", null, agency, null), action, subject, Map.of(), after);
    }

    private record Origin(
            String kind,
            @Nullable PersonId person,
            @Nullable AgencyId agency,
            @Nullable PersonId onBehalfOf) {}

    private void write(
            Origin origin,
            String action,
            String subject,
            Map<String, ?> before,
            Map<String, ?> after) {
        jdbc.sql(
                        """
                        INSERT INTO audit_entry
                            (at, origin, person, agency, on_behalf_of, action, subject, before, after)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)
                .param(Timestamp.from(clock.instant()))
                .param(origin.kind())
                .param(number(origin.person()))
                .param(origin.agency() == null ? null : origin.agency().value())
                .param(number(origin.onBehalfOf()))
                .param(action)
                .param(subject)
                .param(values.json(before))
                .param(values.json(after))
                .update();
    }

    private static @Nullable Long number(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }
}
