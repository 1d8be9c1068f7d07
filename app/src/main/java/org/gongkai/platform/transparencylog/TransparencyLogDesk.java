package org.gongkai.platform.transparencylog;

import java.net.URI;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the operator does about the log (日志管理): names its witnesses, carries requests to them,
 * writes down beacons, and clears up what was found to differ.
 */
@Service
public class TransparencyLogDesk {
    private static final int LONGEST_ANSWER = 100_000;
    private static final int MOST_WITNESSES = 20;
    private static final int LONGEST_FIELD = 200;

    private final LogReading reading;
    private final LogEntries entries;
    private final Witnesses witnesses;
    private final Witnessing witnessing;
    private final LogFaults faults;
    private final Sequencer sequencer;
    private final TransparencyLog log;
    private final WitnessNews news;
    private final AuditTrail audit;
    private final Clock clock;

    TransparencyLogDesk(
            LogReading reading,
            LogEntries entries,
            Witnesses witnesses,
            Witnessing witnessing,
            LogFaults faults,
            Sequencer sequencer,
            TransparencyLog log,
            WitnessNews news,
            AuditTrail audit,
            Clock clock) {
        this.reading = reading;
        this.entries = entries;
        this.witnesses = witnesses;
        this.witnessing = witnessing;
        this.faults = faults;
        this.sequencer = sequencer;
        this.log = log;
        this.news = news;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The log as its keeper sees it.
     *
     * @param standing as everybody sees it; empty before the first signed head
     * @param waiting leaves that are under no signed head yet
     * @param fault what was found to differ; null while nothing is
     */
    public record Overview(
            Optional<LogReading.Standing> standing,
            long waiting,
            List<Witness> witnesses,
            int quorum,
            @Nullable LogFault fault) {}

    /** Whether this person may look. */
    public static boolean mayRead(Actor by) {
        return by.has(Role.OPERATOR) || by.has(Role.AUDITOR);
    }

    /** Whether this person may change anything. */
    public static boolean mayChange(Actor by) {
        return by.has(Role.OPERATOR);
    }

    /** The log as it stands. */
    @Transactional(readOnly = true)
    public Overview overview(Actor by) {
        if (!mayRead(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "transparencylog.refusal.not-allowed");
        }
        return new Overview(
                reading.standing(),
                entries.head().size() - reading.size(),
                witnesses.all(),
                witnesses.quorum(),
                faults.open().orElse(null));
    }

    /**
     * Asks somebody to witness from now on; the log says so itself ({@code log.policy}).
     *
     * @param key {@code name+id+base64} of a cosigning Ed25519 key
     * @param address where {@code add-checkpoint} is called; blank to carry requests as files
     */
    @Transactional
    public Witness addWitness(Actor by, String key, String address) {
        requireOperator(by);
        var read =
                NoteKey.readWitness(key)
                        .orElseThrow(
                                () -> Refusal.invalid("key", "transparencylog.witness.no-key"));
        var there = witnesses.all();
        if (there.stream().anyMatch(it -> it.name().equals(read.name()))) {
            throw Refusal.invalid("key", "transparencylog.witness.there-already", read.name());
        }
        if (there.size() >= MOST_WITNESSES) {
            throw Refusal.invalid("key", "transparencylog.witness.enough", MOST_WITNESSES);
        }
        var id = witnesses.add(read, address(address), clock.instant());
        audit.record(
                by,
                "transparencylog.witness-added",
                "witness:" + id,
                Map.of(),
                Map.of("key", read.text()));
        sayPolicy();
        return witnesses.find(id).orElseThrow();
    }

    /** Asks a witness no longer. What it confirmed stays in the tables and counts no more. */
    @Transactional
    public void removeWitness(Actor by, long id) {
        requireOperator(by);
        var witness = witnesses.find(id).orElseThrow(Refusal::notFound);
        if (witnesses.quorum() > Math.max(1, witnesses.all().size() - 1)) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW, "transparencylog.witness.quorum-needs-it");
        }
        witnesses.remove(id, clock.instant());
        audit.record(
                by,
                "transparencylog.witness-removed",
                "witness:" + id,
                Map.of("key", witness.key()),
                Map.of());
        sayPolicy();
    }

    /** Sets how many witnesses make a head confirmed. */
    @Transactional
    public void setQuorum(Actor by, int quorum) {
        requireOperator(by);
        var most = Math.max(1, witnesses.all().size());
        if (quorum < 1 || quorum > most) {
            throw Refusal.invalid("quorum", "transparencylog.witness.quorum-range", most);
        }
        var before = witnesses.quorum();
        witnesses.setQuorum(quorum);
        audit.record(
                by,
                "transparencylog.quorum-set",
                "log",
                Map.of("quorum", before),
                Map.of("quorum", quorum));
        sayPolicy();
    }

    /**
     * What is carried to a witness: the newest head, and the proof that the log only grew since.
     *
     * @param old how many leaves the witness says it has seen; null for what it has confirmed to us
     */
    @Transactional(readOnly = true)
    public String request(Actor by, long id, @Nullable Long old) {
        requireOperator(by);
        var witness = witnesses.find(id).orElseThrow(Refusal::notFound);
        return witnessing
                .request(old == null ? witness.seen() : Math.max(0, old))
                .orElseThrow(
                        () ->
                                Refusal.of(
                                        RefusalKind.NOT_POSSIBLE_NOW,
                                        "transparencylog.witness.nothing-to-ask"));
    }

    /**
     * Takes in what a witness answered; kept only if it is its genuine signature under a head of
     * ours.
     *
     * @return the size of that head
     */
    @Transactional
    public long answer(Actor by, long id, String answer) {
        requireOperator(by);
        var witness = witnesses.find(id).orElseThrow(Refusal::notFound);
        if (answer.isBlank() || answer.length() > LONGEST_ANSWER) {
            throw Refusal.invalid("answer", "transparencylog.witness.no-answer");
        }
        long size =
                witnessing
                        .take(witness, answer)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "answer",
                                                "transparencylog.witness.wrong-answer",
                                                witness.name()));
        audit.record(
                by, "transparencylog.answered", "witness:" + id, Map.of(), Map.of("size", size));
        news.tell();
        return size;
    }

    /**
     * Reads everything back (全面核对). If all is as it was signed, a frozen log goes on; if not, it
     * freezes.
     *
     * @return what differs; empty if nothing does
     */
    @Transactional
    public Optional<LogFault> check(Actor by) {
        requireOperator(by);
        var found = sequencer.readBack();
        found.ifPresentOrElse(
                it -> faults.add(it, clock.instant()), () -> faults.clear(clock.instant()));
        audit.record(
                by,
                "transparencylog.checked",
                "log",
                Map.of(),
                Map.of("found", found.map(it -> it.what() + " " + it.place()).orElse("")));
        return faults.open();
    }

    /**
     * Writes down a public value that nobody could know before ({@code log.beat}): whatever follows
     * it in the log was not written before that value came out.
     *
     * @param beacon whose: 双色球, drand
     * @param round which: an issue or a round
     * @param value what came out, as it was published
     */
    @Transactional
    public Logged beat(Actor by, String beacon, String round, String value) {
        requireOperator(by);
        var event =
                LogEvent.of(
                        LeafKind.LOG_BEAT,
                        "transparencylog",
                        "beacon",
                        field("beacon", beacon),
                        "round",
                        field("round", round),
                        "value",
                        field("value", value));
        audit.record(by, "transparencylog.beat", "log", Map.of(), event.fields());
        return log.append(event);
    }

    private static String field(String name, String typed) {
        var text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (text.isEmpty()
                || text.length() > LONGEST_FIELD
                || text.chars().anyMatch(it -> it < ' ')) {
            throw Refusal.invalid(name, "transparencylog.beat.wanted", LONGEST_FIELD);
        }
        return text;
    }

    private static @Nullable String address(String typed) {
        var text = typed.strip().replaceAll("/+$", "");
        if (text.isEmpty()) {
            return null;
        }
        try {
            var uri = URI.create(text);
            if (text.length() <= LONGEST_FIELD
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && List.of("http", "https").contains(uri.getScheme())) {
                return text;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Said below.
        }
        throw Refusal.invalid("address", "transparencylog.witness.no-address");
    }

    /** Other witnesses or another quorum: what counts as witnessed may be something else now. */
    private void sayPolicy() {
        news.tell();
        log.append(
                LogEvent.of(
                        LeafKind.LOG_POLICY,
                        "transparencylog",
                        "witnesses",
                        witnesses.all().stream().map(Witness::key).toList(),
                        "quorum",
                        witnesses.quorum()));
    }

    private static void requireOperator(Actor by) {
        if (!mayChange(by)) {
            throw Refusal.of(RefusalKind.NOT_ALLOWED, "transparencylog.refusal.operator-only");
        }
    }
}
