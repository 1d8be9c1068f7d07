package org.gongkai.opengov.inspections;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the local rules (一细则维护): each edition is entered with its first day and its paper, and
 * never changed; the days before it keep theirs.
 */
@Service
public class LocalRulesDesk {
    private final LocalRulesBook book;
    private final AuditTrail audit;
    private final Clock clock;

    LocalRulesDesk(LocalRulesBook book, AuditTrail audit, Clock clock) {
        this.book = book;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The rules as they stand.
     *
     * @param today what holds today
     * @param entered every edition, the newest first; where none begins by today, our defaults hold
     */
    public record Standing(LocalRules today, boolean byDefault, List<LocalRules> entered) {}

    /** What holds today, and every edition. */
    @Transactional(readOnly = true)
    public Standing standing(Actor by) {
        InspectionRights.mustRead(by);
        var today = LocalDate.now(clock);
        var entered = book.all(by.agency());
        return new Standing(
                book.on(by.agency(), today),
                entered.stream().noneMatch(it -> !it.from().isAfter(today)),
                entered);
    }

    /** Enters an edition; only the first may begin before today. */
    @Transactional
    public void enter(Actor by, LocalRulesEntry entry) {
        var grant = InspectionRights.mustKeep(by);
        var rules = entry.checked();
        if (!book.all(by.agency()).isEmpty() && rules.from().isBefore(LocalDate.now(clock))) {
            throw Refusal.invalid("from", "inspections.rules.past");
        }
        try {
            book.add(by.agency(), rules, by.person().value());
        } catch (DuplicateKeyException twice) {
            throw Refusal.invalid("from", "inspections.rules.twice");
        }
        audit.record(
                by,
                grant,
                "inspections.rules-entered",
                "inspection-rules:" + rules.from(),
                Map.of(),
                Map.copyOf(LocalRulesEntry.of(rules).typed()));
    }
}
