package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.pagecache.PageSources;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk does for the leading group for open government (政务公开领导小组). */
@Service
public class LeadingGroupDesk {
    private static final int MOST_DECISIONS = 50;

    private final Bookkeeping books;
    private final GroupRegister group;
    private final PersonRegister people;
    private final Periods periods;

    LeadingGroupDesk(
            Bookkeeping books, GroupRegister group, PersonRegister people, Periods periods) {
        this.books = books;
        this.group = group;
        this.people = people;
        this.periods = periods;
    }

    /** The members of a day: leader, deputies, members. */
    @Transactional(readOnly = true)
    public List<GroupMember> members(AgencyId agency, LocalDate day) {
        PageSources.note(Organization.SOURCE);
        return group.members(agency, day);
    }

    /** The meetings with their decisions, newest first. */
    @Transactional(readOnly = true)
    public List<GroupMeeting> meetings(AgencyId agency) {
        PageSources.note(Organization.SOURCE);
        return group.meetings(agency);
    }

    /** Takes a person into the group from a day on; a function held before ends the day before. */
    @Transactional
    public long addMember(Actor actor, MemberEntry entry) {
        OrganizationStep.CHANGE_LEADING_GROUP.require(actor, actor.agency(), null);
        var input = books.checking();
        var key = input.text("person", entry.person(), Checking.LINE);
        var function = input.oneOf("function", entry.function(), GroupFunction.class);
        var from = input.day("from", entry.from());
        input.finish();
        var person =
                people.find(key, books.today())
                        .filter(it -> it.agency().equals(actor.agency()))
                        .orElseThrow(Refusal::notFound);
        var id =
                books.write(
                        () -> {
                            periods.makeRoom(
                                    GroupRegister.MEMBERS,
                                    "person_id",
                                    person.id().value(),
                                    from,
                                    books.by(actor));
                            return group.addMember(
                                    actor.agency(), person.id(), function, from, books.by(actor));
                        });
        books.note(
                actor,
                "group-member-added",
                "person:" + key,
                Map.of(),
                Map.of("function", function.name(), "since", from.toString()));
        return id;
    }

    /** Ends a membership after its last day. */
    @Transactional
    public void endMember(Actor actor, long id, EndEntry entry) {
        OrganizationStep.CHANGE_LEADING_GROUP.require(actor, actor.agency(), null);
        var member = group.member(actor.agency(), id).orElseThrow(Refusal::notFound);
        var input = books.checking();
        var lastDay = input.day("lastDay", entry.lastDay());
        input.finish();
        periods.end(GroupRegister.MEMBERS, id, lastDay, books.by(actor));
        books.note(
                actor,
                "group-member-ended",
                "person:" + member.person(),
                Map.of("function", member.function().name()),
                Map.of("lastDay", lastDay.toString()));
    }

    /** Records a meeting and what it decided; the record is not changed afterwards. */
    @Transactional
    public long recordMeeting(Actor actor, MeetingEntry entry) {
        OrganizationStep.CHANGE_LEADING_GROUP.require(actor, actor.agency(), null);
        var input = books.checking();
        var heldOn = input.requiredDay("heldOn", entry.heldOn());
        var title = input.text("title", entry.title(), Checking.LINE);
        var text = input.text("decisions", entry.decisions(), Checking.PARAGRAPH);
        var decisions = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (decisions.size() > MOST_DECISIONS) {
            input.problem("decisions", "how-many", MOST_DECISIONS);
        }
        if (heldOn.isAfter(books.today())) {
            input.problem("heldOn", "still-to-come");
        }
        input.finish();
        var id =
                books.write(
                        () ->
                                group.addMeeting(
                                        actor.agency(), heldOn, title, decisions, books.by(actor)));
        books.note(
                actor,
                "group-meeting-recorded",
                "meeting:" + id,
                Map.of(),
                Map.of("heldOn", heldOn.toString(), "title", title));
        return id;
    }
}
