package org.gongkai.opengov.requests.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The figures about requests for one period (依申请公开统计): both tables, how quickly, and what does not
 * add up.
 *
 * @param around what else the report says, as far as it is known
 */
public record RequestFigures(
        ReportPeriod period,
        Table3 requests,
        Table4 disputes,
        Timeliness timeliness,
        ReportSurroundings around,
        List<BrokenIdentity> broken) {

    public RequestFigures {
        broken = List.copyOf(broken);
    }

    /** Counts the cases; the year before is counted from the same cases. */
    public static RequestFigures of(List<CaseSummary> cases, ReportPeriod period) {
        return of(
                cases,
                period,
                ReportSurroundings.UNKNOWN.after(Table3.of(cases, period.yearBefore())));
    }

    /** Counts the cases and holds them against what else the report says. */
    public static RequestFigures of(
            List<CaseSummary> cases, ReportPeriod period, ReportSurroundings around) {
        var requests = Table3.of(cases, period);
        var disputes = Table4.of(cases, period);
        return new RequestFigures(
                period,
                requests,
                disputes,
                Timeliness.of(cases, period),
                around,
                Identities.broken(requests, disputes, around));
    }

    /** The places at which an identity does not hold. */
    public List<BrokenIdentity> broken(Identity identity) {
        return broken.stream().filter(it -> it.identity() == identity).toList();
    }

    /**
     * The figure of this name: {@code t3.NEW.TOTAL}, {@code t4.REVIEW.PENDING}, {@code finished},
     * {@code on-time}, {@code late}, {@code cause.SECTION}; empty if there is none.
     */
    public Optional<Figure> named(String name) {
        var parts = List.of(name.split("\\.", -1));
        return switch (parts.getFirst() + parts.size()) {
            case "t33" ->
                    one(Row.values(), parts.get(1))
                            .flatMap(
                                    row ->
                                            one(Table3.Column.values(), parts.get(2))
                                                    .map(it -> requests.at(row, it)));
            case "t43" ->
                    one(Dispute.Kind.values(), parts.get(1))
                            .flatMap(
                                    kind ->
                                            one(Table4.Column.values(), parts.get(2))
                                                    .map(it -> disputes.at(kind, it)));
            case "finished1" -> Optional.of(timeliness.finished());
            case "on-time1" -> Optional.of(timeliness.onTime());
            case "late1" -> Optional.of(timeliness.late());
            case "cause2" ->
                    one(LatenessCause.values(), parts.get(1))
                            .map(it -> timeliness.causes().getOrDefault(it, Figure.NONE));
            default -> Optional.empty();
        };
    }

    private static <E extends Enum<E>> Optional<E> one(E[] values, String name) {
        return Arrays.stream(values).filter(it -> it.name().equals(name)).findFirst();
    }
}
