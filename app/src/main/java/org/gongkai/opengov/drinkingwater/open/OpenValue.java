package org.gongkai.opengov.drinkingwater.open;

import java.time.YearMonth;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.reports.Release;
import org.gongkai.opengov.drinkingwater.results.SourceMonth;

/**
 * One item of one source in one public month (公开监测值).
 *
 * @param release the edition of the report that it stands in
 * @param of the source in this month
 * @param corrected whether another value was published of it first
 */
public record OpenValue(
        YearMonth month, Release release, SourceMonth of, ItemVerdict verdict, boolean corrected) {

    /** The item's key. */
    public String item() {
        return WaterItem.keyOf(verdict.item());
    }
}
