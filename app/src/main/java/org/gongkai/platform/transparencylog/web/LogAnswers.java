package org.gongkai.platform.transparencylog.web;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.gongkai.platform.transparencylog.LogFault;
import org.gongkai.platform.transparencylog.LogReading;
import org.gongkai.platform.transparencylog.Logged;
import org.gongkai.platform.transparencylog.TransparencyLogDesk;
import org.gongkai.platform.transparencylog.Witness;
import org.jspecify.annotations.Nullable;

/** What the API says about the log (日志接口答复). */
final class LogAnswers {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private LogAnswers() {}

    /** The log as it stands. */
    record LogStanding(
            String origin,
            List<String> keys,
            long size,
            String root,
            OffsetDateTime signedAt,
            String checkpoint,
            List<WitnessKey> witnesses,
            int quorum,
            @Nullable Confirmed confirmed) {
        static LogStanding of(LogReading.Standing it) {
            return new LogStanding(
                    it.origin(),
                    it.keys(),
                    it.size(),
                    it.root(),
                    it.signedAt().atZone(CHINA).toOffsetDateTime(),
                    it.checkpoint(),
                    it.witnesses().stream().map(w -> new WitnessKey(w.name(), w.key())).toList(),
                    it.quorum(),
                    it.confirmed() == null
                            ? null
                            : new Confirmed(
                                    it.confirmed().size(),
                                    it.confirmed().at().atZone(CHINA).toOffsetDateTime()));
        }
    }

    /** A witness by name and key. */
    record WitnessKey(String name, String key) {}

    /** The largest head that enough witnesses have seen. */
    record Confirmed(long size, OffsetDateTime at) {}

    /** An entry; {@code leaf} is hashed as it is. */
    record LogEntry(long index, String kind, OffsetDateTime declared, String leaf) {
        static LogEntry of(Logged it) {
            return new LogEntry(
                    it.index(),
                    it.kind().slug(),
                    it.declared().atZone(CHINA).toOffsetDateTime(),
                    it.leaf());
        }
    }

    /** An entry with its receipt. */
    record LogReceipt(long index, String leaf, String receipt) {}

    /** A proof: hashes from below. */
    record Proof(List<String> hashes) {}

    /** A witness as the desk has it. */
    record WitnessAnswer(
            long id, String name, String key, @Nullable String address, long confirmed) {
        static WitnessAnswer of(Witness it) {
            return new WitnessAnswer(it.id(), it.name(), it.key(), it.address(), it.seen());
        }
    }

    /** What was found to differ. */
    record Fault(String what, String place, OffsetDateTime foundAt) {
        static @Nullable Fault of(@Nullable LogFault it) {
            return it == null
                    ? null
                    : new Fault(
                            it.what().name().toLowerCase(Locale.ROOT),
                            it.place(),
                            it.foundAt().atZone(CHINA).toOffsetDateTime());
        }
    }

    /** The log as its keeper sees it. */
    record Overview(
            @Nullable LogStanding standing,
            long waiting,
            List<WitnessAnswer> witnesses,
            int quorum,
            @Nullable Fault fault) {
        static Overview of(TransparencyLogDesk.Overview it) {
            return new Overview(
                    it.standing().map(LogStanding::of).orElse(null),
                    it.waiting(),
                    it.witnesses().stream().map(WitnessAnswer::of).toList(),
                    it.quorum(),
                    Fault.of(it.fault()));
        }
    }
}
