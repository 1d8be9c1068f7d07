package org.gongkai.platform.staticsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does the pieces of a pass side by side (并行处理), no more waiting than are worked on; the first
 * failure ends the pass.
 */
final class Workers implements AutoCloseable {
    private final int atOnce;
    private final Semaphore places;
    private final ExecutorService threads;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Workers(int atOnce) {
        this.atOnce = atOnce;
        this.places = new Semaphore(atOnce);
        this.threads = Executors.newFixedThreadPool(atOnce);
    }

    /** A piece of work. */
    interface Piece {
        void run() throws IOException;
    }

    /** Takes a piece; waits while all hands are full. */
    void take(Piece piece) {
        places.acquireUninterruptibly();
        rethrow();
        threads.execute(
                () -> {
                    try {
                        piece.run();
                    } catch (Throwable any) { // told to whoever waits for the pass
                        failure.compareAndSet(null, any);
                    } finally {
                        places.release();
                    }
                });
    }

    /** Waits for all that was taken. */
    void finish() {
        places.acquireUninterruptibly(atOnce);
        places.release(atOnce);
        rethrow();
    }

    private void rethrow() {
        switch (failure.get()) {
            case null -> {}
            case IOException e -> throw new UncheckedIOException(e);
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
