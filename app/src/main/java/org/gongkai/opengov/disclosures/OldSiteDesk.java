package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.disclosures.OldSiteBatch.Approval;
import org.gongkai.opengov.disclosures.OldSiteBatch.Office;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.organization.PublisherPrefix;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.roles.Role;
import org.gongkai.platform.search.SearchQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes in from an old site (历史信息导入): checked by the same rules as a draft, kept aside,
 * approved as a whole by the disclosure office and a leader, then taken in with its old date and
 * number.
 *
 * <p>《政府信息公开条例》 arts. 17, 23: it was reviewed before it appeared there. What the machine would keep
 * from the public today comes in as a draft and is reviewed again (ADR 0146).
 */
@Service
@Transactional
public class OldSiteDesk {
    private static final Set<Role> LEADERS = EnumSet.of(Role.DEPUTY_LEADER, Role.PRINCIPAL_LEADER);
    private static final Set<Role> MAY_GIVE_UP = EnumSet.of(Role.DISCLOSURE_OFFICE, Role.OPERATOR);

    private final OldSiteBatches batches;
    private final Preparation preparation;
    private final Reading reading;
    private final Editions editions;
    private final Organization organization;
    private final SearchQueue search;
    private final PublicPages pages;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OldSiteDesk(
            OldSiteBatches batches,
            Preparation preparation,
            Reading reading,
            Editions editions,
            Organization organization,
            SearchQueue search,
            PublicPages pages,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.batches = batches;
        this.preparation = preparation;
        this.reading = reading;
        this.editions = editions;
        this.organization = organization;
        this.search = search;
        this.pages = pages;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a batch; {@code by} is null when the operator's command begins it. */
    public long open(AgencyId agency, @Nullable PersonId by, String name, String address) {
        return batches.open(agency, name, address, by, clock.instant());
    }

    /**
     * Checks a document of the old site as a draft is checked that goes to review; refused with
     * every problem at once. Nothing is kept but its files.
     */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = Refusal.class)
    public OldSiteRecord check(AgencyId agency, OldSiteRecord.Typed typed) {
        var prepared = preparation.prepare(agency, typed.document(), null);
        var problems = new ArrayList<>(prepared.problems());
        DraftRules.problemsOfImported(prepared.content()).stream()
                .filter(it -> !problems.contains(it))
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return new OldSiteRecord(
                DocumentId.create(),
                agency,
                typed,
                prepared,
                CanonicalText.of(prepared.content()),
                typed.publishedAt(),
                number(agency, typed),
                reading.findings(agency, prepared.content()));
    }

    /** Keeps checked documents aside; a number that is no longer free will be allotted. */
    public void add(long batch, List<OldSiteRecord> records) {
        var wanted = new ArrayList<IndexNumber>();
        records.forEach(it -> keptNumber(it).ifPresent(wanted::add));
        var taken = new HashSet<>(batches.taken(wanted));
        var kept = new ArrayList<OldSiteRecord>();
        for (var each : records) {
            var number = keptNumber(each);
            boolean free = number.isEmpty() || taken.add(number.get());
            kept.add(free ? each : each.withoutKeptNumber());
        }
        batches.add(batch, kept, clock.instant());
    }

    /** Closes the batch: what it holds now is what will be approved. */
    public void seal(long batch) {
        batches.seal(batch, clock.instant());
        var sealed = found(batch);
        audit.recordBySystem(
                sealed.agency(),
                "disclosures.batch-sealed",
                "import:" + batch,
                Map.of(),
                Map.of("records", sealed.records(), "held", sealed.held()));
    }

    /** What this person may approve it as, or already has. */
    @Transactional(readOnly = true)
    public Optional<Office> mayApprove(Actor actor, OldSiteBatch batch) {
        if (!actor.agency().equals(batch.agency())
                || batch.standing() != OldSiteBatch.Standing.SEALED
                || batch.approvals().stream().anyMatch(it -> it.person().equals(actor.person()))) {
            return Optional.empty();
        }
        return openOffices(batch).stream()
                .filter(it -> grantFor(actor, it).isPresent())
                .findFirst();
    }

