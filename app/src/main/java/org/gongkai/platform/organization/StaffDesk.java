package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.Map;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does with people, their roles and the openness officers (人员和任职登记办理). */
@Service
public class StaffDesk {
    private final Bookkeeping books;
    private final SectionRegister sections;
    private final PersonRegister people;
    private final PostingRegister postings;
    private final Periods periods;
    private final Endings endings;

    StaffDesk(
            Bookkeeping books,
            SectionRegister sections,
            PersonRegister people,
            PostingRegister postings,
            Periods periods,
            Endings endings) {
        this.books = books;
        this.sections = sections;
        this.people = people;
        this.postings = postings;
        this.periods = periods;
        this.endings = endings;
    }

    /** Enters a new person of an agency. */
    @Transactional
    public Person addPerson(Actor actor, AgencyId agency, PersonEntry entry) {
        OrganizationStep.ADD_PERSON.require(actor, agency, null);
        var input = books.checking();
        var key = input.key(entry.key());
        var checked = entry.check(input, section(agency, entry.section(), input));
        var id =
                books.write(
                        () -> {
                            var added = people.add(agency, key, books.by(actor));
                            people.begin(added, checked, books.by(actor));
                            return added;
                        });
        books.note(
                actor, "person-added", "person:" + key, Map.of(), Map.of("post", checked.post()));
        return people.find(id, books.today()).orElseThrow();
    }

    /** Changes name, post or section of a person from a day on. */
    @Transactional
    public Person changePerson(Actor actor, String key, @Nullable Long version, PersonEntry entry) {
        var before = person(key);
        OrganizationStep.CHANGE_PERSON.require(actor, before.agency(), null);
        OrganizationDesk.requireSame(version, before.version());
        var input = books.checking();
        var checked = entry.check(input, section(before.agency(), entry.section(), input));
        books.write(
                () -> {
                    people.begin(before.id(), checked, books.by(actor));
                    return before;
                });
        books.note(
                actor,
                "person-changed",
                "person:" + key,
                Map.of("post", before.post()),
                Map.of("post", checked.post(), "since", checked.from().toString()));
        return people.find(before.id(), books.today()).orElseThrow();
    }

    /** Ends a person's belonging to the agency; everything entrusted to them ends the same day. */
    @Transactional
    public void endPerson(Actor actor, String key, EndEntry entry) {
        var person = person(key);
        OrganizationStep.END_PERSON.require(actor, person.agency(), null);
        var lastDay = lastDay(entry);
        books.write(
                () -> {
                    people.end(person, lastDay, books.by(actor));
                    endings.ofPerson(person, lastDay, books.by(actor));
                    return person;
                });
        books.note(
                actor,
                "person-ended",
                "person:" + key,
                Map.of(),
                Map.of("lastDay", lastDay.toString()));
    }

    /** Gives a person a role; nobody gives one to themselves. */
    @Transactional
    public HeldRole grant(Actor actor, GrantEntry entry) {
        var input = books.checking();
        var key = input.text("person", entry.person(), Checking.LINE);
        var role = input.oneOf("role", entry.role(), Role.class);
        var on = input.days(entry.from(), entry.to());
        input.finish();
        var person = person(key);
        OrganizationStep.GRANT_ROLE.require(actor, person.agency(), null);
        var section = section(person.agency(), entry.section(), input);
        if (role.bySection() != (section != null)) {
            input.problem("section", role.bySection() ? "not-chosen" : "not-by-section");
        }
        if (person.validity().endedBefore(on.from())) {
            input.problem("person", "left");
        }
        input.finish();
        var id = books.write(() -> postings.grant(person.id(), role, section, on, books.by(actor)));
        books.note(
                actor,
                "role-granted",
                "person:" + key,
                Map.of(),
                Map.of(
                        "role",
                        role.name(),
                        "section",
                        text(section),
                        "since",
                        on.from().toString()));
        return postings.role(id).orElseThrow();
    }

    /** Ends a role after its last day. */
    @Transactional
    public void endRole(Actor actor, long id, EndEntry entry) {
        var role = postings.role(id).orElseThrow(Refusal::notFound);
        var person = people.find(role.person(), books.today()).orElseThrow(Refusal::notFound);
        OrganizationStep.END_ROLE.require(actor, person.agency(), null);
        var lastDay = lastDay(entry);
        periods.end(PostingRegister.GRANTS, id, lastDay, books.by(actor));
        books.note(
                actor,
                "role-ended",
                "person:" + person.key(),
                Map.of("role", role.role().name(), "section", text(role.section())),
                Map.of("lastDay", lastDay.toString()));
    }

    /** Names the openness officer of a section; the one before ends the day before. */
    @Transactional
    public long nameOpennessOfficer(Actor actor, OfficerEntry entry) {
        var input = books.checking();
        var personKey = input.text("person", entry.person(), Checking.LINE);
        var sectionKey = input.text("section", entry.section(), Checking.LINE);
        var from = input.day("from", entry.from());
        input.finish();
        var section =
                sections.find(actor.agency(), sectionKey, books.today())
                        .orElseThrow(Refusal::notFound);
        OrganizationStep.NAME_OPENNESS_OFFICER.require(actor, section.agency(), section.id());
        var person = person(personKey);
        if (!section.id().equals(person.section()) || !person.validity().covers(from)) {
            input.problem("person", "of-another-section");
        }
        input.finish();
        var id = books.write(() -> succeed(section.id(), person.id(), from, actor));
        books.note(
                actor,
                "openness-officer-named",
                "section:" + section.key(),
                Map.of(),
                Map.of("person", person.key(), "since", from.toString()));
        return id;
    }

    private long succeed(SectionId section, PersonId person, LocalDate from, Actor actor) {
        periods.makeRoom(
                PostingRegister.OFFICERS, "section_id", section.value(), from, books.by(actor));
        return postings.nameOfficer(section, person, from, books.by(actor));
    }

    private Person person(String key) {
        return people.find(key, books.today()).orElseThrow(Refusal::notFound);
    }

    private LocalDate lastDay(EndEntry entry) {
        var input = books.checking();
        var lastDay = input.day("lastDay", entry.lastDay());
        input.finish();
        return lastDay;
    }

    private @Nullable SectionId section(AgencyId agency, @Nullable String key, Checking input) {
        if (key == null || key.isBlank()) {
            return null;
        }
        var found =
                sections.find(agency, key, books.today())
                        .filter(it -> !it.validity().endedBefore(books.today()));
        if (found.isEmpty()) {
            input.problem("section", "not-chosen");
        }
        return found.map(Section::id).orElse(null);
    }

    private static String text(@Nullable SectionId section) {
        return section == null ? "" : section.toString();
    }
}
