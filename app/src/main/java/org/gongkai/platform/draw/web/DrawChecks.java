package org.gongkai.platform.draw.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.platform.draw.DrawVerification;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Computes draws again for whoever asks (公开复算), without letting one asker take the whole machine:
 * one computation at a time, few that wait, each for a limited time (ADR 0217).
 */
@Component
class DrawChecks implements DisposableBean {
    static final int LARGEST = 64 * 1024 * 1024;
    static final String LARGEST_SAID = "64 MB";

    /** From one address in an hour: an office behind it has several readers. */
    static final int AN_HOUR = 120;

    /** The nation's size takes 8 to 20 seconds on two busy cores. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int WAITING = 4;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Cache<String, AtomicInteger> asked =
            Caffeine.newBuilder().expireAfterWrite(HOUR).maximumSize(10_000).build();
    private final Semaphore waiting = new Semaphore(WAITING);
    private final ExecutorService computing =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("draw-check").daemon().factory());

    /**
     * Reads a bundle and draws again by it.
     *
     * @param origin the address that asks
     */
    DrawVerification check(InputStream bundle, String origin) throws IOException {
        if (asked.get(origin, it -> new AtomicInteger()).incrementAndGet() > AN_HOUR) {
            throw Refusal.tooMany(HOUR, "draw.refusal.too-many");
        }
        if (!waiting.tryAcquire()) {
            throw Refusal.tooMany(LONGEST, "draw.refusal.busy");
        }
        try {
            var text = bundle.readNBytes(LARGEST + 1);
            if (text.length > LARGEST) {
                throw Refusal.of(RefusalKind.TOO_LARGE, "draw.refusal.too-large", LARGEST_SAID);
            }
            return compute(text);
        } finally {
            waiting.release();
        }
    }

    private DrawVerification compute(byte[] text) {
        var verification = computing.submit(() -> DrawVerification.of(text));
        try {
            return verification.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Refusal.of(RefusalKind.TOO_LARGE, "draw.refusal.too-long");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.tooMany(LONGEST, "draw.refusal.busy");
        } finally {
            verification.cancel(true);
        }
    }

    @Override
    public void destroy() {
        computing.shutdownNow();
    }
}
