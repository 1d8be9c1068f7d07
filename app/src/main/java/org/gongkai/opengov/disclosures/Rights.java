package org.gongkai.opengov.disclosures;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may read a document and take a step with it (权限).
 *
 * <p>{@link Step} says which role may do what in which state; here are the conditions that depend
 * on the person: section, level, and that nobody signs what they wrote or two levels of one item.
 */
@Component
class Rights {
    private static final Set<Role> READ_ALL =
            EnumSet.of(
                    Role.SECRECY_REVIEWER,
                    Role.DISCLOSURE_OFFICE,
                    Role.DISCLOSURE_HEAD,
                    Role.AUDITOR,
                    Role.PRINCIPAL_LEADER,
                    Role.LEGAL_ADVISER);
    private static final Set<Role> READ_SECTION =
            EnumSet.of(Role.CLERK, Role.SECTION_HEAD, Role.DEPUTY_LEADER);

    private final Documents documents;
    private final Reviews reviews;
    private final PaperScans scans;
    private final Editions editions;

    Rights(Documents documents, Reviews reviews, PaperScans scans, Editions editions) {
        this.documents = documents;
        this.reviews = reviews;
        this.scans = scans;
        this.editions = editions;
    }

    /** Refuses as "not found" what the actor may not even know of. */
    void mayRead(Actor actor, Document document) {
        if (!canRead(actor, document)) {
            throw Refusal.notFound();
        }
    }

    boolean canRead(Actor actor, Document document) {
        return actor.agency().equals(document.agency())
                && (READ_ALL.stream().anyMatch(actor::has)
                        || READ_SECTION.stream().anyMatch(it -> actor.has(it, document.section())));
    }

    /** Whether any documents may be read at all. */
    boolean readsDocuments(Actor actor) {
        return READ_ALL.stream().anyMatch(actor::has) || READ_SECTION.stream().anyMatch(actor::has);
    }

    /** The sections whose documents the actor may read; empty when all of the agency's. */
    Optional<Set<SectionId>> readableSections(Actor actor) {
        var bySection =
                actor.grants().stream().filter(it -> READ_SECTION.contains(it.role())).toList();
        if (READ_ALL.stream().anyMatch(actor::has)
                || bySection.stream().anyMatch(it -> it.section() == null)) {
            return Optional.empty();
        }
        return Optional.of(
                bySection.stream()
                        .map(Grant::section)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** The grant by which the actor takes this step, or a refusal that says who may and when. */
    Grant mayTake(Actor actor, Step step, Document document) {
        mayRead(actor, document);
        var grant = grantFor(actor, step, document);
        if (grant.isEmpty()) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "disclosures.refusal.role",
                    Named.step(step),
                    Named.roles(rolesFor(step, document)));
        }
        if (!possible(step, document)) {
            throw Refusal.notPossibleNow(
                    allowed(actor, document).stream().map(Step::slug).toList(),
                    "disclosures.refusal.state",
                    Named.step(step),
                    Named.state(document.state()));
        }
        return switch (step) {
            case SIGN -> signingGrant(actor, document);
            case OVERRIDE_FINDING -> mayOverride(actor, grant.get(), document);
            default -> grant.get();
        };
    }

    /** What the actor may do with the document now. */
    List<Step> allowed(Actor actor, Document document) {
        if (!canRead(actor, document)) {
            return List.of();
        }
        return Arrays.stream(Step.values())
                .filter(it -> grantFor(actor, it, document).isPresent())
                .filter(it -> possible(it, document))
                .filter(it -> concerns(actor, it, document))
                .toList();
    }

    /** What a signer may sign, and what there is to confirm or give back. */
    private boolean concerns(Actor actor, Step step, Document document) {
        return switch (step) {
            case SIGN -> signingGrants(actor, document).findAny().isPresent();
            case OVERRIDE_FINDING -> !hasDrafted(actor, step, document);
            case REJECT_PAPER -> scans.waiting(document).isPresent();
            case CONFIRM_PAPER ->
                    scans.waiting(document)
                            .filter(it -> mayConfirm(actor, document, it))
                            .isPresent();
            default -> true;
        };
    }

