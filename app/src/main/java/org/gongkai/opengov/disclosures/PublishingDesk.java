package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.gongkai.platform.calendar.CalendarCode;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the disclosure office does with what has passed every level (发布): publish, schedule,
 * withdraw, restore, keep, purge.
 *
 * <p>《政府信息公开条例》 arts. 13–18, 23, 26. The publish time is the system's; the database refuses one
 * that lies before an earlier publication of the agency.
 */
@Service
@Transactional
public class PublishingDesk {
    static final Duration SHORTEST_NOTICE = Duration.ofMinutes(1);

    private final Documents documents;
    private final Reviews reviews;
    private final PaperScans scans;
    private final Editions editions;
    private final Schedules schedules;
    private final Assessments assessments;
    private final Rights rights;
    private final Records records;
    private final Organization organization;
    private final Calendars calendars;
    private final Validities validities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishingDesk(
            Documents documents,
            Reviews reviews,
            PaperScans scans,
            Editions editions,
            Schedules schedules,
            Assessments assessments,
            Rights rights,
            Records records,
            Organization organization,
            Calendars calendars,
            Validities validities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.reviews = reviews;
        this.scans = scans;
        this.editions = editions;
        this.schedules = schedules;
        this.assessments = assessments;
        this.rights = rights;
        this.records = records;
        this.organization = organization;
        this.calendars = calendars;
        this.validities = validities;
        this.events = events;
        this.clock = clock;
    }

