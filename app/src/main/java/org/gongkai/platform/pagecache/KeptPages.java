package org.gongkai.platform.pagecache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.gongkai.platform.pagecache.Rendering.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The pages in memory (驻留页面), bounded by their bytes; which of them were made from what; and which
 * are being made right now.
 *
 * <p>Changing and keeping exclude each other: a page is kept only if nothing it was made from has
 * changed since it was begun. Answering from memory takes no lock.
 */
@Component
class KeptPages {
    /** China has had no summer time since 1991. */
    private static final long BEIJING = 8 * 3_600_000L;

    private static final long DAY = 86_400_000L;

    /**
     * How long, in milliseconds, a page that lacks only what was added is answered while it is
     * renewed.
     */
    private static final long GRACE = 1_000;

    /** One page may take this part of the whole memory at most. */
    private static final int LARGEST = 16;

    private final Cache<String, PageBytes> pages;
    private final PageMemory memory;
    private final Clock clock;
    private final Map<String, Set<PageBytes>> madeFrom = new ConcurrentHashMap<>();
    private final Map<String, Rendering> leading = new HashMap<>();
    private final Set<Rendering> underWay = new HashSet<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();
    private final LongAdder bridged = new LongAdder();
    private volatile boolean answering;

    KeptPages(PageMemory memory, Clock clock) {
        this.memory = memory;
        this.clock = clock;
        this.pages =
                Caffeine.newBuilder()
                        .maximumWeight(memory.bytes())
                        .weigher((String address, PageBytes page) -> page.weight())
                        .executor(Runnable::run)
                        .removalListener((address, page, cause) -> unlist(page))
                        .build();
    }

    /** A turn at making a page: one leads, the others wait for it. */
    record Turn(Rendering rendering, boolean leads) {}

    /** The page at this address as it is now; null when it has to be made. */
    @Nullable PageBytes find(String address) {
        if (!answering) {
            return null;
        }
        var page = pages.getIfPresent(address);
        if (page == null) {
            return null;
        }
        var now = clock.millis();
        if (page.day() != dayOf(now) || !page.stands(now, GRACE)) {
            return null;
        }
        hits.increment();
        if (!page.current()) {
            bridged.increment();
        }
        return page;
    }

    /** Begins to make a page, or joins whoever is making it. */
    synchronized Turn begin(String address) {
        // It may have been finished since the caller looked, or begun.
        var kept = find(address);
        if (kept != null) {
            var finished = new Rendering(address, kept.day());
            finished.end(Outcome.KEPT, kept);
            return new Turn(finished, false);
        }
        var before = leading.get(address);
        if (before != null) {
            return new Turn(before, false);
        }
        misses.increment();
        var rendering = new Rendering(address, today());
        beingRenewed(address, true);
        leading.put(address, rendering);
        underWay.add(rendering);
        return new Turn(rendering, true);
    }

    /**
     * Ends a turn; what was made is kept if it is good for others too. Null for nothing to keep.
     */
    synchronized void end(Rendering rendering, @Nullable PageBytes made) {
        leading.remove(rendering.address(), rendering);
        underWay.remove(rendering);
        beingRenewed(rendering.address(), false);
        if (made == null || made.weight() > memory.bytes() / LARGEST) {
            var previous = pages.getIfPresent(rendering.address());
            if (previous != null) {
                end(previous);
            }
            rendering.end(Outcome.NOT_KEPT, null);
        } else if (rendering.overtaken() || rendering.day() != today()) {
            rendering.end(Outcome.OVERTAKEN, null);
        } else {
            made.sources().forEach(it -> list(it, made));
            pages.put(made.address(), made);
            rendering.end(Outcome.KEPT, made);
        }
    }

    /** Forgets every page made from one of these, and lets none that is being made be kept. */
    synchronized void forget(Set<String> changed) {
        underWay.forEach(it -> it.change(changed));
        changed.forEach(it -> Set.copyOf(madeFrom.getOrDefault(it, Set.of())).forEach(this::end));
    }

    /**
     * Something was added to these, and nothing that pages made from them show has become wrong:
     * the next reader makes each of them anew, and while he does, others get the previous one, for
     * a second at most.
     */
    synchronized void renew(Set<String> added) {
        underWay.forEach(it -> it.change(added));
        var now = clock.millis();
        added.forEach(
                it -> madeFrom.getOrDefault(it, Set.of()).forEach(page -> outdate(page, now)));
    }

    /** Forgets everything: what changed meanwhile is not known. */
    synchronized void forgetEverything() {
        underWay.forEach(Rendering::changeEverything);
        pages.asMap().values().forEach(this::end);
    }

    /** Whether pages may be answered from memory at all: not while changes elsewhere go unheard. */
    void answering(boolean may) {
        answering = may;
    }

    /** How the memory is used, for the operator. */
    Figures figures() {
        var weighed = pages.policy().eviction().orElseThrow().weightedSize().orElse(0);
        return new Figures(
                hits.sum(),
                bridged.sum(),
                misses.sum(),
                evictions.sum(),
                pages.estimatedSize(),
                weighed);
    }

    /** How many things pages in memory were made from. */
    int sources() {
        return madeFrom.size();
    }

    /**
     * @param hits answers from memory
     * @param bridged of these, by the previous page while the new one was being made
     * @param misses pages made
     * @param evictions pages forgotten because something changed
     */
    record Figures(long hits, long bridged, long misses, long evictions, long pages, long bytes) {}

    private void end(PageBytes page) {
        page.end();
        if (pages.asMap().remove(page.address(), page) && page.current()) {
            evictions.increment();
        }
    }

    private void outdate(PageBytes page, long now) {
        if (page.current()) {
            page.outdate(now);
            evictions.increment();
        }
    }

    private void beingRenewed(String address, boolean is) {
        var previous = pages.getIfPresent(address);
        if (previous != null) {
            previous.beingRenewed(is);
        }
    }

    private void list(String source, PageBytes page) {
        madeFrom.compute(
                source,
                (name, listed) -> {
                    var more = listed == null ? ConcurrentHashMap.<PageBytes>newKeySet() : listed;
                    more.add(page);
                    return more;
                });
    }

    private void unlist(@Nullable PageBytes page) {
        if (page == null) {
            return;
        }
        for (var source : page.sources()) {
            madeFrom.computeIfPresent(
                    source,
                    (name, listed) -> {
                        listed.remove(page);
                        return listed.isEmpty() ? null : listed;
                    });
        }
    }

    /** The day in Beijing, counted from 1970. */
    private long today() {
        return dayOf(clock.millis());
    }

    private static long dayOf(long moment) {
        return Math.floorDiv(moment + BEIJING, DAY);
    }
}
