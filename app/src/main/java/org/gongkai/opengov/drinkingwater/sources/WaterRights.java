package org.gongkai.opengov.drinkingwater.sources;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
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
 * Who may do what with the water of sources (水源水质权限): clerks and head of the section whose duty it
 * is keep the register and the results; those who monitor enter results. Nobody outside reads what
 * is not public (《环境监测管理办法》 art. 7). docs/rules/drinkingwater.md has the table.
 */
@Component
public class WaterRights {
    private static final Set<Role> AT_THE_DESK = EnumSet.of(Role.CLERK, Role.SECTION_HEAD);
    private static final Set<Role> READ =
            EnumSet.of(Role.PRINCIPAL_LEADER, Role.DISCLOSURE_OFFICE, Role.AUDITOR);

    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    WaterRights(Organization organization, Wording wording, Clock clock) {
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /** The section whose duty the water of sources is; empty while no duty says so. */
    public Optional<Section> section(Actor by) {
        return section(by, "drinkingwater.duty");
    }

    /** Whether this person keeps the register of sources and corrects results. */
    public boolean keeps(Actor by) {
        return grant(by, "drinkingwater.duty").isPresent();
    }

    /** The grant of a keeper, or a refusal that says who may. */
    public Grant mustKeep(Actor by) {
        return grant(by, "drinkingwater.duty")
                .orElseThrow(() -> refused(by, "drinkingwater.refusal.keepers"));
    }

    /** Whether this person enters results: the keepers, and those who monitor. */
    public boolean enters(Actor by) {
        return keeps(by) || grant(by, "drinkingwater.monitoring").isPresent();
    }

    /** The grant of one who enters results, or a refusal that says who may. */
    public Grant mustEnter(Actor by) {
        return grant(by, "drinkingwater.duty")
                .or(() -> grant(by, "drinkingwater.monitoring"))
                .orElseThrow(() -> refused(by, "drinkingwater.refusal.enterers"));
    }

    /** Whether this person reads the register and results that are not public. */
    public boolean reads(Actor by) {
        return enters(by)
                || READ.stream().anyMatch(by::has)
                || section(by).filter(it -> by.has(Role.DEPUTY_LEADER, it.id())).isPresent();
    }

    /** Refuses whoever may not read them. */
    public void mustRead(Actor by) {
        if (!reads(by)) {
            throw refused(by, "drinkingwater.refusal.readers");
        }
    }

    private Refusal refused(Actor by, String key) {
        return section(by)
                .map(it -> Refusal.of(RefusalKind.NOT_ALLOWED, key, it.name()))
                .orElseGet(
                        () ->
                                Refusal.of(
                                        RefusalKind.NOT_ALLOWED,
                                        "drinkingwater.refusal.no-duty",
                                        wording.say("drinkingwater.duty")));
    }

    private Optional<Grant> grant(Actor by, String duty) {
        return section(by, duty)
                .flatMap(
                        section ->
                                AT_THE_DESK.stream()
                                        .flatMap(it -> by.grant(it, section.id()).stream())
                                        .findFirst());
    }

    private Optional<Section> section(Actor by, String duty) {
        return organization.sectionFor(by.agency(), wording.say(duty), LocalDate.now(clock));
    }
}
