package org.gongkai.platform.organization;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.settings.DemoData;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo agency (演示机关): 银川市生态环境局 with its sections; the people's names are invented. What it
 * holds stands in {@code demo/organization.json}.
 */
@Component
class DemoAgency implements DemoData {
    private final AgencyRegister agencies;
    private final SectionRegister sections;
    private final PersonRegister people;
    private final PostingRegister postings;
    private final DutyRegister duties;
    private final GroupRegister group;
    private final ListRegister lists;
    private final JsonMapper json;
    private final Clock clock;

    DemoAgency(
            AgencyRegister agencies,
            SectionRegister sections,
            PersonRegister people,
            PostingRegister postings,
            DutyRegister duties,
            GroupRegister group,
            ListRegister lists,
            JsonMapper json,
            Clock clock) {
        this.agencies = agencies;
        this.sections = sections;
        this.people = people;
        this.postings = postings;
        this.duties = duties;
        this.group = group;
        this.lists = lists;
        this.json = json;
        this.clock = clock;
    }

    record Meeting(LocalDate heldOn, String title, List<String> decisions) {}

    record Items(String section, String note, List<DisclosureItem> items) {}

    record Content(
            LocalDate since,
            AgencyEntry agency,
            List<PrefixEntry> prefixes,
            List<SectionEntry> sections,
            List<PersonEntry> people,
            List<GrantEntry> grants,
            List<OfficerEntry> officers,
            List<DutyEntry> duties,
            List<MemberEntry> members,
            List<Meeting> meetings,
            List<Items> lists) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void load() {
        var content = read();
        var by = new Recording(clock.instant(), null);
        var agency = agencies.add(String.valueOf(content.agency().key()), by);
        agencies.begin(agency, content.agency().check(checking()), by);
        for (var each : content.prefixes()) {
            var prefix = each.check(checking());
            agencies.beginPrefix(agency, prefix.prefix(), prefix.on(), by);
        }
        for (var each : content.sections()) {
            var kind = SectionKind.valueOf(String.valueOf(each.kind()));
            var id = sections.add(agency, String.valueOf(each.key()), kind, by);
            sections.begin(id, each.check(checking()), by);
        }
        for (var each : content.people()) {
            var id = people.add(agency, String.valueOf(each.key()), by);
            var works = each.section() == null ? null : section(agency, each.section());
            people.begin(id, each.check(checking(), works), by);
        }
        loadPostings(agency, content, by);
        loadGroup(agency, content, by);
        loadLists(agency, content, by);
    }

    private void loadPostings(AgencyId agency, Content content, Recording by) {
        var since = Validity.since(content.since());
        for (var each : content.grants()) {
            var of = each.section() == null ? null : section(agency, each.section());
            postings.grant(
                    person(each.person()),
                    Role.valueOf(String.valueOf(each.role())),
                    of,
                    since,
                    by);
        }
        for (var each : content.officers()) {
            postings.nameOfficer(
                    section(agency, each.section()), person(each.person()), content.since(), by);
        }
        for (var each : content.duties()) {
            duties.add(
                    agency,
                    String.valueOf(each.topic()),
                    section(agency, each.section()),
                    content.since(),
                    by);
        }
    }

    private void loadGroup(AgencyId agency, Content content, Recording by) {
        for (var each : content.members()) {
            var function = GroupFunction.valueOf(String.valueOf(each.function()));
            group.addMember(agency, person(each.person()), function, content.since(), by);
        }
        for (var each : content.meetings()) {
            group.addMeeting(agency, each.heldOn(), each.title(), each.decisions(), by);
        }
    }

    /** The lists hold from the present month on, so that what falls due can be watched. */
    private void loadLists(AgencyId agency, Content content, Recording by) {
        var from = LocalDate.now(clock).withDayOfMonth(1);
        for (var each : content.lists()) {
            lists.add(
                    new DisclosureList(
                            section(agency, each.section()), 1, from, each.note(), each.items()),
                    by);
        }
    }

    private Content read() {
        try (var file = new ClassPathResource("demo/organization.json").getInputStream()) {
            return json.readValue(file, Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checking checking() {
        return new Checking(LocalDate.now(clock));
    }

    private SectionId section(AgencyId agency, @Nullable String key) {
        return sections.find(agency, String.valueOf(key), LocalDate.now(clock)).orElseThrow().id();
    }

    private PersonId person(@Nullable String key) {
        return people.find(String.valueOf(key), LocalDate.now(clock)).orElseThrow().id();
    }
}
