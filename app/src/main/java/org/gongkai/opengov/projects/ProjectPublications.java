package org.gongkai.opengov.projects;

import java.util.EnumSet;
import java.util.Set;
import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.opengov.disclosures.PublicChange.What;
import org.gongkai.opengov.disclosures.PublishingDesk;
import org.gongkai.platform.pagecache.PageChanges;
import org.gongkai.platform.pages.Wording;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pages of projects follow their documents (公开状态跟随文件). What they show the database itself
 * writes, in the transaction that publishes or withdraws. In the same transaction the document of a
 * newer version takes the place of the older ones, so that nobody reads two (ADR 0300).
 */
@Component
class ProjectPublications {
    private static final Set<What> SHOWN =
            EnumSet.of(What.PUBLISHED, What.CORRECTED, What.RESTORED);

    private final ProjectEntries entries;
    private final PublishingDesk publishing;
    private final PageChanges pages;
    private final Wording wording;

    ProjectPublications(
            ProjectEntries entries, PublishingDesk publishing, PageChanges pages, Wording wording) {
        this.entries = entries;
        this.publishing = publishing;
        this.pages = pages;
        this.wording = wording;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PublicChange change) {
        entries.projectOf(change.document())
                .ifPresent(
                        it -> {
                            if (SHOWN.contains(change.what())) {
                                replaceOlder(change);
                            }
                            pages.tell(PublicProjects.sources(it));
                        });
    }

    private void replaceOlder(PublicChange change) {
        for (var older : entries.othersOf(change.document())) {
            publishing.replace(
                    older,
                    change.document(),
                    wording.say("projects.taken-back.replaced", change.indexNumber()),
                    wording.say("projects.taken-back.replaced.ground"));
        }
    }
}
