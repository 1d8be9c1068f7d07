package org.gongkai.opengov.projects;

import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.platform.pagecache.PageChanges;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pages of projects follow their documents (公开状态跟随文件). What they show the database itself
 * writes, in the transaction that publishes or withdraws.
 */
@Component
class ProjectPublications {
    private final ProjectEntries entries;
    private final PageChanges pages;

    ProjectPublications(ProjectEntries entries, PageChanges pages) {
        this.entries = entries;
        this.pages = pages;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PublicChange change) {
        entries.projectOf(change.document())
                .ifPresent(it -> pages.tell(PublicProjects.sources(it)));
    }
}
