package org.gongkai.platform.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Who the agency is and who does what in it, to read (机构与人员). What does not exist on the day asked
 * for is shown as it last was, so that an old record can always name its people and sections.
 */
@Service
public class Organization {
    /** What every kept page that names the agency, its sections or its people was made from. */
    static final String SOURCE = "organization";

    private final AgencyRegister agencies;
    private final SectionRegister sections;
    private final PersonRegister people;
    private final PostingRegister postings;
    private final CoverRegister covers;
    private final DutyRegister duties;
    private final Clock clock;

    Organization(
            AgencyRegister agencies,
            SectionRegister sections,
            PersonRegister people,
            PostingRegister postings,
            CoverRegister covers,
            DutyRegister duties,
            Clock clock) {
        this.agencies = agencies;
        this.sections = sections;
        this.people = people;
        this.postings = postings;
        this.covers = covers;
        this.duties = duties;
        this.clock = clock;
    }

    /** Every agency of the installation, the oldest entry first. */
    public List<Agency> agencies() {
        PageSources.note(SOURCE);
        return agencies.all(today());
    }

    /** The agency as it stands today. */
    public Agency agency(AgencyId id) {
        PageSources.note(SOURCE);
        return agencies.find(id, today()).orElseThrow(Refusal::notFound);
    }

    /** The agency as it stood on a day. */
    public Agency agencyOn(AgencyId id, LocalDate day) {
        PageSources.note(SOURCE);
        return agencies.find(id, day).orElseThrow(Refusal::notFound);
    }

    /** The agency with this key. */
    public Optional<Agency> agencyByKey(String key) {
        PageSources.note(SOURCE);
        return agencies.find(key, today());
    }

    /** The prefix that index numbers of this day get; empty while none was entered. */
    public Optional<PublisherPrefix> findPrefixOn(AgencyId agency, LocalDate day) {
        PageSources.note(SOURCE);
        return prefixes(agency).stream()
                .filter(it -> it.validity().covers(day))
                .findFirst()
                .map(PrefixPeriod::prefix);
    }

    /** The prefix that index numbers of this day get. */
    public PublisherPrefix prefixOn(AgencyId agency, LocalDate day) {
        PageSources.note(SOURCE);
        return findPrefixOn(agency, day)
                .orElseThrow(
                        () ->
                                Refusal.notPossibleNow(
                                        List.of(), "organization.refused.no-prefix", day));
    }

    /** Every prefix the agency has had, oldest first. */
    public List<PrefixPeriod> prefixes(AgencyId agency) {
        PageSources.note(SOURCE);
        return agencies.prefixes(agency);
    }

    /** The agency that wrote this prefix at any time. */
    public Optional<AgencyId> ownerOf(PublisherPrefix prefix) {
        PageSources.note(SOURCE);
        return agencies.owner(prefix);
    }

    /** The section as it stands today. */
    public Section section(SectionId id) {
        PageSources.note(SOURCE);
        return sections.find(id, today()).orElseThrow(Refusal::notFound);
    }

    /** The section as it stood on a day, with the name it then had. */
    public Section sectionOn(SectionId id, LocalDate day) {
        PageSources.note(SOURCE);
        return sections.find(id, day).orElseThrow(Refusal::notFound);
    }

    /** The section with this key or this name; one that exists today comes first. */
    public Optional<Section> findSection(AgencyId agency, String keyOrName) {
        PageSources.note(SOURCE);
        return sections.find(agency, keyOrName, today());
    }

    /** The sections, then the subordinate units, that exist on a day. */
    public List<Section> sectionsOn(AgencyId agency, LocalDate day) {
        PageSources.note(SOURCE);
        return sections.existing(agency, day);
    }

    /** Every section there ever was. */
    public List<Section> allSections(AgencyId agency) {
        PageSources.note(SOURCE);
        return sections.all(agency, today());
    }

    /** How the section was closed or merged; empty while it exists. */
    public Optional<SectionClosing> closing(SectionId id) {
        PageSources.note(SOURCE);
        return sections.closing(id);
    }

    /** The person as they stand today. */
    public Person person(PersonId id) {
        PageSources.note(SOURCE);
        return people.find(id, today()).orElseThrow(Refusal::notFound);
    }

    /** The person with this key, in whichever agency. */
    public Optional<Person> personByKey(String key) {
        PageSources.note(SOURCE);
        return people.find(key, today());
    }