    /** The grant by which this person could sign now at the level that is waited for. */
    Optional<Grant> grantToSign(Actor signer, Document document) {
        return canRead(signer, document) && possible(Step.SIGN, document)
                ? signingGrants(signer, document).findFirst()
                : Optional.empty();
    }

    /**
     * Whether the actor is a second person for this scan: neither the signer nor who scanned it,
     * and nobody who wrote or signed the document.
     */
    boolean mayConfirm(Actor actor, Document document, PaperScan scan) {
        return !actor.person().equals(scan.signer())
                && !actor.person().equals(scan.scannedBy())
                && !involved(document).contains(actor.person());
    }

    private static Optional<Grant> grantFor(Actor actor, Step step, Document document) {
        return grants(actor, step, document).findFirst();
    }

    private static Stream<Grant> grants(Actor actor, Step step, Document document) {
        var roles = rolesFor(step, document);
        return actor.grants().stream()
                .filter(it -> roles.contains(it.role()) && it.covers(document.section()));
    }

    /** Who may take the step now: for a signature only the role of the level that is waited for. */
    static Set<Role> rolesFor(Step step, Document document) {
        var awaited = document.awaiting();
        return awaited != null && (step == Step.SIGN || step == Step.RETURN)
                ? EnumSet.of(awaited.role())
                : step.roles();
    }

    private boolean possible(Step step, Document document) {
        if (!step.from().contains(document.state())) {
            return false;
        }
        boolean proactive = PublicAttribute.PROACTIVE.term().equals(document.attribute());
        return switch (step) {
            case PUBLISH, SCHEDULE -> proactive;
            case KEEP -> !proactive && editions.of(document.id()).isEmpty();
            case WITHDRAW -> editions.isPublic(document.id());
            case DISCARD -> editions.of(document.id()).isEmpty();
            default -> true;
        };
    }

    /**
     * The grant under which the actor signs; refused when every one of them would make a drafter,
     * or somebody who signed another level, sign through a deputy what they may not sign
     * themselves.
     */
    private Grant signingGrant(Actor actor, Document document) {
        return signingGrants(actor, document)
                .findFirst()
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        RefusalKind.NOT_ALLOWED,
                                        hasDrafted(actor, Step.SIGN, document)
                                                ? "disclosures.refusal.drafter-signs"
                                                : "disclosures.refusal.two-levels-one-person"));
    }

    private Stream<Grant> signingGrants(Actor actor, Document document) {
        var drafters = documents.drafters(document.id());
        var signedElsewhere =
                reviews.signatures(document.id()).stream()
                        .filter(it -> it.level() != document.awaiting())
                        .flatMap(it -> people(it.signer(), it.onBehalfOf()))
                        .collect(Collectors.toSet());
        return grants(actor, Step.SIGN, document)
                .filter(
                        it ->
                                people(actor.person(), it.onBehalfOf())
                                        .noneMatch(
                                                who ->
                                                        drafters.contains(who)
                                                                || signedElsewhere.contains(who)));
    }

    /** Nobody lets pass what the machine found in their own draft. */
    private Grant mayOverride(Actor actor, Grant grant, Document document) {
        if (hasDrafted(actor, Step.OVERRIDE_FINDING, document)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "disclosures.refusal.drafter-overrides");
        }
        return grant;
    }

    /** Whether the actor, or everybody for whom they would act, has written in it. */
    private boolean hasDrafted(Actor actor, Step step, Document document) {
        var drafters = documents.drafters(document.id());
        return grants(actor, step, document)
                .allMatch(
                        it -> people(actor.person(), it.onBehalfOf()).anyMatch(drafters::contains));
    }

    private static Stream<PersonId> people(PersonId acting, @Nullable PersonId absent) {
        return absent == null ? Stream.of(acting) : Stream.of(acting, absent);
    }

    /** The people who signed or wrote a document, none of whom may confirm or sign it again. */
    Set<PersonId> involved(Document document) {
        var people =
                reviews.signatures(document.id()).stream()
                        .flatMap(it -> people(it.signer(), it.onBehalfOf()))
                        .collect(Collectors.toSet());
        people.addAll(documents.drafters(document.id()));
        return people;
    }
}
