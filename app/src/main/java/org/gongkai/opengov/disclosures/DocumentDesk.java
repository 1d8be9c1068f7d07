package org.gongkai.opengov.disclosures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the desk reads of its documents (查阅): everything through the same right to read. */
@Service
@Transactional(readOnly = true)
public class DocumentDesk {
    private final Documents documents;
    private final Reviews reviews;
    private final Editions editions;
    private final Reading reading;
    private final Rights rights;

    DocumentDesk(
            Documents documents,
            Reviews reviews,
            Editions editions,
            Reading reading,
            Rights rights) {
        this.documents = documents;
        this.reviews = reviews;
        this.editions = editions;
        this.reading = reading;
        this.rights = rights;
    }

    /** The document as this person sees it; not found if they may not. */
    public DocumentView view(Actor actor, DocumentId id) {
        var document = readable(actor, id);
        if (document.state() == DocumentState.PURGED) {
            throw Refusal.notFound();
        }
        var copy = documents.workingCopy(id);
        var findings = reading.findings(document.agency(), copy.content());
        return new DocumentView(
                document,
                copy,
                findings,
                reading.open(id, findings),
                rights.allowed(actor, document),
                editions.isPublic(id),
                editions.indexNumber(id));
    }

    /** How far its review has come: what was sent, signed, returned, let pass. */
    public ReviewHistory review(Actor actor, DocumentId id) {
        readable(actor, id);
        return new ReviewHistory(
                reviews.revisions(id),
                reviews.signatures(id),
                reviews.returns(id),
                reviews.overrides(id));
    }

    /** What was published of it so far, oldest first; withdrawn editions too. */
    public List<Edition> editions(Actor actor, DocumentId id) {
        readable(actor, id);
        return editions.of(id);
    }

    /**
     * What differs between two texts of a document.
     *
     * @param from number of a revision; null for what the reader signed last, else what was last
     *     sent for review
     * @param to number of a revision; null for the working copy
     */
    public RevisionDifference difference(
            Actor actor, DocumentId id, @Nullable Integer from, @Nullable Integer to) {
        var history = review(actor, id);
        var earlier =
                from == null
                        ? history.lastSignedBy(actor.person())
                                .or(() -> history.revisions().stream().findFirst())
                        : history.numbered(from);
        var before = earlier.orElseThrow(Refusal::notFound);
        var after =
                to == null
                        ? view(actor, id).copy().content()
                        : history.numbered(to)
                                .map(Revision::content)
                                .orElseThrow(Refusal::notFound);
        var content = before.content();
        if (content == null) {
            throw Refusal.notFound();
        }
        return new RevisionDifference(
                before.number(), to, ContentDifference.between(content, after));
    }

    /** The record of all steps, oldest first. */
    public List<StepTaken> steps(Actor actor, DocumentId id) {
        readable(actor, id);
        return documents.steps(id);
    }

    /** A part of the desk's list, only of what this person may read. */
    public List<Document> list(Actor actor, DocumentFilter filter) {
        return documents.list(mine(actor, filter)).stream()
                .filter(it -> rights.canRead(actor, it))
                .toList();
    }

    /** The years for which the agency has documents, newest first. */
    public List<Integer> years(Actor actor) {
        return documents.years(actor.agency());
    }

    /** The sections whose documents this person may read; empty when all of the agency's. */
    public Optional<Set<SectionId>> readableSections(Actor actor) {
        return rights.readableSections(actor);
    }

    /** How many documents the whole list has. */
    public long count(Actor actor, DocumentFilter filter) {
        return documents.count(mine(actor, filter));
    }

    /** The document itself, if this person may read it. */
    public Document readable(Actor actor, DocumentId id) {
        var document = documents.find(id).orElseThrow(Refusal::notFound);
        rights.mayRead(actor, document);
        return document;
    }

    private DocumentFilter mine(Actor actor, DocumentFilter filter) {
        if (!filter.agency().equals(actor.agency())) {
            throw Refusal.notFound();
        }
        var readable = rights.readableSections(actor);
        if (readable.isEmpty()) {
            return filter;
        }
        var asked = filter.sections();
        var sections =
                asked.isEmpty()
                        ? readable.get()
                        : asked.stream()
                                .filter(readable.get()::contains)
                                .collect(Collectors.toSet());
        return sections.isEmpty() ? filter.nothing() : filter.of(sections);
    }
}
