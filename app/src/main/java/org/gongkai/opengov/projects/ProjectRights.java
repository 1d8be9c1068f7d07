package org.gongkai.opengov.projects;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/**
 * Who may do what with key projects (重点项目权限): clerks and head of the section whose duty they are
 * keep them; the same and the secrecy reviewer screen what somebody else wrote.
 * docs/rules/projects.md has the table.
 */
@Component
public class ProjectRights {
    private static final Set<Role> AT_THE_DESK = EnumSet.of(Role.CLERK, Role.SECTION_HEAD);
    private static final Set<Role> READ =
            EnumSet.of(
                    Role.SECRECY_REVIEWER,
                    Role.PRINCIPAL_LEADER,
                    Role.DISCLOSURE_OFFICE,
                    Role.AUDITOR);

    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    ProjectRights(Organization organization, Wording wording, Clock clock) {
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /** The section whose duty key projects are; empty while no duty says so. */
    public Optional<Section> section(Actor by) {
        return organization.sectionFor(
                by.agency(), wording.say("projects.duty"), LocalDate.now(clock));
    }

    /** Whether this person keeps projects. */
    public boolean keeps(Actor by) {
        return keeper(by).isPresent();
    }

    /** The grant of a keeper, or a refusal that says who may. */
    public Grant mustKeep(Actor by) {
        return keeper(by).orElseThrow(() -> refused(by, "projects.refusal.keepers"));
    }

    /** Whether this person drafts what is to be public: a clerk of the section. */
    public boolean drafts(Actor by) {
        return section(by).filter(it -> by.has(Role.CLERK, it.id())).isPresent();
    }

    /** The grant of one who drafts, or a refusal that says who may. */
    Grant mustDraft(Actor by) {
        return section(by)
                .flatMap(it -> by.grant(Role.CLERK, it.id()))
                .orElseThrow(() -> refused(by, "projects.refusal.clerks"));
    }

    /** Whether this person screens what others wrote. */
    public boolean screens(Actor by) {
        return keeps(by) || by.has(Role.SECRECY_REVIEWER);
    }

    /** The grants of one who screens, or a refusal that says who may. */
    Stream<Grant> mustScreen(Actor by) {
        if (!screens(by)) {
            throw refused(by, "projects.refusal.screeners");
        }
        var section = section(by);
        return by.grants().stream()
                .filter(
                        it ->
                                it.role() == Role.SECRECY_REVIEWER
                                        || AT_THE_DESK.contains(it.role())
                                                && section.filter(at -> it.covers(at.id()))
                                                        .isPresent());
    }

    /** Whether this person reads what is not public. */
    public boolean reads(Actor by) {
        return keeps(by)
                || READ.stream().anyMatch(by::has)
                || section(by).filter(it -> by.has(Role.DEPUTY_LEADER, it.id())).isPresent();
    }

    /** Refuses whoever may not read it. */
    public void mustRead(Actor by) {
        if (!reads(by)) {
            throw refused(by, "projects.refusal.readers");
        }
    }

    private Optional<Grant> keeper(Actor by) {
        return section(by)
                .flatMap(
                        section ->
                                AT_THE_DESK.stream()
                                        .flatMap(it -> by.grant(it, section.id()).stream())
                                        .findFirst());
    }

    private Refusal refused(Actor by, String key) {
        return section(by)
                .map(it -> Refusal.of(RefusalKind.NOT_ALLOWED, key, it.name()))
                .orElseGet(
                        () ->
                                Refusal.of(
                                        RefusalKind.NOT_ALLOWED,
                                        "projects.refusal.no-duty",
                                        wording.say("projects.duty")));
    }
}