    /** The people who belong to the agency on a day. */
    public List<Person> peopleOn(AgencyId agency, LocalDate day) {
        PageSources.note(SOURCE);
        return people.existing(agency, day);
    }

    /** Everybody who ever belonged to the agency. */
    public List<Person> allPeople(AgencyId agency) {
        PageSources.note(SOURCE);
        return people.all(agency, today());
    }

    /** The person with everything entrusted to them on a day, as somebody's deputy too. */
    public Actor actorOn(PersonId id, LocalDate day) {
        PageSources.note(SOURCE);
        var person = people.find(id, day).orElseThrow(Refusal::notFound);
        var own = own(id, day).map(it -> new Grant(it.role(), it.section(), null));
        var acting = covers.byDeputy(id, day).stream().flatMap(it -> acting(it, day));
        var grants =
                person.validity().covers(day)
                        ? Stream.concat(own, acting).toList()
                        : List.<Grant>of();
        return new Actor(id, person.name(), person.agency(), grants);
    }

    /**
     * Who holds the role on a day for this section, or for any if it is null: first in their own
     * right, then deputies of those who are away.
     */
    public List<Person> holders(
            AgencyId agency, Role role, @Nullable SectionId section, LocalDate day) {
        PageSources.note(SOURCE);
        var inOwnRight =
                postings.rolesIn(agency, day).stream()
                        .filter(it -> it.role() == role)
                        .filter(
                                it ->
                                        section == null
                                                || it.section() == null
                                                || it.section().equals(section))
                        .map(HeldRole::person)
                        .toList();
        var acting =
                covers.notOver(agency, day).stream()
                        .filter(it -> it.role() == role && it.validity().covers(day))
                        .filter(it -> inOwnRight.contains(it.absent()))
                        .map(Cover::deputy);
        return Stream.concat(inOwnRight.stream(), acting)
                .distinct()
                .map(it -> people.find(it, day).orElseThrow(Refusal::notFound))
                .filter(it -> it.validity().covers(day))
                .toList();
    }

    /** Whose topic this is on a day (职责归属). */
    public Optional<Section> sectionFor(AgencyId agency, String topic, LocalDate day) {
        PageSources.note(SOURCE);
        return duties.find(agency, topic, day).flatMap(it -> sections.find(it.section(), day));
    }

    /** The duties of a day whose topic contains these words; all for an empty text. */
    public List<Duty> duties(AgencyId agency, String words, LocalDate day) {
        PageSources.note(SOURCE);
        return duties.on(agency, day).stream().filter(it -> it.topic().contains(words)).toList();
    }

    /** The openness officer of a section on a day. */
    public Optional<Person> opennessOfficer(SectionId section, LocalDate day) {
        PageSources.note(SOURCE);
        return postings.officersOf(section).stream()
                .filter(it -> it.validity().covers(day))
                .findFirst()
                .flatMap(it -> people.find(it.person(), day))
                .filter(it -> it.validity().covers(day));
    }

    /** Every role the person holds or held in their own right, oldest first. */
    public List<HeldRole> rolesOf(PersonId person) {
        PageSources.note(SOURCE);
        return postings.rolesOf(person);
    }

    /** The roles held in the agency on a day. */
    public List<HeldRole> rolesOn(AgencyId agency, LocalDate day) {
        PageSources.note(SOURCE);
        return postings.rolesIn(agency, day);
    }

    /** The openness officers of a day; a section without one is not among them. */
    public List<OpennessOfficer> opennessOfficersOn(AgencyId agency, LocalDate day) {
        PageSources.note(SOURCE);
        return postings.officersIn(agency, day);
    }

    /** When the person is or was away or covers for somebody, newest first. */
    public List<Cover> coversOf(PersonId person) {
        PageSources.note(SOURCE);
        return covers.of(person);
    }

    /** What cover is in force on the day or still to come. */
    public List<Cover> coversFrom(AgencyId agency, LocalDate day) {
        PageSources.note(SOURCE);
        return covers.notOver(agency, day);
    }

    private Stream<Grant> acting(Cover cover, LocalDate day) {
        var absentBelongs =
                people.find(cover.absent(), day).stream().anyMatch(it -> it.validity().covers(day));
        return absentBelongs
                ? own(cover.absent(), day)
                        .filter(it -> it.role() == cover.role())
                        .map(it -> new Grant(it.role(), it.section(), cover.absent()))
                : Stream.empty();
    }

    private Stream<HeldRole> own(PersonId id, LocalDate day) {
        return postings.rolesOf(id).stream().filter(it -> it.validity().covers(day));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
