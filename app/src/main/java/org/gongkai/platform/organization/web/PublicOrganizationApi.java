package org.gongkai.platform.organization.web;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.organization.GroupFunction;
import org.gongkai.platform.organization.GroupMeeting;
import org.gongkai.platform.organization.LeadingGroupDesk;
import org.gongkai.platform.organization.SectionKind;
import org.gongkai.platform.organization.web.Views.AgencyView;
import org.gongkai.platform.organization.web.Views.ListView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the public reads about the agency, for programs (机构概况接口): 条例 art. 20 (2). */
@RestController
@RequestMapping("/api/v1/public/organization")
class PublicOrganizationApi {
    private final Assembly assembly;
    private final LeadingGroupDesk group;

    PublicOrganizationApi(Assembly assembly, LeadingGroupDesk group) {
        this.assembly = assembly;
        this.group = group;
    }

    record PublicName(String name, String post) {}

    record PublicSection(
            String key,
            SectionKind kind,
            String name,
            String functions,
            String phone,
            List<PublicName> heads) {}

    record PublicAgency(
            String key,
            String name,
            String functions,
            String address,
            String officeHours,
            String phone,
            String fax,
            String contact,
            LocalDate since,
            List<PublicName> leaders,
            List<PublicSection> sections) {}

    record PublicMember(String name, String post, GroupFunction function) {}

    record PublicMeeting(LocalDate heldOn, String title, List<String> decisions) {}

    record PublicGroup(List<PublicMember> members, List<PublicMeeting> meetings) {}

    @GetMapping
    PublicAgency organization(@RequestParam @Nullable String agency) {
        var shown = assembly.agency(agency);
        AgencyView it = assembly.agency(shown);
        var leaders =
                assembly.leaders(shown.id()).stream()
                        .map(head -> new PublicName(head.name(), head.post()))
                        .toList();
        var sections =
                assembly.publicSections(shown.id()).stream()
                        .map(Views.SectionView::forPublic)
                        .toList();
        return new PublicAgency(
                it.key(),
                it.name(),
                it.functions(),
                it.address(),
                it.officeHours(),
                it.phone(),
                it.fax(),
                it.contact(),
                it.validFrom(),
                leaders,
                sections);
    }

    @GetMapping("/leading-group")
    PublicGroup leadingGroup(@RequestParam @Nullable String agency) {
        var shown = assembly.agency(agency).id();
        return new PublicGroup(
                assembly.members(shown).stream()
                        .map(
                                it ->
                                        new PublicMember(
                                                it.person().name(),
                                                it.person().post(),
                                                it.function()))
                        .toList(),
                group.meetings(shown).stream().map(PublicOrganizationApi::meeting).toList());
    }

    @GetMapping("/lists/{key}")
    ListView list(@PathVariable String key, @RequestParam @Nullable String agency) {
        return assembly.list(assembly.section(assembly.agency(agency).id(), key));
    }

    private static PublicMeeting meeting(GroupMeeting it) {
        return new PublicMeeting(it.heldOn(), it.title(), it.decisions());
    }
}
