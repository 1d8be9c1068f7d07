package org.gongkai.platform.transparencylog;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The transparency log (透明日志), {@code govlog/1}: where every module writes down what outsiders must
 * be able to prove later. A leaf is written in the transaction of its event; within a second it is
 * under a signed head.
 */
@Service
public class TransparencyLog {
    /** The longest leaf, in bytes: a bundle of entries gives lengths in 16 bits. */
    static final int LONGEST = 65_535;

    /** A clock may be set back by so much, as time services do; then the last leaf's time stays. */
    static final Duration TOLERANCE = Duration.ofSeconds(60);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX").withZone(ZoneOffset.ofHours(8));

    private final LogEntries entries;
    private final LogKeys keys;
    private final LogOrigin origin;
    private final Clock clock;

    TransparencyLog(LogEntries entries, LogKeys keys, LogOrigin origin, Clock clock) {
        this.entries = entries;
        this.keys = keys;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Writes a leaf, in the transaction of what happened and as the last thing in it: all who log
     * wait for each other from here until the transaction ends. If that is rolled back the leaf was
     * never there and the next one has its place.
     *
     * @return the entry, with its place
     * @throws Refusal if the clock stands more than a minute before the last leaf
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Logged append(LogEvent event) {
        if (event.kind() == LeafKind.LOG_GENESIS) {
            throw new IllegalArgumentException("The log begins by itself");
        }
        var head = entries.lock();
        if (head.size() == 0) {
            begin();
            head = entries.head();
        }
        return write(event, head);
    }

    /** Begins the log if it has not begun: its first leaf names it and its keys (创世条目). */
    @Transactional
    public void beginIfNew() {
        if (entries.head().size() == 0 && entries.lock().size() == 0) {
            begin();
        }
    }

    /** The entry at this place, whether or not it is under a signed head already. */
    @Transactional(readOnly = true)
    public Optional<Logged> at(long index) {
        return entries.at(index);
    }

    /**
     * Erases what opens the commitment of a leaf (删除盐): from then on nobody can show, or guess,
     * what it binds. The leaf stays.
     *
     * @return whether there was something to erase
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean eraseOpening(long index) {
        return entries.eraseOpening(index);
    }

    private void begin() {
        var now = clock.instant();
        var name = origin.name();
        keys.make(name, now);
        write(
                LogEvent.of(
                        LeafKind.LOG_GENESIS,
                        "transparencylog",
                        "origin",
                        name,
                        "keys",
                        keys.all().stream().map(NoteKey::text).toList()),
                entries.head());
    }

    private Logged write(LogEvent event, LogEntries.Head head) {
        var declared = declaredTime(head.declared());
        var leaf = CanonicalJson.object(event.fields());
        leaf.put("v", "govlog/1");
        leaf.put("k", event.kind().slug());
        leaf.put("t", TIME.format(declared));
        var bytes = CanonicalJson.write(leaf);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("A leaf of " + bytes.length + " bytes");
        }
        var entry =
                new Logged(
                        head.size(),
                        event.kind(),
                        new String(bytes, StandardCharsets.UTF_8),
                        declared,
                        event.writer());
        entries.add(entry);
        if (event.opening() != null) {
            entries.keepOpening(entry.index(), event.opening().opening());
        }
        return entry;
    }

    private Instant declaredTime(@Nullable Instant last) {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (last == null || !now.isBefore(last)) {
            return now;
        }
        if (now.plus(TOLERANCE).isBefore(last)) {
            throw Refusal.of(
                    RefusalKind.NOT_POSSIBLE_NOW, "transparencylog.refusal.clock-runs-backwards");
        }
        return last;
    }
}
