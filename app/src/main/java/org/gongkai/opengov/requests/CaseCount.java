package org.gongkai.opengov.requests;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.requests.decisions.Decision;
import org.gongkai.opengov.requests.decisions.Outcome;
import org.gongkai.opengov.requests.decisions.ReportRow;
import org.gongkai.opengov.requests.figures.Dispute;
import org.gongkai.opengov.requests.figures.Milestones;
import org.jspecify.annotations.Nullable;

/**
 * What the figures read off the events of a case (统计要素): its first end and the row it makes, how
 * far the work had come, reviews and suits (ADR 0178).
 */
final class CaseCount {
    private final List<CaseEvent> events;

    CaseCount(List<CaseEvent> events) {
        this.events = events;
    }

    /** When its first answer went out or it ended without one. */
    Optional<LocalDate> finishedOn() {
        return end().map(CaseEvent::on);
    }

    /** The row of its first end. */
    Optional<ReportRow> row() {
        return end().map(
                        it ->
                                switch (it.step()) {
                                    case NOT_CORRECTED -> ReportRow.NOT_CORRECTED;
                                    case FEE_UNPAID -> ReportRow.FEE_UNPAID;
                                    case WITHDRAWN -> ReportRow.OTHER;
                                    default -> answered();
                                });
    }

    /** The events up to the first opening again, by which the first term is counted. */
    List<CaseEvent> firstRound() {
        return events.stream().takeWhile(it -> it.step() != RequestStep.REOPENED).toList();
    }

    /** How far the work had come on which day. */
    Milestones milestones() {
        return new Milestones(
                last(RequestStep.ASSIGNED),
                last(RequestStep.SECTION_ANSWERED),
                last(RequestStep.DRAFTED_ANSWER),
                last(RequestStep.SIGNED_ANSWER),
                last(RequestStep.MADE_ANSWER));
    }

    /** Reviews and suits in the order of filing, each with its result as far as there is one. */
    List<Dispute> disputes() {
        var disputes = new ArrayList<Dispute>();
        disputes.addAll(disputes(RequestStep.REVIEW_FILED, RequestStep.REVIEW_RESULT));
        disputes.addAll(disputes(RequestStep.SUIT_FILED, RequestStep.SUIT_RESULT));
        return disputes;
    }

    private List<Dispute> disputes(RequestStep filing, RequestStep deciding) {
        var results =
                new ArrayDeque<>(events.stream().filter(it -> it.step() == deciding).toList());
        return events.stream()
                .filter(it -> it.step() == filing)
                .map(it -> dispute(it, results.poll()))
                .toList();
    }

    private Dispute dispute(CaseEvent filed, @Nullable CaseEvent decided) {
        var kind =
                filed.step() == RequestStep.REVIEW_FILED
                        ? Dispute.Kind.REVIEW
                        : reviewedBefore(filed)
                                ? Dispute.Kind.SUIT_AFTER_REVIEW
                                : Dispute.Kind.SUIT_AT_ONCE;
        return decided == null
                ? new Dispute(kind, filed.on(), null, null)
                : new Dispute(kind, filed.on(), decided.on(), result(decided));
    }

    private boolean reviewedBefore(CaseEvent suit) {
        return events.stream()
                .takeWhile(it -> it != suit)
                .anyMatch(it -> it.step() == RequestStep.REVIEW_RESULT);
    }

    private static Dispute.Result result(CaseEvent decided) {
        return Optional.ofNullable(decided.facts().outcome())
                .flatMap(CourtResult::named)
                .map(it -> Dispute.Result.valueOf(it.name()))
                .orElse(Dispute.Result.OTHER);
    }

    private Optional<CaseEvent> end() {
        return events.stream()
                .filter(
                        it ->
                                switch (it.step()) {
                                    case DISPATCHED_ANSWER,
                                            DELIVERED_ANSWER,
                                            NOT_CORRECTED,
                                            FEE_UNPAID,
                                            WITHDRAWN ->
                                            true;
                                    default -> false;
                                })
                .findFirst();
    }

    /** The row of the letter that was made last before the end; what names no outcome is 其他. */
    private ReportRow answered() {
        var outcomes =
                firstRound().stream()
                        .filter(it -> it.step() == RequestStep.MADE_ANSWER)
                        .reduce((_, it) -> it)
                        .map(it -> it.facts().outcome())
                        .stream()
                        .flatMap(it -> Arrays.stream(it.split(",")))
                        .flatMap(it -> Outcome.named(it).stream())
                        .toList();
        return outcomes.isEmpty() ? ReportRow.OTHER : Decision.row(outcomes);
    }

    private @Nullable LocalDate last(RequestStep step) {
        return firstRound().stream()
                .filter(it -> it.step() == step)
                .map(CaseEvent::on)
                .reduce((_, it) -> it)
                .orElse(null);
    }
}
