package org.gongkai.platform.organization;

import java.time.Clock;
import java.time.LocalDate;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first agency of an installation and its operator (首个机关与系统管理员), who then enters all others.
 * Whoever calls it has made sure that it may.
 */
@Component
public class FirstAgency {
    private final AgencyRegister agencies;
    private final PersonRegister people;
    private final PostingRegister postings;
    private final Organization organization;
    private final Clock clock;

    FirstAgency(
            AgencyRegister agencies,
            PersonRegister people,
            PostingRegister postings,
            Organization organization,
            Clock clock) {
        this.agencies = agencies;
        this.people = people;
        this.postings = postings;
        this.organization = organization;
        this.clock = clock;
    }

    /** Enters the agency, its prefix and the person who operates; gives the person. */
    @Transactional
    public PersonId open(AgencyEntry agency, PrefixEntry prefix, PersonEntry operator) {
        if (!organization.agencies().isEmpty()) {
            throw new IllegalStateException("There is an agency already");
        }
        var checking = new Checking(LocalDate.now(clock));
        var by = new Recording(clock.instant(), null);
        var agencyId = agencies.add(required("agency.key", agency.key()), by);
        agencies.begin(agencyId, agency.check(checking), by);
        var checkedPrefix = prefix.check(checking);
        agencies.beginPrefix(agencyId, checkedPrefix.prefix(), checkedPrefix.on(), by);
        var person = people.add(agencyId, required("operator.key", operator.key()), by);
        people.begin(person, operator.check(checking, null), by);
        postings.grant(person, Role.OPERATOR, null, Validity.since(LocalDate.now(clock)), by);
        return person;
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(field, "organization.first.missing", field);
        }
        return value.strip();
    }
}
