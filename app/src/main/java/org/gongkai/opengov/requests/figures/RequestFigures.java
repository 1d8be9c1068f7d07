package org.gongkai.opengov.requests.figures;

import java.util.List;

/**
 * The figures about requests for one period (依申请公开统计): both tables, how quickly, and what does not
 * add up.
 */
public record RequestFigures(
        ReportPeriod period,
        Table3 requests,
        Table4 disputes,
        Timeliness timeliness,
        List<BrokenIdentity> broken) {

    public RequestFigures {
        broken = List.copyOf(broken);
    }

    /** Counts the cases; the year before is counted from the same cases. */
    public static RequestFigures of(List<CaseSummary> cases, ReportPeriod period) {
        var requests = Table3.of(cases, period);
        var disputes = Table4.of(cases, period);
        var around = ReportSurroundings.after(Table3.of(cases, period.yearBefore()));
        return new RequestFigures(
                period,
                requests,
                disputes,
                Timeliness.of(cases, period),
                Identities.broken(requests, disputes, around));
    }
}
