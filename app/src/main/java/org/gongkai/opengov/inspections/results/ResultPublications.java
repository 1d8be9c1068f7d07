package org.gongkai.opengov.inspections.results;

import java.time.LocalDate;
import java.time.ZoneId;
import org.gongkai.opengov.disclosures.PublicChange;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the documents that publish results (公示状态跟随文件), in the transaction that publishes or
 * withdraws them.
 */
@Component
class ResultPublications {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Results results;

    ResultPublications(Results results) {
        this.results = results;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PublicChange change) {
        var day = LocalDate.ofInstant(change.at(), SHANGHAI);
        switch (change.what()) {
            case PUBLISHED, IMPORTED, RESTORED -> results.published(change.document(), day);
            case CORRECTED -> results.corrected(change.document(), day);
            case WITHDRAWN, PURGED -> results.withdrawn(change.document(), day);
        }
    }
}