    /** Publishes now: next index number, next edition, all in one transaction. */
    public IndexNumber publish(Actor actor, DocumentId id) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.PUBLISH, document);
        var published = issue(document, actor.person(), grant.onBehalfOf());
        records.move(
                document,
                Step.PUBLISH,
                DocumentState.PUBLISHED,
                null,
                actor,
                grant,
                published.toString(),
                revision(id).sha256());
        return published;
    }

    /** Publishes at a moment to come; until then nothing of it can be seen. */
    public void schedule(Actor actor, DocumentId id, Instant at) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.SCHEDULE, document);
        if (at.isBefore(clock.instant().plus(SHORTEST_NOTICE))) {
            throw Refusal.invalid("at", "disclosures.field.schedule");
        }
        schedules.set(id, at, actor.person(), grant.onBehalfOf());
        records.move(
                document,
                Step.SCHEDULE,
                DocumentState.SCHEDULED,
                null,
                actor,
                grant,
                at.toString(),
                revision(id).sha256());
    }

    /** Takes a scheduled publication back to "approved". */
    public void unschedule(Actor actor, DocumentId id) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.UNSCHEDULE, document);
        schedules.clear(id);
        records.move(
                document, Step.UNSCHEDULE, DocumentState.APPROVED, null, actor, grant, null, null);
    }

    /** Publishes one document whose moment has come; called by the clock, safe to call twice. */
    public void publishDue(DocumentId id) {
        var document = locked(id);
        var schedule = schedules.find(id);
        if (document.state() != DocumentState.SCHEDULED
                || schedule.isEmpty()
                || schedule.get().publishAt().isAfter(clock.instant())) {
            return;
        }
        issue(document, schedule.get().setBy(), schedule.get().onBehalfOf());
        schedules.clear(id);
        records.moveBySchedule(document, DocumentState.PUBLISHED, revision(id).sha256());
    }

    /** Files what is not disclosed proactively, with the day on which this is looked at again. */
    public LocalDate keep(Actor actor, DocumentId id) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.KEEP, document);
        var again = LocalDate.now(clock).plusMonths(AssessmentDesk.LONGEST_MONTHS);
        assessments.set(id, again);
        records.move(
                document,
                Step.KEEP,
                DocumentState.KEPT,
                null,
                actor,
                grant,
                again.toString(),
                revision(id).sha256());
        return again;
    }

    /** Takes a document back from every channel at once; reason and basis stay readable (410). */
    public void withdraw(Actor actor, DocumentId id, String reason, String legalBasis) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.WITHDRAW, document);
        needed("reason", reason);
        needed("legalBasis", legalBasis);
        withdraw(actor, grant, document, reason.strip(), legalBasis.strip());
    }

    /**
     * Takes a document back because what it rests on has gone (公开前提消失): for the module that made
     * it, which has asked who may say so. What is not public stays as it is.
     *
     * @param grant under which the actor told of it
     */
    public void takeBack(
            Actor actor, Grant grant, DocumentId id, String reason, String legalBasis) {
        var document = locked(id);
        if (editions.isPublic(id)) {
            withdraw(actor, grant, document, reason, legalBasis);
        }
    }

    /**
     * Takes a document back because another that was shown just now says the same anew (被新文件替换):
     * for the module that made both, within the transaction that shows the other. It is done in the
     * name of who published that one. What is not public stays as it is.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void replace(DocumentId id, DocumentId by, String reason, String legalBasis) {
        var document = locked(id);
        if (!editions.isPublic(id)) {
            return;
        }
        var shown = editions.of(by).getLast();
        takenBack(
                document,
                reason,
                legalBasis,
                shown.publishedBy(),
                shown.onBehalfOf(),
                () -> records.moveReplaced(document, reason));
    }

    private void withdraw(
            Actor actor, Grant grant, Document document, String reason, String legalBasis) {
        takenBack(
                document,
                reason,
                legalBasis,
                actor.person(),
                grant.onBehalfOf(),
                () ->
                        records.move(
                                document,
                                Step.WITHDRAW,
                                DocumentState.WITHDRAWN,
                                null,
                                actor,
                                grant,
                                reason,
                                null));
    }

    private void takenBack(
            Document document,
            String reason,
            String legalBasis,
            PersonId by,
            @Nullable PersonId onBehalfOf,
            Runnable move) {
        var id = document.id();
        var repealed = validities.repealedBy(id);
        editions.withdraw(id, reason, legalBasis, by, onBehalfOf, records.now());
        schedules.clear(id);
        move.run();
        records.gone(id);
        repealed.forEach(records::publicChange);
        tell(document, PublicChange.What.WITHDRAWN);
    }

    /** Shows it again, under the same number and at the same address. */
    public void restore(Actor actor, DocumentId id, String reason) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.RESTORE, document);
        needed("reason", reason);
        var withdrawal = editions.openWithdrawal(id).orElseThrow(Refusal::notFound);
        editions.restore(
                withdrawal, reason.strip(), actor.person(), grant.onBehalfOf(), records.now());
        records.move(
                document,
                Step.RESTORE,
                DocumentState.PUBLISHED,
                null,
                actor,
                grant,
                reason.strip(),
                null);
        announce(document, PublicChange.What.RESTORED);
    }

    /**
     * Gives one's word that spilled content is removed everywhere; the second person's word does
     * it.
     *
     * @return whether the content is gone now
     */
    public boolean purge(Actor actor, DocumentId id, String ground) {
        var document = locked(id);
        var grant = rights.mayTake(actor, Step.PURGE, document);
        needed("ground", ground);
        var files = filesOf(id);
        var repealed = validities.repealedBy(id);
        var gone = editions.giveWordForPurge(id, actor.person(), ground.strip(), records.now());
        if (gone) {
            var purged = documents.find(id).orElseThrow();
            records.record(document, purged, Step.PURGE, actor, grant, null, null);
            records.purged(id);
            repealed.forEach(records::publicChange);
            tell(document, PublicChange.What.PURGED);
            events.publishEvent(new ContentPurged(id, files));
        } else {
            records.move(
                    document,
                    Step.PURGE,
                    document.state(),
                    document.awaiting(),
                    actor,
                    grant,
                    null,
                    null);
        }
        return gone;
    }

    /**
     * By when the document, or the change of it under way, has to be public (条例 art. 26; ADR 0099),
     * counted by the agency's own calendar.
     */
    @Transactional(readOnly = true)
    public @Nullable LocalDate lastDay(Document document) {
        var from =
                documents
                        .correctionBegun(document)
                        .map(it -> LocalDate.ofInstant(it, clock.getZone()))
                        .orElse(document.formedOn());
        return from == null
                ? null
                : new DisclosurePeriod(from).lastDay(calendars.current(CalendarCode.NX));
    }

    private IndexNumber issue(Document document, PersonId by, @Nullable PersonId onBehalfOf) {
        var id = document.id();
        editions.queueUp(document.agency());
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, clock.getZone());
        var revision = revision(id);
        editions.openWithdrawal(id)
                .ifPresent(
                        it ->
                                editions.restore(
                                        it,
                                        Objects.requireNonNullElse(correctionNote(revision), "—"),
                                        by,
                                        onBehalfOf,
                                        now));
        var number =
                editions.indexNumber(id)
                        .orElseGet(
                                () ->
                                        editions.assignIndexNumber(
                                                id,
                                                organization
                                                        .prefixOn(document.agency(), today)
                                                        .toString(),
                                                today.getYear(),
                                                now));
        boolean first = editions.of(id).isEmpty();
        validities.repealedBy(id).forEach(records::publicChange);
        editions.add(revision, by, onBehalfOf, now);
        announce(document, first ? PublicChange.What.PUBLISHED : PublicChange.What.CORRECTED);
        return number;
    }

    private static @Nullable String correctionNote(Revision revision) {
        var content = revision.content();
        return content == null ? null : content.correctionNote();
    }

    private void announce(Document document, PublicChange.What what) {
        records.publicChange(document.id());
        validities.repealedBy(document.id()).forEach(records::publicChange);
        tell(document, what);
    }

    /** What never had an index number was never public, and its end is nobody else's concern. */
    private void tell(Document document, PublicChange.What what) {
        var id = document.id();
        editions.indexNumber(id)
                .ifPresent(
                        it ->
                                events.publishEvent(
                                        new PublicChange(
                                                id,
                                                document.agency(),
                                                it,
                                                editions.of(id).size(),
                                                what,
                                                clock.instant())));
    }

    private List<String> filesOf(DocumentId id) {
        var sent = reviews.revisions(id).stream().map(Revision::content).filter(Objects::nonNull);
        var content =
                Stream.concat(sent, Stream.of(documents.workingCopy(id).content()))
                        .flatMap(it -> it.fileHashes().stream());
        return Stream.concat(content, scans.of(id).stream().map(PaperScan::scanSha256))
                .distinct()
                .toList();
    }

    private Revision revision(DocumentId id) {
        return reviews.newest(id).orElseThrow(Refusal::notFound);
    }

    private Document locked(DocumentId id) {
        return documents.locked(id).orElseThrow(Refusal::notFound);
    }

    private static void needed(String field, String value) {
        if (value.isBlank()) {
            throw Refusal.invalid(field, "disclosures.field.required");
        }
    }
}
