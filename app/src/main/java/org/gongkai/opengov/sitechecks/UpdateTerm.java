package org.gongkai.opengov.sitechecks;

import java.time.LocalDate;
import org.gongkai.opengov.columns.SiteColumn;

/**
 * How long a column may rest before an inspection counts it (栏目更新期限).
 *
 * <p>国办秘函〔2019〕19号 [C]: news within 2 weeks, first-level notices and policy papers within 6 months;
 * other columns that should be updated: the agency's own rule for the column, else a year [M].
 *
 * @param item what it counts as
 */
record UpdateTerm(CheckItem item, LocalDate earliest) {
    /** The earliest day on which the newest item of a column still counts as recent. */
    static UpdateTerm of(SiteColumn column, LocalDate today, CheckMeasure measure) {
        var words = column.name() + " " + column.kind();
        if (words.contains("动态") || words.contains("要闻")) {
            return new UpdateTerm(CheckItem.NEWS_NOT_UPDATED, today.minusDays(measure.newsDays()));
        }
        if (words.contains("通知公告") || words.contains("政策文件")) {
            return new UpdateTerm(
                    CheckItem.NEWS_NOT_UPDATED, today.minusMonths(measure.noticeMonths()));
        }
        var own = column.updateDays();
        return new UpdateTerm(
                CheckItem.COLUMN_NOT_UPDATED,
                own == null ? today.minusMonths(measure.otherMonths()) : today.minusDays(own));
    }

    /** Whether a column whose newest item is of this day is no longer up to date. */
    boolean isMissedBy(LocalDate newest) {
        return newest.isBefore(earliest);
    }
}
