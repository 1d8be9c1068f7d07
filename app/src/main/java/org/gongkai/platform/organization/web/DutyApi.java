package org.gongkai.platform.organization.web;

import java.util.List;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.organization.DutyEntry;
import org.gongkai.platform.organization.EndEntry;
import org.gongkai.platform.organization.GroupMeeting;
import org.gongkai.platform.organization.LeadingGroupDesk;
import org.gongkai.platform.organization.MeetingEntry;
import org.gongkai.platform.organization.MemberEntry;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.OrganizationDesk;
import org.gongkai.platform.organization.web.Views.DutyView;
import org.gongkai.platform.organization.web.Views.MemberView;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Duties and the leading group over the API (职责和领导小组接口), of the caller's own agency. */
@RestController
@RequestMapping("/api/v1")
class DutyApi {
    private final Organization organization;
    private final OrganizationDesk desk;
    private final LeadingGroupDesk group;
    private final Assembly assembly;

    DutyApi(
            Organization organization,
            OrganizationDesk desk,
            LeadingGroupDesk group,
            Assembly assembly) {
        this.organization = organization;
        this.desk = desk;
        this.group = group;
        this.assembly = assembly;
    }

    record GroupView(List<MemberView> members, List<GroupMeeting> meetings) {}

    @GetMapping("/duties")
    Items<DutyView> duties(@RequestParam(defaultValue = "") String topic, Actor actor) {
        var found = organization.duties(actor.agency(), topic.strip(), assembly.today());
        return Items.whole(found.stream().map(assembly::view).toList());
    }

    @PostMapping("/duties")
    @ResponseStatus(HttpStatus.CREATED)
    DutyView assign(@RequestBody DutyEntry entry, Actor actor) {
        return assembly.view(desk.assignDuty(actor, entry));
    }

    @PostMapping("/duties/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endDuty(@PathVariable long id, @RequestBody EndEntry entry, Actor actor) {
        desk.endDuty(actor, id, entry);
    }

    @GetMapping("/leading-group")
    GroupView group(Actor actor) {
        return group(actor.agency());
    }

    @PostMapping("/leading-group/members")
    @ResponseStatus(HttpStatus.CREATED)
    GroupView addMember(@RequestBody MemberEntry entry, Actor actor) {
        group.addMember(actor, entry);
        return group(actor.agency());
    }

    @PostMapping("/leading-group/members/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endMember(@PathVariable long id, @RequestBody EndEntry entry, Actor actor) {
        group.endMember(actor, id, entry);
    }

    @PostMapping("/leading-group/meetings")
    @ResponseStatus(HttpStatus.CREATED)
    GroupView recordMeeting(@RequestBody MeetingEntry entry, Actor actor) {
        group.recordMeeting(actor, entry);
        return group(actor.agency());
    }

    private GroupView group(AgencyId agency) {
        return new GroupView(assembly.members(agency), group.meetings(agency));
    }
}
