package org.gongkai.platform.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.platform.audit.PersonNames;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.springframework.stereotype.Component;

/** The people who have accounts, from the register of the organization (人员来源). */
@Component
class OrganizationPeople implements People, PersonNames {
    private final Organization organization;
    private final Clock clock;

    OrganizationPeople(Organization organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public Optional<Actor> actor(PersonId person) {
        return organization.person(person).validity().covers(today())
                ? Optional.of(organization.actorOn(person, today()))
                : Optional.empty();
    }

    @Override
    public List<Member> of(AgencyId agency) {
        return organization.peopleOn(agency, today()).stream()
                .map(it -> new Member(it.id(), it.name(), it.post()))
                .toList();
    }

    @Override
    public Optional<PersonId> byKey(String key) {
        return organization.personByKey(key).map(Person::id);
    }

    @Override
    public String name(PersonId person) {
        return organization.person(person).name();
    }

    @Override
    public List<PersonId> called(AgencyId agency, String name) {
        return organization.allPeople(agency).stream()
                .filter(it -> it.name().equals(name))
                .map(Person::id)
                .toList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
