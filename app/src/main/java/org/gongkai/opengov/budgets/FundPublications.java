package org.gongkai.opengov.budgets;

import java.time.LocalDate;
import java.time.ZoneId;
import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.platform.pagecache.PageChanges;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the documents that publish what was granted and fiscal duties (公开状态跟随文件), in the
 * transaction that publishes or withdraws them.
 */
@Component
class FundPublications {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Funds funds;
    private final FiscalDuties duties;
    private final PageChanges pages;

    FundPublications(Funds funds, FiscalDuties duties, PageChanges pages) {
        this.funds = funds;
        this.duties = duties;
        this.pages = pages;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PublicChange change) {
        var day = LocalDate.ofInstant(change.at(), SHANGHAI);
        var isPublic =
                switch (change.what()) {
                    case PUBLISHED, IMPORTED, CORRECTED, RESTORED -> true;
                    case WITHDRAWN, PURGED -> false;
                };
        var changed =
                isPublic
                        ? funds.published(change.document(), day)
                                || duties.published(change.document(), change.agency(), day)
                        : funds.withdrawn(change.document()) || duties.withdrawn(change.document());
        if (changed) {
            pages.tell(PublicBudgets.source(change.agency()));
        }
    }
}
