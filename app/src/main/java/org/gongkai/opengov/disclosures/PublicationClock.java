package org.gongkai.opengov.disclosures;

import java.time.Clock;
import org.gongkai.platform.refusals.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Publishes what was set for a moment (定时发布), when the moment has come.
 *
 * <p>The moments stand in the database, so that none is lost when the program stops; one that
 * passed meanwhile is published at the next start. Several nodes may run this: each publication
 * locks its document first.
 */
@Component
class PublicationClock {
    private static final Logger LOG = LoggerFactory.getLogger(PublicationClock.class);

    private final Schedules schedules;
    private final PublishingDesk desk;
    private final Clock clock;

    PublicationClock(Schedules schedules, PublishingDesk desk, Clock clock) {
        this.schedules = schedules;
        this.desk = desk;
        this.clock = clock;
    }

    /** Publishes everything that is due. */
    @Scheduled(fixedDelay = 2_000, initialDelay = 2_000)
    void publishDue() {
        for (var id : schedules.due(clock.instant())) {
            try {
                desk.publishDue(id);
            } catch (Refusal refusal) {
                refused(id, refusal);
            } catch (RuntimeException fault) {
                LOG.error("Scheduled publication of {} failed; it is tried again", id, fault);
            }
        }
    }

    /** A clock set back comes right by itself; anything else is for somebody to settle. */
    private void refused(DocumentId id, Refusal refusal) {
        LOG.warn("Scheduled publication of {} was refused: {}", id, refusal.getMessage());
        if (!Gates.CLOCK_RUNS_BACKWARDS.equals(refusal.messageKey())) {
            schedules.refuse(id, refusal.messageKey());
        }
    }
}
