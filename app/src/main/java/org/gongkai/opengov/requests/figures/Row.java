package org.gongkai.opengov.requests.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.requests.decisions.ReportRow;
import org.jspecify.annotations.Nullable;

/**
 * The 25 rows of table 3 (表三行次), in their official order and words: what came, how it ended, what
 * is left.
 *
 * <p>国办公开办函〔2021〕30号. A request is new in the year of its day of receipt, and finished on the day
 * its first answer went out (ADR 0178).
 */
public enum Row {
    NEW("一、本年新收政府信息公开申请数量"),
    CARRIED_IN("二、上年结转政府信息公开申请数量"),
    DISCLOSED(ReportRow.DISCLOSED),
    PARTLY_DISCLOSED(ReportRow.PARTLY_DISCLOSED),
    STATE_SECRET(ReportRow.STATE_SECRET),
    BANNED_BY_LAW(ReportRow.BANNED_BY_LAW),
    ENDANGERS_SECURITY(ReportRow.ENDANGERS_SECURITY),
    THIRD_PARTY(ReportRow.THIRD_PARTY),
    INTERNAL_AFFAIRS(ReportRow.INTERNAL_AFFAIRS),
    PROCESS_INFORMATION(ReportRow.PROCESS_INFORMATION),
    ENFORCEMENT_FILE(ReportRow.ENFORCEMENT_FILE),
    REGISTRY(ReportRow.REGISTRY),
    NOT_HELD(ReportRow.NOT_HELD),
    NEEDS_MAKING(ReportRow.NEEDS_MAKING),
    STILL_UNCLEAR(ReportRow.STILL_UNCLEAR),
    PETITION(ReportRow.PETITION),
    REPEATED(ReportRow.REPEATED),
    PUBLICATION(ReportRow.PUBLICATION),
    UNREASONABLE_VOLUME(ReportRow.UNREASONABLE_VOLUME),
    CONFIRM_AGAIN(ReportRow.CONFIRM_AGAIN),
    NOT_CORRECTED(ReportRow.NOT_CORRECTED),
    FEE_UNPAID(ReportRow.FEE_UNPAID),
    OTHER(ReportRow.OTHER),
    FINISHED("（七）总计"),
    CARRIED_ON("四、结转下年度继续办理");

    private final @Nullable ReportRow result;
    private final String term;

    Row(String term) {
        this.result = null;
        this.term = term;
    }

    Row(ReportRow result) {
        this.result = result;
        this.term = result.term();
    }

    /** The official words. */
    public String term() {
        return term;
    }

    /** The result that it counts; empty for the four rows that count none. */
    public Optional<ReportRow> result() {
        return Optional.ofNullable(result);
    }

    /** The 21 rows of results. */
    public static List<Row> results() {
        return Arrays.stream(values()).filter(it -> it.result != null).toList();
    }

    /** The row of a result. */
    public static Row of(ReportRow result) {
        return Arrays.stream(values()).filter(it -> it.result == result).findFirst().orElseThrow();
    }

    /** The rows in which a case stands at the end of the period. */
    static List<Row> of(CaseSummary it, ReportPeriod period) {
        var rows = new ArrayList<Row>();
        boolean came = !it.receivedOn().isAfter(period.asOf());
        boolean earlier = it.receivedOn().isBefore(period.from());
        boolean gone = it.isFinished(period.from().minusDays(1));
        if (!came || gone) {
            return rows;
        }
        rows.add(earlier ? CARRIED_IN : NEW);
        if (it.isFinished(period.asOf()) && it.row() != null) {
            rows.add(of(it.row()));
            rows.add(FINISHED);
        } else {
            rows.add(CARRIED_ON);
        }
        return rows;
    }
}
