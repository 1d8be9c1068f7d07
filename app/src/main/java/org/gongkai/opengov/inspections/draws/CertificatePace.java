package org.gongkai.opengov.inspections.draws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Component;

/**
 * Slows guesses at codes of certificates (凭证码防猜): so many a minute from one address, enough for an
 * office behind it. Of who asks nothing is written down (ADR 0211).
 */
@Component
public class CertificatePace {
    /** From one address in a minute. */
    static final int A_MINUTE = 20;

    /** That many addresses are counted one by one, all further ones as one. */
    private static final int ADDRESSES = 50_000;

    private static final String ALL_OTHERS = "";

    private final Clock clock;
    private final AtomicReference<Minute> minute =
            new AtomicReference<>(new Minute(Instant.EPOCH, new ConcurrentHashMap<>()));

    CertificatePace(Clock clock) {
        this.clock = clock;
    }

    private record Minute(Instant began, ConcurrentMap<String, Integer> asked) {}

    /** Counts a try from there, or refuses it for the time being. */
    public void take(String origin) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var asked = minute.updateAndGet(it -> it.began().equals(now) ? it : begun(now)).asked();
        var counted = asked.size() < ADDRESSES || asked.containsKey(origin) ? origin : ALL_OTHERS;
        if (asked.merge(counted, 1, Integer::sum) > A_MINUTE) {
            throw Refusal.tooMany(
                    Duration.ofMinutes(1), "inspections.draw.refusal.certificate-tries");
        }
    }

    private static Minute begun(Instant now) {
        return new Minute(now, new ConcurrentHashMap<>());
    }
}
