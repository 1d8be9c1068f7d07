package org.gongkai.platform.pagecache;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A page being made (渲染中的页面): by one reader, while others who want the same wait for it. What
 * changed since it began is remembered, so that a page made from the old state is never kept.
 *
 * <p>Everything but waiting is guarded by {@link KeptPages}.
 */
final class Rendering {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String address;
    private final long day;
    private final Set<String> sources = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private boolean everythingChanged;
    private volatile Outcome outcome = Outcome.NOT_KEPT;
    private volatile @Nullable PageBytes page;

    Rendering(String address, long day) {
        this.address = address;
        this.day = day;
    }

    /** What became of it. */
    enum Outcome {
        /** It is kept, and good for whoever waited. */
        KEPT,
        /** Something it was made from changed meanwhile: good for the one who began it only. */
        OVERTAKEN,
        /** Not an answer to keep: a failure, an ended document, too large. */
        NOT_KEPT
    }

    String address() {
        return address;
    }

    /** The day on which it was begun, see {@link KeptPages}. */
    long day() {
        return day;
    }

    /** Called by the thread that makes the page. */
    void note(String source) {
        sources.add(source);
    }

    Set<String> sources() {
        return Set.copyOf(sources);
    }

    void change(Set<String> told) {
        changed.addAll(told);
    }

    void changeEverything() {
        everythingChanged = true;
    }

    boolean overtaken() {
        return everythingChanged || sources.stream().anyMatch(changed::contains);
    }

    void end(Outcome became, @Nullable PageBytes made) {
        outcome = became;
        page = made;
        done.countDown();
    }

    /** Waits until it is made; a reader who has waited too long goes on alone. */
    Outcome await() {
        try {
            return done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS) ? outcome : Outcome.NOT_KEPT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.NOT_KEPT;
        }
    }

    /** The page, once it is kept. */
    @Nullable PageBytes page() {
        return page;
    }
}
