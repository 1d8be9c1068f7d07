package org.gongkai.opengov.disclosures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.opengov.disclosures.Assessment.Outcome;
import org.gongkai.opengov.disclosures.Assessment.Standing;
import org.gongkai.platform.refusals.Refusal;
import org.gongkai.platform.roles.Actor;
import org.gongkai.platform.roles.SectionId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks again at what is not public (定期评估): it stays so, with the day of the next look, or it may
 * become public.
 *
 * <p>《政府信息公开条例》 art. 18 asks for regular assessment and names no period; ours is twelve months at
 * most (ADR 0087, 0094).
 */
@Service
@Transactional
public class AssessmentDesk {
    static final int LONGEST_MONTHS = 12;

    private final Documents documents;
    private final Assessments assessments;
    private final Rights rights;
    private final Records records;
    private final Clock clock;

    AssessmentDesk(
            Documents documents,
            Assessments assessments,
            Rights rights,
            Records records,
            Clock clock) {
        this.documents = documents;
        this.assessments = assessments;
        this.rights = rights;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Writes down what was found.
     *
     * @param reason why it stays, with its ground, or what has changed
     * @param next the day of the next look where it stays; null for twelve months from today
     */
    public void assess(
            Actor actor, DocumentId id, Outcome outcome, String reason, @Nullable LocalDate next) {
        var document = documents.locked(id).orElseThrow(Refusal::notFound);
        var grant = rights.mayTake(actor, Step.ASSESS, document);
        if (reason.isBlank()) {
            throw Refusal.invalid("reason", "disclosures.field.assessment-reason");
        }
        assessments.close(id, outcome, reason.strip(), actor, grant, records.now());
        if (outcome == Outcome.STAYS) {
            assessments.set(id, nextDay(next));
        }
        records.move(
                document,
                Step.ASSESS,
                outcome == Outcome.STAYS ? DocumentState.KEPT : DocumentState.DRAFT,
                null,
                actor,
                grant,
                reason.strip(),
                null);
    }

    /** How many there are of each standing. */
    @Transactional(readOnly = true)
    public Map<Standing, Long> counts(Actor actor, @Nullable SectionId section) {
        var counts = new EnumMap<Standing, Long>(Standing.class);
        for (var standing : Standing.values()) {
            counts.put(standing, 0L);
        }
        readable(actor, section).forEach(it -> counts.merge(it.standing(today()), 1L, Long::sum));
        return counts;
    }

    /**
     * Those of one standing, or all that are to be done; the earliest day first, done ones last.
     */
    @Transactional(readOnly = true)
    public List<Assessment> list(
            Actor actor, @Nullable SectionId section, @Nullable Standing standing) {
        var found =
                readable(actor, section).stream()
                        .filter(
                                it ->
                                        standing == null
                                                ? it.outcome() == null
                                                : it.standing(today()) == standing)
                        .toList();
        return standing == Standing.DONE ? newestFirst(found) : found;
    }

    /** Every assessment of a document, oldest first. */
    @Transactional(readOnly = true)
    public List<Assessment> of(Actor actor, DocumentId id) {
        rights.mayRead(actor, documents.find(id).orElseThrow(Refusal::notFound));
        return assessments.of(id);
    }

    private List<Assessment> readable(Actor actor, @Nullable SectionId section) {
        if (!rights.readsDocuments(actor)) {
            return List.of();
        }
        var sections = rights.readableSections(actor);
        return assessments.of(actor.agency()).stream()
                .filter(
                        it ->
                                sections.isEmpty()
                                        || sections.get().contains(it.document().section()))
                .filter(it -> section == null || it.document().section().equals(section))
                .toList();
    }

    private static List<Assessment> newestFirst(List<Assessment> found) {
        return found.stream()
                .sorted(
                        Comparator.comparing(
                                        (Assessment it) ->
                                                Optional.ofNullable(it.assessedAt()).orElseThrow())
                                .reversed())
                .toList();
    }

    private LocalDate nextDay(@Nullable LocalDate asked) {
        var last = today().plusMonths(LONGEST_MONTHS);
        if (asked == null) {
            return last;
        }
        if (!asked.isAfter(today()) || asked.isAfter(last)) {
            throw Refusal.invalid("next", "disclosures.field.next-assessment", last);
        }
        return asked;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
