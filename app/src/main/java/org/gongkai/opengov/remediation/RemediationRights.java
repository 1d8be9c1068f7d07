package org.gongkai.opengov.remediation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.pages.Wording;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.Role;
import org.springframework.stereotype.Component;

/**
 * Who may do what with projects (整治项目权限): clerks and head of the section whose duty the medium is
 * write; its head or the disclosure office releases what somebody else wrote.
 * docs/rules/remediation.md has the table.
 */
@Component
public class RemediationRights {
    private static final Set<Role> WRITE = EnumSet.of(Role.CLERK, Role.SECTION_HEAD);
    private static final Set<Role> READ =
            EnumSet.of(Role.PRINCIPAL_LEADER, Role.DISCLOSURE_OFFICE, Role.AUDITOR);

    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    RemediationRights(Organization organization, Wording wording, Clock clock) {
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /** The section whose duty this medium is; empty while no duty says so. */
    public Optional<Section> section(AgencyId agency, Medium medium) {
        return organization.sectionFor(agency, duty(medium), LocalDate.now(clock));
    }

    /** The media that this person writes of. */
    public List<Medium> written(Actor by) {
        return Arrays.stream(Medium.values()).filter(it -> writing(by, it).isPresent()).toList();
    }

    /** Whether this person writes projects of this medium. */
    public boolean writes(Actor by, Medium medium) {
        return writing(by, medium).isPresent();
    }

    /** The grant of a writer, or a refusal that says who may. */
    public Grant mustWrite(Actor by, Medium medium) {
        return writing(by, medium).orElseThrow(() -> refused(by, medium, "writers"));
    }

    /** Whether this person releases what others wrote of this medium. */
    public boolean releases(Actor by, Medium medium) {
        return releasing(by, medium).isPresent();
    }

    /** The grant of one who releases, or a refusal that says who may. */
    public Grant mustRelease(Actor by, Medium medium) {
        return releasing(by, medium).orElseThrow(() -> refused(by, medium, "releasers"));
    }

    /** Whether this person is the head of the section, to whom what is late is told. */
    boolean heads(Actor by, Medium medium) {
        return section(by.agency(), medium)
                .filter(it -> by.has(Role.SECTION_HEAD, it.id()))
                .isPresent();
    }

    /** Whether this person reads what is not public of this medium. */
    public boolean reads(Actor by, Medium medium) {
        return writes(by, medium)
                || READ.stream().anyMatch(by::has)
                || section(by.agency(), medium)
                        .filter(it -> by.has(Role.DEPUTY_LEADER, it.id()))
                        .isPresent();
    }

    /** Whether this person reads any of it. */
    public boolean reads(Actor by) {
        return Arrays.stream(Medium.values()).anyMatch(it -> reads(by, it));
    }

    /** Refuses whoever may read none of it. */
    void mustRead(Actor by) {
        if (!reads(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "remediation.refusal.readers");
        }
    }

    /** Whether this person keeps the list of stages. */
    public boolean keepsStages(Actor by) {
        return by.has(Role.DISCLOSURE_OFFICE);
    }

    /** The grant by which the list of stages is kept, or a refusal that says who may. */
    Grant mustKeepStages(Actor by) {
        return office(by)
                .orElseThrow(
                        () -> Refusal.of(RefusalKind.NOT_ALLOWED, "remediation.refusal.stages"));
    }

    private Optional<Grant> writing(Actor by, Medium medium) {
        return section(by.agency(), medium)
                .flatMap(
                        section ->
                                WRITE.stream()
                                        .flatMap(it -> by.grant(it, section.id()).stream())
                                        .findFirst());
    }

    private Optional<Grant> releasing(Actor by, Medium medium) {
        var head =
                section(by.agency(), medium)
                        .flatMap(it -> by.grant(Role.SECTION_HEAD, it.id()))
                        .stream();
        return Stream.concat(head, office(by).stream()).findFirst();
    }

    private static Optional<Grant> office(Actor by) {
        return by.grants().stream().filter(it -> it.role() == Role.DISCLOSURE_OFFICE).findFirst();
    }

    private Refusal refused(Actor by, Medium medium, String who) {
        return section(by.agency(), medium)
                .map(
                        it ->
                                Refusal.of(
                                        RefusalKind.NOT_ALLOWED,
                                        "remediation.refusal." + who,
                                        it.name()))
                .orElseGet(
                        () ->
                                Refusal.of(
                                        RefusalKind.NOT_ALLOWED,
                                        "remediation.refusal.no-duty",
                                        duty(medium)));
    }

    private String duty(Medium medium) {
        return wording.say("remediation.duty." + medium.slug());
    }
}
