package org.gongkai.platform.organization.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Cover;
import org.gongkai.platform.organization.DisclosureList;
import org.gongkai.platform.organization.DisclosureListDesk;
import org.gongkai.platform.organization.Duty;
import org.gongkai.platform.organization.GroupMember;
import org.gongkai.platform.organization.HeldRole;
import org.gongkai.platform.organization.LeadingGroupDesk;
import org.gongkai.platform.organization.ListedItem;
import org.gongkai.platform.organization.OpennessOfficer;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.organization.SectionClosing;
import org.gongkai.platform.organization.web.Views.AgencyView;
import org.gongkai.platform.organization.web.Views.CoverView;
import org.gongkai.platform.organization.web.Views.DutyView;
import org.gongkai.platform.organization.web.Views.GrantView;
import org.gongkai.platform.organization.web.Views.ItemView;
import org.gongkai.platform.organization.web.Views.ListView;
import org.gongkai.platform.organization.web.Views.MemberView;
import org.gongkai.platform.organization.web.Views.PersonRef;
import org.gongkai.platform.organization.web.Views.PersonView;
import org.gongkai.platform.organization.web.Views.SectionRef;
import org.gongkai.platform.organization.web.Views.SectionView;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what pages and API show of the registers (登记内容汇集). */
@Component
class Assembly {
    private final Organization organization;
    private final LeadingGroupDesk group;
    private final DisclosureListDesk lists;
    private final Clock clock;

    Assembly(
            Organization organization,
            LeadingGroupDesk group,
            DisclosureListDesk lists,
            Clock clock) {
        this.organization = organization;
        this.group = group;
        this.lists = lists;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The agency with this key; without one the installation's first. */
    Agency agency(@Nullable String key) {
        var found =
                key == null || key.isBlank()
                        ? organization.agencies().stream().findFirst()
                        : organization.agencyByKey(key);
        return found.orElseThrow(Refusal::notFound);
    }

    AgencyView agency(Agency agency) {
        return AgencyView.of(agency, organization.prefixes(agency.id()));
    }

    Section section(AgencyId agency, String key) {
        return organization
                .findSection(agency, key)
                .filter(it -> it.key().equals(key))
                .orElseThrow(Refusal::notFound);
    }

    Person person(AgencyId agency, String key) {
        return organization
                .personByKey(key)
                .filter(it -> it.agency().equals(agency))
                .orElseThrow(Refusal::notFound);
    }

    List<SectionView> sections(AgencyId agency, LocalDate day) {
        var roles = organization.rolesOn(agency, day);
        var officers = officers(agency, day);
        return organization.sectionsOn(agency, day).stream()
                .map(it -> view(it, roles, officers))
                .toList();
    }

    SectionView view(Section section) {
        var day = today();
        return view(
                section,
                organization.rolesOn(section.agency(), day),
                officers(section.agency(), day));
    }

    private SectionView view(
            Section it, List<HeldRole> roles, Map<SectionId, OpennessOfficer> officers) {
        var heads =
                roles.stream()
                        .filter(role -> role.role() == Role.SECTION_HEAD)
                        .filter(role -> it.id().equals(role.section()))
                        .map(role -> ref(role.person()))
                        .toList();
        var officer = officers.get(it.id());
        var successor = organization.closing(it.id()).map(SectionClosing::successor).orElse(null);
        return new SectionView(
                it.id().value(),
                it.key(),
                it.version(),
                it.kind(),
                it.name(),
                it.functions(),
                it.phone(),
                it.place(),
                it.displayOrder(),
                it.validity().from(),
                it.validity().to(),
                heads,
                officer == null ? null : ref(officer.person()),
                successor == null ? null : ref(successor));
    }

    PersonView view(Person it) {
        return new PersonView(
                it.id().value(),
                it.key(),
                it.version(),
                it.name(),
                it.post(),
                it.section() == null ? null : ref(it.section()),
                it.named(),
                it.validity().from(),
                it.validity().to());
    }

    GrantView view(HeldRole it) {
        return new GrantView(
                it.id(),
                ref(it.person()),
                it.role(),
                it.section() == null ? null : ref(it.section()),
                it.validity().from(),
                it.validity().to());
    }

    CoverView view(Cover it) {
        return new CoverView(
                it.id(),
                ref(it.absent()),
                ref(it.deputy()),
                it.role(),
                it.reason(),
                it.validity().from(),
                it.validity().to());
    }

    DutyView view(Duty it) {
        return new DutyView(
                it.id(), it.topic(), ref(it.section()), it.validity().from(), it.validity().to());
    }

    List<MemberView> members(AgencyId agency) {
        return group.members(agency, today()).stream().map(this::view).toList();
    }

    private MemberView view(GroupMember it) {
        return new MemberView(
                it.id(), ref(it.person()), it.function(), it.validity().from(), it.validity().to());
    }

    /** The section's list as it stands today; an empty one where none was adopted yet. */
    ListView list(Section section) {
        var adopted = lists.listOn(section.id(), today());
        var items = lists.standing(section.id()).stream().map(Assembly::view).toList();
        return new ListView(
                SectionRef.of(section),
                adopted.map(DisclosureList::number).orElse(0),
                adopted.map(DisclosureList::validFrom).orElse(null),
                adopted.map(DisclosureList::note).orElse(""),
                items.stream().filter(ItemView::overdue).count(),
                items);
    }

    static ItemView view(ListedItem it) {
        return new ItemView(
                it.item().item(),
                it.item().legalGround(),
                it.item().article20Item(),
                it.item().cadence(),
                it.item().workingDays(),
                it.item().columnKey(),
                it.latest(),
                it.owedBy(),
                it.overdue(),
                it.provisional());
    }

    /** The heads whom the public reads: those named publicly who lead the whole agency. */
    List<PersonRef> leaders(AgencyId agency) {
        var day = today();
        return organization.rolesOn(agency, day).stream()
                .filter(it -> it.role() == Role.PRINCIPAL_LEADER || it.role() == Role.DEPUTY_LEADER)
                .sorted(Comparator.comparing((HeldRole it) -> it.role() == Role.DEPUTY_LEADER))
                .map(HeldRole::person)
                .distinct()
                .map(organization::person)
                .filter(Person::named)
                .map(PersonRef::of)
                .toList();
    }

    /** The sections as the public reads them: with those heads only who are named publicly. */
    List<SectionView> publicSections(AgencyId agency) {
        var named =
                organization.peopleOn(agency, today()).stream()
                        .filter(Person::named)
                        .map(Person::key)
                        .toList();
        return sections(agency, today()).stream().map(it -> it.naming(named)).toList();
    }

    private Map<SectionId, OpennessOfficer> officers(AgencyId agency, LocalDate day) {
        return organization.opennessOfficersOn(agency, day).stream()
                .collect(Collectors.toMap(OpennessOfficer::section, it -> it));
    }

    private PersonRef ref(PersonId id) {
        return PersonRef.of(organization.person(id));
    }

    private SectionRef ref(SectionId id) {
        return SectionRef.of(organization.section(id));
    }
}
