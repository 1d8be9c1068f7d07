package org.gongkai.opengov.drinkingwater.reports;

import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.opengov.disclosures.PublicDocument;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.drinkingwater.reports.Releases.What;
import org.gongkai.opengov.drinkingwater.reports.Reports.Report;
import org.gongkai.platform.pagecache.PageChanges;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the documents that carry reports (公开状态跟随报告): in the transaction that makes an edition
 * public, or takes it back, what is public of the month becomes exactly what that edition tells.
 */
@Component
class ReportPublications {
    private final Reports reports;
    private final Releases releases;
    private final PublicRegister register;
    private final PageChanges pages;

    ReportPublications(
            Reports reports, Releases releases, PublicRegister register, PageChanges pages) {
        this.reports = reports;
        this.releases = releases;
        this.register = register;
        this.pages = pages;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PublicChange change) {
        reports.of(change.document())
                .ifPresent(
                        it -> {
                            switch (change.what()) {
                                case PUBLISHED, IMPORTED -> shown(it, change, What.PUBLISHED);
                                case CORRECTED -> shown(it, change, What.CORRECTED);
                                case RESTORED -> shown(it, change, What.RESTORED);
                                case WITHDRAWN, PURGED -> withdrawn(it, change);
                            }
                            pages.tell(ReleasedMonths.pageSource(it.agency()));
                        });
    }

    private void shown(Report report, PublicChange change, What what) {
        var edition = register.document(change.document()).orElseThrow();
        releases.add(
                report.id(),
                what,
                reports.version(report.id(), edition.sha256()).orElseThrow(),
                change.edition(),
                change.indexNumber().toString(),
                what == What.CORRECTED ? note(edition) : "",
                change.at());
    }

    private static String note(PublicDocument edition) {
        var note = edition.editions().getLast().correctionNote();
        return note == null || note.isBlank() ? "—" : note;
    }

    /** The reason is the one that the document's own address gives; what was purged gives none. */
    private void withdrawn(Report report, PublicChange change) {
        var answer = register.at(change.indexNumber());
        releases.add(
                report.id(),
                What.WITHDRAWN,
                null,
                change.edition(),
                change.indexNumber().toString(),
                answer instanceof PublicAnswer.Withdrawn it ? it.reason() : "",
                change.at());
    }
}
