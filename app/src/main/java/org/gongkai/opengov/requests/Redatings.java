package org.gongkai.opengov.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gongkai.opengov.requestclock.ClockReading;
import org.gongkai.opengov.requestclock.ClockRedating.ChangedDay;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.calendar.CalendarChanged;
import org.gongkai.platform.calendar.Calendars;
import org.gongkai.platform.calendar.PastCalendars;
import org.gongkai.platform.calendar.Redating;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the days of open requests again when the calendar has changed (期限重算): both days are kept
 * and shown with the reason. What is answered stays as it was counted. Done in parts, each read and
 * written as a set in a transaction of its own, past what somebody is working on, so that intake
 * never waits (ADR 0199).
 */
@Component
public class Redatings {
    private static final Logger LOG = LoggerFactory.getLogger(Redatings.class);

    /** Cases of one transaction: their rows are held for some tenths of a second. */
    private static final int PART = 1_000;

    /**
     * As many at once as there are processors, and never so many that intake has to wait for one.
     */
    private static final int SIDE_BY_SIDE =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final Requests requests;
    private final RedatingRegister register;
    private final CaseClock clock;
    private final Calendars calendars;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock time;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    Redatings(
            Requests requests,
            RedatingRegister register,
            CaseClock clock,
            Calendars calendars,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock time) {
        this.requests = requests;
        this.register = register;
        this.clock = clock;
        this.calendars = calendars;
        this.audit = audit;
        this.transaction = transaction;
        this.time = time;
    }

    /**
     * A case with what its clock reads now.
     *
     * @param reading null where its events cannot be read
     */
    record Reread(RequestCase request, @Nullable ClockReading reading) {
        @Nullable LocalDate due() {
            return reading == null ? request.due() : reading.due();
        }

        @Nullable LocalDate warnBy() {
            return reading == null ? request.warnBy() : reading.warnBy();
        }

        boolean provisional() {
            return reading == null ? request.provisional() : reading.provisional();
        }

        int breaches() {
            return reading == null ? request.breaches() : reading.breaches().size();
        }

        boolean moved() {
            var was = request.due();
            var is = due();
            return was != null && is != null && !was.equals(is);
        }
    }

    /** As soon as the change is committed. */
    @TransactionalEventListener
    void redateAfter(CalendarChanged change) {
        Thread.ofVirtual().name("redating").start(this::redate);
    }

    /** Brings every open request up to the present calendar: also what another node changed. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    public void redate() {
        oneAtATime.lock();
        try {
            while (walk() > 0) {
                // Once more, for what somebody was working on, or for a calendar changed meanwhile.
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Brings up one case before something happens to it, so that no move is lost. */
    void bringUp(RequestCase request) {
        var now = clock.now();
        if (request.answeredOn() == null && !now.version().equals(request.calendarVersion())) {
            write(null, List.of(reread(request, requests.events(request.id()), now)), now);
        }
    }

    /** Once through all that is counted otherwise; how many were brought up. */
    private int walk() {
        var now = clock.now();
        var waiting = requests.countDatedOtherwise(now.version());
        if (waiting == 0) {
            return 0;
        }
        var run = within(() -> register.begin(now.version(), waiting, time.instant()));
        var done = sideBySide(requests.spanDatedOtherwise(now.version()), run, now);
        if (requests.countDatedOtherwise(now.version()) == 0) {
            within(() -> register.end(run, time.instant()));
        }
        return done;
    }

    /** Each of some takes a stretch of its own. */
    private int sideBySide(Requests.Span all, long run, CaseClock.Present now) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return all.stretches(SIDE_BY_SIDE).stream()
                    .map(it -> CompletableFuture.supplyAsync(() -> walk(it, run, now), threads))
                    .toList()
                    .stream()
                    .mapToInt(CompletableFuture::join)
                    .sum();
        }
    }

    private int walk(Requests.Span stretch, long run, CaseClock.Present now) {
        var done = 0;
        var left = stretch;
        List<Reread> part;
        do {
            var from = left;
            part = within(() -> part(run, from, now));
            done += part.size();
            left = part.isEmpty() ? left : left.after(part.getLast().request().id());
        } while (part.size() == PART);
        return done;
    }

    private List<Reread> part(long run, Requests.Span stretch, CaseClock.Present now) {
        var cases = requests.datedOtherwise(now.version(), stretch, PART);
        var events = requests.events(cases.stream().map(RequestCase::id).toList());
        var reread =
                cases.stream()
                        .map(it -> reread(it, events.getOrDefault(it.id(), List.of()), now))
                        .toList();
        write(run, reread, now);
        return reread;
    }

    /** A case whose events cannot be read keeps its days; nothing else would ever end. */
    private Reread reread(RequestCase request, List<CaseEvent> events, CaseClock.Present now) {
        try {
            var file = CaseFile.of(request.channel(), events);
            return new Reread(request, now.read(file, LocalDate.now(time)));
        } catch (RuntimeException unreadable) {
            LOG.warn("Request {} cannot be counted again", request.number(), unreadable);
            return new Reread(request, null);
        }
    }

    private void write(@Nullable Long run, List<Reread> cases, CaseClock.Present now) {
        if (cases.isEmpty()) {
            return;
        }
        var moved = cases.stream().filter(Reread::moved).toList();
        requests.redate(cases, now.version());
        register.note(run, moved, now.version(), time.instant());
        cases.stream()
                .collect(Collectors.groupingBy(it -> it.request().agency()))
                .forEach((agency, its) -> tell(agency, run, its, now));
        if (run != null) {
            register.advance(run, cases.size(), moved.size());
        }
    }

    private void tell(
            AgencyId agency, @Nullable Long run, List<Reread> cases, CaseClock.Present now) {
        audit.recordBySystem(
                agency,
                "requests.redated",
                run == null ? "request:" + cases.getFirst().request().id() : "redating:" + run,
                Map.of(),
                Map.of(
                        "calendar",
                        now.version(),
                        "cases",
                        cases.size(),
                        "moved",
                        cases.stream().filter(Reread::moved).count()));
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    /** What calendars did to this request, the first first. */
    List<MovedDeadline> of(RequestCase request) {
        return register.of(request.id()).stream().map(it -> explained(it, request)).toList();
    }

    /** With the reason for it. */
    MovedDeadline explained(Redating moved, RequestCase request) {
        var older = calendars.ofVersion(moved.wasVersion());
        var newer = calendars.ofVersion(moved.isVersion());
        var from = request.receivedOn();
        if (older.isEmpty() || newer.isEmpty() || from == null) {
            return new MovedDeadline(moved, null, List.of());
        }
        return new MovedDeadline(
                moved,
                newer.get().newSince(older.get()).orElse(null),
                changed(moved, from, older.get(), newer.get()));
    }

    private static List<ChangedDay> changed(
            Redating moved, LocalDate from, PastCalendars older, PastCalendars newer) {
        var last = moved.was().isAfter(moved.is()) ? moved.was() : moved.is();
        return from.plusDays(1)
                .datesUntil(last.plusDays(1))
                .map(it -> new ChangedDay(older.regional().day(it), newer.regional().day(it)))
                .filter(it -> it.was().counted() != it.is().counted())
                .toList();
    }
}
