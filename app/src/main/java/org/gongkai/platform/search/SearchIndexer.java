package org.gongkai.platform.search;

import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps the index in agreement with the database (索引维护): one thread that is woken by each commit
 * and looks by itself every few seconds; rebuilds the index when it is missing, damaged or
 * outdated.
 */
@Component
public class SearchIndexer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndexer.class);
    private static final int SWEEP_SECONDS = 3;
    private static final int STEP = 50;

    private final IndexShelf shelf;
    private final QueueReader queue;
    private final SearchableDocuments documents;
    private final Indexing indexing;
    private final ReentrantLock work = new ReentrantLock();
    private final Semaphore calls = new Semaphore(0);
    private volatile @Nullable Rebuild rebuild;
    private volatile @Nullable String rebuildWanted;
    private volatile boolean checked;
    private volatile boolean opened;
    private volatile boolean running;
    private @Nullable Thread thread;

    SearchIndexer(IndexShelf shelf, QueueReader queue, Sources documents) {
        this.shelf = shelf;
        this.queue = queue;
        this.documents = documents;
        indexing = new Indexing(queue, documents);
    }

    @Override
    public void start() {
        running = true;
        tryOpen();
        thread = Thread.ofPlatform().name("search-indexer").daemon().start(this::run);
    }

    /** A search server that is away keeps nobody from starting; it is asked again and again. */
    private boolean tryOpen() {
        checked = false;
        try {
            shelf.open();
            if (shelf.needsRebuild()) {
                rebuildWanted = shelf.complete() ? "outdated" : "missing";
            }
            opened = true;
        } catch (SearchUnavailable away) {
            LOG.warn("Search is not available and is tried again: {}", away.getMessage());
        }
        return opened;
    }

    @Override
    public void stop() {
        running = false;
        calls.release();
        try {
            Thread last = thread;
            if (last != null) {
                last.join(TimeUnit.SECONDS.toMillis(20));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        locked(
                () -> {
                    endRebuild();
                    shelf.close();
                });
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void run() {
        try {
            while (running) {
                if (!readyToWork() || !turn()) {
                    calls.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS);
                    calls.drainPermits();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Opens the shelf where that is still to be done, and checks once what is on it. */
    private boolean readyToWork() {
        if (!opened && !tryOpen()) {
            return false;
        }
        if (!checked) {
            if (rebuildWanted == null) {
                checkAtStart();
            }
            checked = true;
        }
        return true;
    }

    /** Damage, and what another database or an older folder left behind. */
    private void checkAtStart() {
        try {
            if (!shelf.intact()) {
                rebuildBecause("damaged");
            } else {
                repair(compare());
            }
        } catch (UncheckedIOException | IllegalStateException | DataAccessException later) {
            LOG.warn("The search index could not be compared with the database at start", later);
        }
    }

    private void repair(IndexDifference difference) {
        if (!difference.agree()) {
            locked(
                    () -> {
                        indexing.renew(difference.missing(), shelf.current());
                        indexing.renew(difference.surplus(), shelf.current());
                        shelf.current().makeVisible();
                        shelf.current().makeDurable();
                    });
        }
    }

    /** One batch of the queue and one step of a rebuild; whether there is more at once. */
    private boolean turn() {
        try {
            boolean[] more = {false};
            locked(() -> more[0] = batch() | rebuildStep());
            return more[0];
        } catch (DataAccessException databaseAway) {
            LOG.warn("The queue of the search index could not be read; tried again", databaseAway);
            return false;
        } catch (SearchUnavailable away) {
            LOG.warn("Search is not available; what waits is kept: {}", away.getMessage());
            locked(this::reopen);
            return false;
        } catch (UncheckedIOException | IllegalStateException engine) {
            LOG.warn("The search index could not be written; it is opened again", engine);
            locked(this::reopen);
            return false;
        }
    }

    private boolean batch() {
        Rebuild under = rebuild;
        return indexing.batch(shelf.current(), under == null ? null : under.index());
    }

    private boolean rebuildStep() {
        String reason = rebuildWanted;
        if (reason != null) {
            endRebuild();
            rebuild = Rebuild.begin(reason, shelf.beginReplacement(), documents);
            rebuildWanted = null;
        }
        Rebuild under = rebuild;
        if (under == null) {
            return false;
        }
        boolean left = under.step(STEP, indexing);
        if (under.index() == shelf.current()) {
            under.index().makeVisible();
        }
        if (!left) {
            shelf.finishReplacement();
            endRebuild();
        }
        return true;
    }

    private void endRebuild() {
        Rebuild under = rebuild;
        rebuild = null;
        if (under != null) {
            under.end();
        }
    }

    private void reopen() {
        if (rebuild != null) {
            rebuildWanted = "interrupted";
        }
        endRebuild();
        shelf.close();
        opened = false;
        tryOpen();
    }

    /** There is something to do. */
    void wake() {
        calls.release();
    }

    /**
     * Takes the document out of the index, on this thread and without waiting for the other; its
     * line in the queue makes that durable.
     */
    void removeAtOnce(String id) {
        try {
            Rebuild under = rebuild;
            if (under != null) {
                under.index().remove(id);
            }
            shelf.current().remove(id);
            shelf.current().makeVisible();
        } catch (UncheckedIOException | IllegalStateException engine) {
            LOG.warn("Document {} leaves the search index by the queue only", id, engine);
        }
        wake();
    }

    /**
     * The same for spilled content: on this thread, until nothing of it is on disk. It waits for a
     * step under way, which may just be writing what was read before the purge.
     */
    void expungeAtOnce(String id) {
        removeAtOnce(id);
        locked(
                () -> {
                    removeAtOnce(id);
                    expunge(id);
                });
    }

    private void expunge(String id) {
        try {
            Rebuild under = rebuild;
            if (under != null) {
                under.index().expunge();
            }
            shelf.current().expunge();
        } catch (UncheckedIOException | IllegalStateException engine) {
            LOG.error("Document {} may still be in the files of the search index", id, engine);
            rebuildBecause("purged");
        }
    }

    /** Makes the index anew from the database, in the background; the old one serves meanwhile. */
    public void rebuildBecause(String reason) {
        rebuildWanted = reason;
        wake();
    }

    /** The same, unless it is being made anew already. */
    void rebuildOnceBecause(String reason) {
        if (rebuildWanted == null && rebuild == null) {
            rebuildBecause(reason);
        }
    }

    /** Does everything that waits now, on this thread; what has failed before keeps waiting. */
    public void catchUp() {
        boolean[] more = {true};
        while (more[0]) {
            locked(() -> more[0] = batch());
        }
    }

    /** How index and database differ once the queue is worked off. */
    IndexDifference compare() {
        catchUp();
        IndexDifference[] difference = new IndexDifference[1];
        locked(
                () -> {
                    try (var ids = documents.allIds()) {
                        difference[0] = shelf.current().compare(ids);
                    }
                });
        return difference[0];
    }

    /** Whether the index was checked since the start and no rebuild is wanted or under way. */
    public boolean ready() {
        return checked && rebuildWanted == null && rebuild == null;
    }

    /** How far a rebuild has come, and how many documents wait. */
    public IndexProgress progress() {
        Rebuild under = rebuild;
        long waiting = queue.waiting();
        return under == null
                ? new IndexProgress(rebuildWanted, 0, 0, waiting)
                : under.progress(waiting);
    }

    private void locked(Runnable what) {
        work.lock();
        try {
            what.run();
        } finally {
            work.unlock();
        }
    }
}
