package org.gongkai.opengov.budgets;

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
 * Who may do what with budgets and accounts (预决算权限): clerks and head of the section whose duty they
 * are keep them; its clerks draft what is published. docs/rules/budgets.md has the table.
 */
@Component
public class BudgetRights {
    private static final Set<Role> AT_THE_DESK = EnumSet.of(Role.CLERK, Role.SECTION_HEAD);
    private static final Set<Role> READ =
            EnumSet.of(Role.PRINCIPAL_LEADER, Role.DISCLOSURE_OFFICE, Role.AUDITOR);

    private final Organization organization;
    private final Wording wording;
    private final Clock clock;

    BudgetRights(Organization organization, Wording wording, Clock clock) {
        this.organization = organization;
        this.wording = wording;
        this.clock = clock;
    }

    /** The section whose duty budgets and accounts are; empty while no duty says so. */
    public Optional<Section> section(Actor by) {
        return organization.sectionFor(
                by.agency(), wording.say("budgets.duty"), LocalDate.now(clock));
    }

    /** Whether this person keeps budgets and accounts. */
    public boolean keeps(Actor by) {
        return grant(by, AT_THE_DESK).isPresent();
    }

    /** The grant of a keeper, or a refusal that says who may. */
    public Grant mustKeep(Actor by) {
        return grant(by, AT_THE_DESK).orElseThrow(() -> refused(by, "budgets.refusal.keepers"));
    }

    /** Whether this person drafts what is published. */
    public boolean drafts(Actor by) {
        return grant(by, EnumSet.of(Role.CLERK)).isPresent();
    }

    /** The grant of one who drafts, or a refusal that says who may. */
    public Grant mustDraft(Actor by) {
        return grant(by, EnumSet.of(Role.CLERK))
                .orElseThrow(() -> refused(by, "budgets.refusal.clerks"));
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
            throw refused(by, "budgets.refusal.readers");
        }
    }

    private Refusal refused(Actor by, String key) {
        return section(by)
                .map(it -> Refusal.of(RefusalKind.NOT_ALLOWED, key, it.name()))
                .orElseGet(
                        () ->
                                Refusal.of(
                                        RefusalKind.NOT_ALLOWED,
                                        "budgets.refusal.no-duty",
                                        wording.say("budgets.duty")));
    }

    private Optional<Grant> grant(Actor by, Set<Role> roles) {
        return section(by)
                .flatMap(
                        section ->
                                roles.stream()
                                        .flatMap(it -> by.grant(it, section.id()).stream())
                                        .findFirst());
    }
}
