package org.gongkai.platform.organization;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Writes into the registers (登记): with day, moment and person, with an audit entry, and with the
 * database's own refusals said in words.
 */
@Component
class Bookkeeping {
    /** Constraint → the field it is about and the last part of the sentence's key. */
    private static final Map<String, Map.Entry<String, String>> FIELDS =
            Map.ofEntries(
                    entry("organization_agency_key_key", entry("key", "key-taken")),
                    entry("organization_section_agency_id_key_key", entry("key", "key-taken")),
                    entry("organization_person_key_key", entry("key", "key-taken")),
                    entry("organization_prefix_once", entry("from", "prefix-overlap")),
                    entry("organization_grant_once", entry("role", "role-held")),
                    entry("organization_openness_officer_one", entry("person", "officer-named")),
                    entry("organization_cover_not_oneself", entry("deputy", "cover-oneself")),
                    entry("organization_cover_one_deputy", entry("from", "cover-twice")),
                    entry("organization_cover_no_chain", entry("deputy", "cover-chain")),
                    entry("organization_duty_one_section", entry("topic", "topic-taken")),
                    entry("organization_group_member_once", entry("person", "member-already")),
                    entry("organization_group_one_leader", entry("function", "leader-already")));

    private final Clock clock;
    private final AuditTrail audit;
    private final PageChanges pages;

    Bookkeeping(Clock clock, AuditTrail audit, PageChanges pages) {
        this.clock = clock;
        this.audit = audit;
        this.pages = pages;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Checking checking() {
        return new Checking(today());
    }

    Recording by(Actor actor) {
        return new Recording(clock.instant(), actor.person());
    }

    /** Writes, and says in words what the database does not allow. */
    <T> T write(Supplier<T> step) {
        try {
            return step.get();
        } catch (DataIntegrityViolationException e) {
            throw constraint(e)
                    .flatMap(Bookkeeping::refusal)
                    .map(RuntimeException.class::cast)
                    .orElse(e);
        }
    }

    void note(
            Actor by, String action, String subject, Map<String, ?> before, Map<String, ?> after) {
        pages.tell(Organization.SOURCE);
        audit.record(by, "organization." + action, subject, before, after);
    }

    private static Optional<String> constraint(DataIntegrityViolationException e) {
        return e.getMostSpecificCause() instanceof PSQLException cause
                ? Optional.ofNullable(cause.getServerErrorMessage()).map(it -> it.getConstraint())
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(String constraint) {
        if (constraint.equals("organization_grant_nobody_grants_himself")) {
            return Optional.of(
                    Refusal.of(RefusalKind.NOT_ALLOWED, "organization.refused.own-role"));
        }
        var field = FIELDS.get(constraint);
        if (field != null) {
            return Optional.of(
                    Refusal.invalid(field.getKey(), "organization.refused." + field.getValue()));
        }
        return constraint.endsWith("_once")
                ? Optional.of(
                        Refusal.of(RefusalKind.STALE, "organization.refused.changed-meanwhile"))
                : Optional.empty();
    }
}