    /**
     * Gives one of the two words by which the whole batch becomes public.
     *
     * @param digest of the seal that was read
     */
    public void approve(Actor actor, long id, String digest, String opinion) {
        var batch = of(actor, id);
        if (batch.standing() != OldSiteBatch.Standing.SEALED) {
            throw Refusal.notPossibleNow(List.of(), "disclosures.import.not-sealed");
        }
        if (opinion.isBlank()) {
            throw Refusal.invalid("opinion", "disclosures.field.required");
        }
        var office =
                mayApprove(actor, batch)
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "disclosures.import.two-people"));
        var grant = grantFor(actor, office).orElseThrow();
        batches.approve(
                id,
                new Approval(
                        office,
                        actor.person(),
                        grant.onBehalfOf(),
                        opinion.strip(),
                        clock.instant()),
                digest);
        audit.record(
                actor,
                grant,
                "disclosures.batch-approved",
                "import:" + id,
                Map.of(),
                Map.of(
                        "office",
                        office.name(),
                        "digest",
                        digest,
                        "records",
                        batch.records(),
                        "opinion",
                        opinion.strip()));
    }

    /** Gives the batch up before it is approved; its records go, and why stays. */
    public void discard(Actor actor, long id, String reason) {
        var batch = of(actor, id);
        var grant =
                actor.grants().stream()
                        .filter(it -> MAY_GIVE_UP.contains(it.role()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                RefusalKind.NOT_ALLOWED,
                                                "disclosures.import.discard-role",
                                                Named.roles(MAY_GIVE_UP)));
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "disclosures.field.required");
        }
        batches.discard(id, actor.person(), grant.onBehalfOf(), reason.strip(), clock.instant());
        audit.record(
                actor,
                grant,
                "disclosures.batch-discarded",
                "import:" + id,
                Map.of("records", batch.records()),
                Map.of("reason", reason.strip()));
    }

    /**
     * Makes documents of the next records of an approved batch, in one transaction.
     *
     * @return how many; 0 when all have come in
     */
    public int takeIn(long id, int most) {
        var batch = found(id);
        var office =
                batch.approval(Office.DISCLOSURE_OFFICE)
                        .filter(it -> batch.standing() == OldSiteBatch.Standing.APPROVED);
        if (office.isEmpty()) {
            return 0;
        }
        editions.queueUp(batch.agency());
        var now = clock.instant();
        var ids = batches.next(id, most);
        var note = batch.sourceName() + " · " + id;
        var shown = batches.takeIn(ids, office.get().person(), note, now);
        record(batch, ids, shown);
        pages.concernAll();
        search.enqueueAll(shown.stream().map(it -> it.id().toString()).toList());
        shown.forEach(
                it ->
                        events.publishEvent(
                                new PublicChange(
                                        it.id(),
                                        batch.agency(),
                                        it.number(),
                                        1,
                                        PublicChange.What.IMPORTED,
                                        now)));
        return ids.size();
    }

    private void record(
            OldSiteBatch batch, List<DocumentId> ids, List<OldSiteBatches.Shown> shown) {
        var lines = new LinkedHashMap<String, Map<String, ?>>();
        ids.forEach(
                it ->
                        lines.put(
                                "document/" + it,
                                Map.of(
                                        "state",
                                        DocumentState.DRAFT.name(),
                                        "import",
                                        batch.id(),
                                        "source",
                                        batch.sourceName())));
        shown.forEach(
                it ->
                        lines.put(
                                "document/" + it.id(),
                                Map.of(
                                        "state",
                                        DocumentState.PUBLISHED.name(),
                                        "import",
                                        batch.id(),
                                        "source",
                                        batch.sourceName(),
                                        "indexNumber",
                                        it.number().toString())));
        audit.recordEachBySystem(batch.agency(), "disclosures.imported", lines);
    }

    private OldSiteRecord.Number number(AgencyId agency, OldSiteRecord.Typed typed) {
        var own = Optional.ofNullable(typed.oldIndexNumber()).flatMap(IndexNumber::parse);
        if (own.isPresent() && isPrefixOf(agency, own.get().prefix())) {
            var number = own.get();
            return new OldSiteRecord.Number(number.prefix(), number.year(), number.sequence());
        }
        var day = day(typed.publishedAt());
        var prefix =
                organization
                        .findPrefixOn(agency, day)
                        .orElseGet(() -> organization.prefixOn(agency, day(clock.instant())));
        return new OldSiteRecord.Number(prefix.toString(), day.getYear(), 0);
    }

    private boolean isPrefixOf(AgencyId agency, String prefix) {
        return PublisherPrefix.parse(prefix)
                .flatMap(organization::ownerOf)
                .filter(agency::equals)
                .isPresent();
    }

    private static Optional<IndexNumber> keptNumber(OldSiteRecord each) {
        var it = each.number();
        return it.sequence() == 0
                ? Optional.empty()
                : Optional.of(new IndexNumber(it.prefix(), it.year(), it.sequence()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private static List<Office> openOffices(OldSiteBatch batch) {
        return EnumSet.allOf(Office.class).stream()
                .filter(it -> batch.approval(it).isEmpty())
                .toList();
    }

    private static Optional<Grant> grantFor(Actor actor, Office office) {
        return actor.grants().stream()
                .filter(
                        it ->
                                office == Office.DISCLOSURE_OFFICE
                                        ? it.role() == Role.DISCLOSURE_OFFICE
                                        : LEADERS.contains(it.role()))
                .findFirst();
    }

    private OldSiteBatch of(Actor actor, long id) {
        return batches.find(id)
                .filter(it -> it.agency().equals(actor.agency()))
                .orElseThrow(Refusal::notFound);
    }

    private OldSiteBatch found(long id) {
        return batches.find(id).orElseThrow(Refusal::notFound);
    }
}
