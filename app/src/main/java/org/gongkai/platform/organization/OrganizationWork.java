package org.gongkai.platform.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.worklist.WorkItem;
import org.gongkai.platform.worklist.WorklistSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the registers leave to do (机构人员待办): a section without its part-time openness officer
 * 政务公开兼职人员 (work plan 五.2), and what a section's public list 科室公开清单 owes soon or is late with.
 */
@Component
@Order(20)
class OrganizationWork implements WorklistSource {
    /** How many days before it is owed a line of the list is shown. */
    static final int LEAD_DAYS = 14;

    private final SectionRegister sections;
    private final PostingRegister postings;
    private final DisclosureListDesk lists;

    OrganizationWork(SectionRegister sections, PostingRegister postings, DisclosureListDesk lists) {
        this.sections = sections;
        this.postings = postings;
        this.lists = lists;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> itemsFor(Actor actor, LocalDate today) {
        var existing = sections.existing(actor.agency(), today);
        var withOfficer = withOfficer(actor, today);
        var without =
                existing.stream()
                        .filter(it -> !withOfficer.contains(it.id()))
                        .filter(it -> mayName(actor, it))
                        .map(OrganizationWork::officer);
        var owed =
                existing.stream()
                        .filter(it -> worksIn(actor, it))
                        .flatMap(it -> owed(it, today.plusDays(LEAD_DAYS)));
        return Stream.concat(owed, without).toList();
    }

    private Set<SectionId> withOfficer(Actor actor, LocalDate today) {
        return postings.officersIn(actor.agency(), today).stream()
                .map(OpennessOfficer::section)
                .collect(Collectors.toSet());
    }

    private Stream<WorkItem> owed(Section section, LocalDate until) {
        return lists.standing(section.id()).stream()
                .filter(it -> it.owedBy() != null && !it.owedBy().isAfter(until))
                .map(
                        it ->
                                new WorkItem(
                                        "organization.work.owed",
                                        List.of(it.item().item(), it.item().legalGround()),
                                        "/desk/organization/lists/" + section.key(),
                                        it.owedBy(),
                                        section.id(),
                                        false));
    }

    private static WorkItem officer(Section section) {
        return new WorkItem(
                "organization.work.officer",
                List.of(section.name()),
                "/desk/organization/sections/" + section.key() + "/officer",
                null,
                section.id(),
                false);
    }

    private static boolean mayName(Actor actor, Section section) {
        return OrganizationStep.NAME_OPENNESS_OFFICER.isAllowed(
                actor, section.agency(), section.id());
    }

    private static boolean worksIn(Actor actor, Section section) {
        return actor.has(Role.CLERK, section.id()) || actor.has(Role.SECTION_HEAD, section.id());
    }
}
