package org.gongkai.opengov.remediation;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.platform.pagecache.PageChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a project public with its first published document (整治项目公开), in the transaction that
 * releases it or publishes the document. What is public once stays so: a document that is withdrawn
 * later is named as a gap (ADR 0291).
 */
@Component
class ProjectOpening {
    private final RemediationProjects projects;
    private final StageDocuments documents;
    private final PageChanges pages;
    private final Clock clock;

    ProjectOpening(
            RemediationProjects projects,
            StageDocuments documents,
            PageChanges pages,
            Clock clock) {
        this.projects = projects;
        this.documents = documents;
        this.pages = pages;
        this.clock = clock;
    }

    /** A project was released. */
    void follow(RemediationProject project) {
        open(project);
        pages.tell(PublicRemediation.SOURCE);
    }

    /** A document became public, or is so no more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PublicChange change) {
        var named =
                projects.all(change.agency()).stream()
                        .filter(it -> names(it.released(), change.document()))
                        .toList();
        named.stream().filter(it -> !it.open()).forEach(this::open);
        if (!named.isEmpty()) {
            pages.tell(PublicRemediation.SOURCE);
        }
    }

    private static boolean names(
            RemediationProject.@Nullable Revision released, DocumentId document) {
        return released != null
                && StageDocuments.links(released.content())
                        .anyMatch(it -> it.id().equals(document.value()));
    }

    private void open(RemediationProject project) {
        var released = project.released();
        if (project.open() || released == null) {
            return;
        }
        var open = documents.publicOf(List.of(released.content()));
        released.content().stages().stream()
                .sorted(Comparator.comparing(Stage::formedOn))
                .map(Stage::document)
                .filter(it -> it != null && open.containsKey(new DocumentId(it.id())))
                .findFirst()
                .ifPresent(it -> projects.open(project.id(), it, clock.instant()));
    }
}
