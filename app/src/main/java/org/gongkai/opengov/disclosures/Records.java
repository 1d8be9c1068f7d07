package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Grant;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.search.SearchQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a step down where it belongs (记录): state, record of steps, audit trail, search. */
@Component
class Records {
    private final Documents documents;
    private final AuditTrail audit;
    private final Schedules schedules;
    private final SearchQueue search;
    private final Clock clock;

    Records(
            Documents documents,
            Schedules schedules,
            AuditTrail audit,
            SearchQueue search,
            Clock clock) {
        this.documents = documents;
        this.schedules = schedules;
        this.audit = audit;
        this.search = search;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The document goes on to {@code state}; the step is recorded with person, time and ground. */
    Document move(
            Document document,
            Step step,
            DocumentState state,
            @Nullable ReviewLevel awaiting,
            Actor actor,
            Grant grant,
            @Nullable String note,
            @Nullable String sha256) {
        var moved = with(document, state, awaiting);
        documents.update(moved);
        record(document, moved, step, actor, grant, note, sha256);
        return moved;
    }

    /** The same for a change of content, already carried in {@code changed}. */
    void record(
            Document before,
            Document after,
            @Nullable Step step,
            Actor actor,
            Grant grant,
            @Nullable String note,
            @Nullable String sha256) {
        if (before.state() == DocumentState.SCHEDULED && after.state() != DocumentState.SCHEDULED) {
            schedules.clear(after.id());
        }
        documents.addStep(
                after.id(),
                new StepTaken(
                        step,
                        step == null ? null : before.state(),
                        after.state(),
                        actor.person(),
                        grant.onBehalfOf(),
                        note,
                        sha256,
                        after.changedAt()));
        audit.record(
                actor,
                "disclosures." + (step == null ? "create" : step.slug()),
                "document/" + after.id(),
                step == null ? Map.of() : facts(before, null, null),
                facts(after, sha256, grant.onBehalfOf()));
    }

    /** What the program does by itself, at the time somebody set. */
    Document moveBySchedule(Document document, DocumentState state, @Nullable String sha256) {
        return moveByItself(document, Step.PUBLISH, state, null, sha256);
    }

    /** What the program does by itself, when another document takes the place of this one. */
    Document moveReplaced(Document document, String reason) {
        return moveByItself(document, Step.WITHDRAW, DocumentState.WITHDRAWN, reason, null);
    }

    private Document moveByItself(
            Document document,
            Step step,
            DocumentState state,
            @Nullable String note,
            @Nullable String sha256) {
        var moved = with(document, state, null);
        documents.update(moved);
        documents.addStep(
                moved.id(),
                new StepTaken(
                        step,
                        document.state(),
                        state,
                        null,
                        null,
                        note,
                        sha256,
                        moved.changedAt()));
        return moved;
    }

    void publicChange(DocumentId id) {
        search.enqueue(id.toString());
    }

    /** It is not public any more: search forgets it before the caller is answered. */
    void gone(DocumentId id) {
        search.removeNow(id.toString());
    }

    /** Nothing of it may be left: search clears its files of it. */
    void purged(DocumentId id) {
        search.purgeNow(id.toString());
    }

    private Document with(Document document, DocumentState state, @Nullable ReviewLevel awaiting) {
        return new Document(
                document.id(),
                document.agency(),
                document.section(),
                document.column(),
                document.kind(),
                state,
                awaiting,
                document.version() + 1,
                document.title(),
                document.attribute(),
                document.formedOn(),
                document.emergency(),
                document.createdBy(),
                document.createdAt(),
                now());
    }

    private static Map<String, Object> facts(
            Document document, @Nullable String sha256, @Nullable PersonId onBehalfOf) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("state", document.state().name());
        facts.put("version", document.version());
        if (sha256 != null) {
            facts.put("sha256", sha256);
        }
        if (onBehalfOf != null) {
            facts.put("onBehalfOf", onBehalfOf.value());
        }
        return facts;
    }
}
