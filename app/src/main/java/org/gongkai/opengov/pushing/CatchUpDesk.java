package org.gongkai.opengov.pushing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pushing what became public before pushing was set up (补推), a part at a time. */
@Service
public class CatchUpDesk {
    /** The most documents that one call queues. */
    public static final int MOST = 500;

    private final PublicRegister register;
    private final Pushes pushes;
    private final Outbox outbox;
    private final PushSettings settings;
    private final AuditTrail audit;
    private final PushWorker worker;
    private final Clock clock;

    CatchUpDesk(
            PublicRegister register,
            Pushes pushes,
            Outbox outbox,
            PushSettings settings,
            AuditTrail audit,
            PushWorker worker,
            Clock clock) {
        this.register = register;
        this.pushes = pushes;
        this.outbox = outbox;
        this.settings = settings;
        this.audit = audit;
        this.worker = worker;
        this.clock = clock;
    }

    /** Whether this person may, and there is somewhere to push to. */
    public boolean isOpenTo(Actor by) {
        return settings.on() && may(by);
    }

    /**
     * Queues documents that are public and were never pushed, newest first.
     *
     * @return how many; {@link #MOST} when there may be more
     */
    @Transactional
    public int queue(Actor by) {
        if (!may(by)) {
            throw Refusal.of(
                    RefusalKind.NOT_ALLOWED,
                    "pushing.refusal.role",
                    Named.key("pushing.catch-up.title"),
                    Named.roles(PushStep.CATCH_UP));
        }
        if (!settings.on()) {
            throw Refusal.notPossibleNow(List.of(), "pushing.list.off.text");
        }
        int queued = 0;
        PublicRegister.@Nullable Place after = null;
        List<PublicListing> part;
        do {
            part = register.list(PublicFilter.of(by.agency()), after, MOST);
            queued += queue(part, MOST - queued);
            after = part.isEmpty() ? null : place(part.getLast());
        } while (queued < MOST && part.size() == MOST);
        if (queued > 0) {
            audit.record(
                    by,
                    "pushing.caught-up",
                    "agency:" + by.agency(),
                    Map.of(),
                    Map.of("documents", queued));
            worker.wakeAfterCommit();
        }
        return queued;
    }

    private int queue(List<PublicListing> part, int most) {
        var known = pushes.knownAmong(part.stream().map(PublicListing::id).toList());
        return (int)
                part.stream()
                        .filter(it -> !known.contains(it.id()))
                        .filter(it -> outbox.addFirst(asPublished(it)))
                        .limit(most)
                        .count();
    }

    private PublicChange asPublished(PublicListing listing) {
        return new PublicChange(
                listing.id(),
                listing.agency(),
                listing.indexNumber(),
                listing.editionNumber(),
                PublicChange.What.PUBLISHED,
                clock.instant());
    }

    private static PublicRegister.Place place(PublicListing listing) {
        return new PublicRegister.Place(listing.publishedAt(), listing.id());
    }

    private static boolean may(Actor by) {
        return PushStep.CATCH_UP.stream().anyMatch(by::has);
    }
}
