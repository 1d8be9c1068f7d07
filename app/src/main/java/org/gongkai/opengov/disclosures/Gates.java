package org.gongkai.opengov.disclosures;

import static java.util.Map.entry;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.springframework.dao.DataAccessException;

/**
 * What the database's gates say (数据库把关), in a clerk's words.
 *
 * <p>The gates stand in {@code V2__guard_the_gates.sql}. The desk checks the same rules first; this
 * speaks when two people act at the same instant, or when something tries to go around the desk.
 */
final class Gates {
    /** The sentence for a time that lies before one on record. */
    static final String CLOCK_RUNS_BACKWARDS = "disclosures.refusal.clock-runs-backwards";

    private static final Map<String, String> SENTENCES =
            Map.ofEntries(
                    entry("GK001", "disclosures.refusal.content-changed"),
                    entry("GK002", "disclosures.refusal.was-returned"),
                    entry("GK003", "disclosures.refusal.not-signed-at-every-level"),
                    entry("GK004", "disclosures.refusal.drafter-signs"),
                    entry("GK005", "disclosures.refusal.two-levels-one-person"),
                    entry("GK006", CLOCK_RUNS_BACKWARDS),
                    entry("GK007", "disclosures.refusal.not-proactive"),
                    entry("GK008", "disclosures.refusal.numbering"),
                    entry("GK009", "disclosures.refusal.not-public-now"),
                    entry("GK011", "disclosures.refusal.paper-second-person"),
                    entry("GK012", "disclosures.import.closed"),
                    entry("GK013", "disclosures.refusal.conditions"));

    /** Those that forbid it to this person, not to others. */
    private static final Set<String> PERSONAL = Set.of("GK004", "GK005", "GK011");

    private Gates() {}

    static void guarded(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException failure) {
            if (failure.getMostSpecificCause() instanceof SQLException cause) {
                var state = cause.getSQLState();
                if ("23505".equals(state)) {
                    throw Refusal.notPossibleNow(
                            List.of(), "disclosures.refusal.done-by-somebody-else");
                }
                var sentence = state == null ? null : SENTENCES.get(state);
                if (sentence != null) {
                    boolean personal = PERSONAL.contains(state);
                    throw personal
                            ? Refusal.of(RefusalKind.NOT_ALLOWED, sentence)
                            : Refusal.notPossibleNow(List.of(), sentence);
                }
            }
            throw failure;
        }
    }
}
