package org.gongkai.opengov.drinkingwater.basis;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.WaterStandard;
import org.gongkai.opengov.drinkingwater.WaterStandards;
import org.gongkai.opengov.drinkingwater.sources.WaterRights;
import org.gongkai.platform.audit.AuditTrail;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.refusals.RefusalKind;
import org.gongkai.platform.roles.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The desk of older editions (旧版标准启用): whoever takes one over says with what they have compared its
 * table, because it comes from memory [M].
 */
@Service
@Transactional
public class EditionDesk {
    private static final int LONGEST = 200;

    private final TakenEditions editions;
    private final Decisions decisions;
    private final WaterRights rights;
    private final AuditTrail audit;
    private final Clock clock;

    EditionDesk(
            TakenEditions editions,
            Decisions decisions,
            WaterRights rights,
            AuditTrail audit,
            Clock clock) {
        this.editions = editions;
        this.decisions = decisions;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /** An older edition, and whether the agency has taken it over. */
    public record Offered(WaterStandard standard, Optional<TakenEdition> taken) {}

    /** Every older edition that comes with the program. */
    @Transactional(readOnly = true)
    public List<Offered> list(Actor by) {
        rights.mustRead(by);
        var taken = editions.of(by.agency());
        return WaterStandards.older().stream()
                .map(
                        it ->
                                new Offered(
                                        it,
                                        taken.stream()
                                                .filter(of -> of.standard().equals(it.code()))
                                                .findFirst()))
                .toList();
    }

    /** Whether this person may take one over. */
    public boolean keeps(Actor by) {
        return rights.keeps(by);
    }

    /**
     * Takes one over.
     *
     * @param compared with what its table was compared
     */
    public void take(Actor by, String code, String compared) {
        var grant = rights.mustKeep(by);
        var standard =
                WaterStandards.olderCited(code)
                        .orElseThrow(
                                () ->
                                        Refusal.invalid(
                                                "standard",
                                                "drinkingwater.sources.problem.choose"));
        var with = compared.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (with.isEmpty()) {
            throw Refusal.invalid("compared", "drinkingwater.editions.problem.compared");
        }
        if (with.length() > LONGEST) {
            throw Refusal.invalid("compared", "drinkingwater.sources.problem.too-long", LONGEST);
        }
        if (editions.of(by.agency()).stream()
                .anyMatch(it -> it.standard().equals(standard.code()))) {
            throw Refusal.of(RefusalKind.NOT_POSSIBLE_NOW, "drinkingwater.editions.refusal.taken");
        }
        var newest = decisions.newest(by.agency());
        try {
            editions.add(
                    by.agency(),
                    new TakenEdition(
                            standard.code(),
                            with,
                            decisions.next(by.agency(), by.person(), clock.instant())));
        } catch (DuplicateKeyException meanwhile) {
            throw Refusal.stale(newest + 1L, "drinkingwater.background.refusal.stale");
        }
        audit.record(
                by,
                grant,
                "drinkingwater.edition-taken",
                "water-edition:" + standard.code(),
                Map.of(),
                Map.of("compared", with));
    }
}
