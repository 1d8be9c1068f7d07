package org.gongkai.opengov.pushing;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongkai.opengov.disclosures.PublicChange;
import org.gongkai.platform.refusals.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the platform what it has to know (推送): writes a line in the outbox with each change, and
 * works it off on a thread of its own, woken by each commit and every few seconds by itself.
 *
 * <p>Several programs on one database may do this; each line is taken by one of them.
 */
@Component
class PushWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PushWorker.class);
    private static final int SWEEP_SECONDS = 5;

    private final Outbox outbox;
    private final Pushes pushes;
    private final PushMessages messages;
    private final CityPlatform platform;
    private final PushSettings settings;
    private final boolean byItself;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    PushWorker(
            Outbox outbox,
            Pushes pushes,
            PushMessages messages,
            CityPlatform platform,
            PushSettings settings,
            @Value("${gongkai.push-by-itself:true}") boolean byItself) {
        this.outbox = outbox;
        this.pushes = pushes;
        this.messages = messages;
        this.platform = platform;
        this.settings = settings;
        this.byItself = byItself;
    }

    /**
     * In the transaction of the change: neither happens without the other. What was pushed once is
     * followed to its end, even while pushing is switched off. What came from the old site stood on
     * the platform already; the office may still push it (补推).
     */
    @EventListener
    void queue(PublicChange change) {
        boolean isNew = settings.on() && change.what() != PublicChange.What.IMPORTED;
        if (isNew || pushes.know(change.document())) {
            outbox.add(change);
        }
    }

    /** Once it is committed. */
    @TransactionalEventListener
    void wakeAfter(PublicChange change) {
        wake();
    }

    /** The same for what a person asked for. */
    void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        wake();
                    }
                });
    }

    /** There is something to do. */
    void wake() {
        calls.release();
    }

    /**
     * Tries the next push that is due.
     *
     * @return whether there was one
     */
    boolean turn() {
        var claimed = outbox.claim(platform.longest());
        claimed.ifPresent(it -> outbox.settle(it, deliver(it), settings.attempts()));
        return claimed.isPresent();
    }

    private Delivery deliver(Push push) {
        if (pushes.isOvertaken(push)) {
            return new Delivery.NotPublic();
        }
        try {
            return messages.of(push).map(platform::deliver).orElseGet(Delivery.NotPublic::new);
        } catch (RuntimeException failed) {
            LOG.warn("Push {} could not be tried", push.key(), failed);
            return Delivery.Failed.because("program", failed.getClass().getSimpleName());
        }
    }

    /** Fetches the receipts that came by themselves. */
    void fetchReceipts() {
        platform.fetchReceipts(
                (key, delivery) -> {
                    if (!outbox.takeReceipt(key, delivery)) {
                        throw Refusal.notFound();
                    }
                });
    }

    private void run() {
        try {
            while (running) {
                if (!works()) {
                    calls.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS);
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean works() {
        try {
            fetchReceipts();
            return turn();
        } catch (RuntimeException away) {
            LOG.warn("The outbox could not be worked off; tried again", away);
            return false;
        }
    }

    @Override
    public void start() {
        if (settings.on() && byItself) {
            running = true;
            thread = Thread.ofPlatform().name("push").daemon().start(this::run);
        }
    }

    @Override
    public void stop() {
        running = false;
        var last = thread;
        if (last != null) {
            last.interrupt();
            try {
                last.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** With the other work behind the pages; after the database and before it goes. */
    @Override
    public int getPhase() {
        return 0;
    }
}
