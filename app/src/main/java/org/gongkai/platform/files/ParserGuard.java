package org.gongkai.platform.files;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;

/**
 * Reads files from outside within limits (解析保护): a few at a time, each in a thread of its own that
 * is interrupted when its time is up.
 *
 * <p>A parser that ignores the interrupt keeps its place until it ends, so that a bad file can slow
 * uploads down but never exhaust the machine. Why no child process: ADR 0030.
 */
public final class ParserGuard {
    private static final int AT_ONCE = 3;
    private static final Duration WAIT_FOR_PLACE = Duration.ofSeconds(30);

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Duration limit;

    /** A guard with this time limit for each file. */
    public ParserGuard(Duration limit) {
        this.limit = limit;
    }

    /** Runs the reading, or refuses: too slow, or the file is broken. */
    public <T> T read(String what, Callable<T> reading) {
        takePlace();
        var result = new CompletableFuture<T>();
        var worker =
                Thread.ofPlatform()
                        .name("file-reader")
                        .daemon()
                        .unstarted(() -> complete(result, reading));
        worker.start();
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooSlow) {
            worker.interrupt();
            throw Refusal.of(RefusalKind.UNSUPPORTED, "files.refused.too-slow", what);
        } catch (InterruptedException stopped) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw Refusal.of(RefusalKind.TOO_MANY, "files.refused.busy");
        } catch (ExecutionException failed) {
            throw refusalFor(what, Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    private void takePlace() {
        try {
            if (!places.tryAcquire(WAIT_FOR_PLACE.toSeconds(), TimeUnit.SECONDS)) {
                throw Refusal.tooMany(WAIT_FOR_PLACE, "files.refused.busy");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refusal.tooMany(WAIT_FOR_PLACE, "files.refused.busy");
        }
    }

    private <T> void complete(CompletableFuture<T> result, Callable<T> reading) {
        try {
            result.complete(reading.call());
        } catch (Throwable any) { // a reader of foreign bytes may fail in any way, errors included
            result.completeExceptionally(any);
        } finally {
            places.release();
        }
    }

    private static RuntimeException refusalFor(String what, Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> refusal;
            case OutOfMemoryError full ->
                    Refusal.of(RefusalKind.UNSUPPORTED, "files.refused.too-complex", what);
            case StackOverflowError deep ->
                    Refusal.of(RefusalKind.UNSUPPORTED, "files.refused.too-complex", what);
            case Error error -> throw error;
            default -> broken(what, cause);
        };
    }

    private static Refusal broken(String what, Throwable cause) {
        var refusal = Refusal.of(RefusalKind.UNSUPPORTED, "files.refused.broken", what);
        refusal.initCause(cause);
        return refusal;
    }
}
