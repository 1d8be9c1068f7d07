package org.gongkai.opengov.sitechecks;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.gongkai.opengov.columns.ColumnStanding;
import org.gongkai.opengov.columns.ColumnUpdates;
import org.gongkai.opengov.disclosures.PublicFilter;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.sitechecks.SiteCheck.State;
import org.gongkai.platform.files.FileAddress;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.pages.PublicAddress;
import org.gongkai.platform.pages.PublicAddresses;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.textcheck.LinkTargets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks over the site (自查执行) on a thread of its own: when somebody asks, and every night. What it
 * knows of addresses is what serves them. One program on a database works at a time.
 */
@Component
class CheckWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CheckWorker.class);
    private static final int SWEEP_SECONDS = 30;
    private static final int DOCUMENTS_AT_ONCE = 200;

    /** Of one template all, so that the newest stand for the rest (ADR 0158). */
    private static final int TAGS_READ = 2_000;

    private static final LocalTime NIGHT = LocalTime.of(3, 0);

    /** Held by the program that works, freed by the database when it dies. */
    private static final int LOCK = 4713;

    private final SiteChecks checks;
    private final CheckMeasures measures;
    private final PublicRegister register;
    private final ColumnUpdates updates;
    private final Organization organization;
    private final PageTags tags;
    private final OutwardFaults outward;
    private final List<LinkTargets> targets;
    private final List<PublicAddresses> addresses;
    private final TransactionTemplate transaction;
    private final DataSource database;
    private final Clock clock;
    private final boolean nightly;
    private final Semaphore calls = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread thread;

    CheckWorker(
            SiteChecks checks,
            CheckMeasures measures,
            PublicRegister register,
            ColumnUpdates updates,
            Organization organization,
            PageTags tags,
            OutwardFaults outward,
            List<LinkTargets> targets,
            List<PublicAddresses> addresses,
            TransactionTemplate transaction,
            DataSource database,
            Clock clock,
            @Value("${gongkai.site-check-nightly:true}") boolean nightly) {
        this.checks = checks;
        this.measures = measures;
        this.register = register;
        this.updates = updates;
        this.organization = organization;
        this.tags = tags;
        this.outward = outward;
        this.targets = List.copyOf(targets);
        this.addresses = List.copyOf(addresses);
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
        this.nightly = nightly;
    }

    /** There is something to do. */
    void wake() {
        calls.release();
    }

    private void turn() throws SQLException {
        if (nightly) {
            organization.agencies().forEach(it -> beginTonight(it.id()));
        }
        if (checks.next().isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            try (var lock = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                if (!lock.next() || !lock.getBoolean(1)) {
                    return;
                }
            }
            try {
                for (var it = checks.next(); running && it.isPresent(); it = checks.next()) {
                    look(it.get());
                }
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    /** Once a night, unless somebody has begun one since. */
    private void beginTonight(AgencyId agency) {
        var tonight = LocalDate.now(clock).atTime(NIGHT).atZone(clock.getZone()).toInstant();
        if (clock.instant().isBefore(tonight)) {
            return;
        }
        var last = checks.of(agency, 0, 1);
        if (last.isEmpty() || last.getFirst().begunAt().isBefore(tonight)) {
            transaction.executeWithoutResult(status -> checks.add(agency, null, clock.instant()));
        }
    }

    private void look(SiteCheck check) {
        var filter = PublicFilter.of(check.agency());
        var newest = measures.newest(check.agency());
        var measure = newest.map(it -> it.measure()).orElse(CheckMeasure.USUAL);
        var number = newest.map(it -> it.id()).orElse(null);
        boolean begun =
                Boolean.TRUE.equals(
                        transaction.execute(
                                status ->
                                        checks.begin(check.id(), register.count(filter), number)));
        if (!begun || !advance(check, 0, columnFaults(check.agency(), measure))) {
            return;
        }
        var known = plainAddresses();
        var document = new DocumentCheck(it -> leadsSomewhere(it, known), clock.getZone());
        PublicRegister.@Nullable Place after = null;
        List<PublicListing> part;
        var done = 0;
        do {
            part = register.list(filter, after, DOCUMENTS_AT_ONCE);
            if (!running || !advance(check, part.size(), faults(document, part, done))) {
                return;
            }
            done += part.size();
            after = part.isEmpty() ? null : place(part.getLast());
        } while (part.size() == DOCUMENTS_AT_ONCE);
        transaction.executeWithoutResult(
                status -> checks.end(check.id(), State.DONE, clock.instant()));
    }

    private boolean advance(SiteCheck check, int done, List<Fault> faults) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> checks.advance(check.id(), done, faults)));
    }

    private List<Fault> faults(DocumentCheck check, List<PublicListing> part, int done) {
        var contents = register.contents(part.stream().map(PublicListing::id).toList());
        var faults = new ArrayList<Fault>();
        var named = new LinkedHashMap<PublicListing, Set<String>>();
        for (var listing : part) {
            var content = contents.get(listing.id());
            if (content != null) {
                faults.addAll(check.of(listing, content));
                named.put(listing, check.outward(content));
            }
        }
        part.stream()
                .limit(Math.max(0, TAGS_READ - done))
                .forEach(it -> faults.addAll(tags.of(it)));
        faults.addAll(outward.of(named));
        return faults;
    }

    private List<Fault> columnFaults(AgencyId agency, CheckMeasure measure) {
        var today = LocalDate.now(clock);
        var faults = new ArrayList<Fault>();
        var newest = register.list(PublicFilter.of(agency), null, 1);
        if (newest.isEmpty()
                || dayOf(newest.getFirst()).isBefore(today.minusDays(measure.homeDays()))) {
            var said = newest.isEmpty() ? "" : dayOf(newest.getFirst()).toString();
            faults.add(new Fault(CheckItem.HOME_NOT_UPDATED, null, "/", "", said));
        }
        faults.addAll(tags.ofHome());
        for (var standing : updates.of(agency)) {
            if (standing.column().isOpen()) {
                columnFault(standing, UpdateTerm.of(standing.column(), today, measure), faults);
                faults.addAll(tags.of(standing.column()));
            }
        }
        return faults;
    }

    private static void columnFault(ColumnStanding standing, UpdateTerm term, List<Fault> faults) {
        var column = standing.column();
        var newest = standing.newest();
        if (newest == null) {
            faults.add(
                    new Fault(
                            CheckItem.COLUMN_BLANK,
                            column.section(),
                            column.path(),
                            column.name(),
                            ""));
        } else if (term.isMissedBy(newest)) {
            faults.add(
                    new Fault(
                            term.item(),
                            column.section(),
                            column.path(),
                            column.name(),
                            newest.toString()));
        }
    }

    private boolean leadsSomewhere(String path, Set<String> known) {
        var file = FileAddress.sha256In(path);
        if (file.isPresent()) {
            return register.file(file.get()).isPresent();
        }
        return targets.stream()
                .filter(it -> it.owns(path))
                .findFirst()
                .map(it -> it.exists(path))
                .orElseGet(() -> known.contains(path));
    }

    /** Every page of the site but those of documents and files, which are asked for one by one. */
    private Set<String> plainAddresses() {
        var known = new HashSet<String>();
        for (var each : addresses) {
            try (var all = each.all()) {
                all.filter(it -> it.kind() != PublicAddress.Kind.GONE)
                        .map(PublicAddress::address)
                        .filter(it -> !it.startsWith("/d/") && !it.startsWith("/files/"))
                        .map(it -> it.split("[?#]", 2)[0])
                        .forEach(known::add);
            }
        }
        return known;
    }

    private LocalDate dayOf(PublicListing listing) {
        return LocalDate.ofInstant(listing.publishedAt(), clock.getZone());
    }

    private static PublicRegister.Place place(PublicListing listing) {
        return new PublicRegister.Place(listing.publishedAt(), listing.id());
    }

    private void run() {
        try {
            while (running) {
                try {
                    turn();
                } catch (SQLException | RuntimeException away) {
                    LOG.warn("The site could not be looked over; tried again", away);
                }
                calls.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS);
                calls.drainPermits();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("site-check").daemon().start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        calls.release();
        var last = thread;
        if (last != null) {
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
