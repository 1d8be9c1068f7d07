package org.gongkai.opengov.drinkingwater.open;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.ItemVerdict;
import org.gongkai.opengov.drinkingwater.MonitoredItem;
import org.gongkai.opengov.drinkingwater.Reading;
import org.gongkai.opengov.drinkingwater.WaterClass;
import org.gongkai.opengov.drinkingwater.reports.MonthStanding;
import org.jspecify.annotations.Nullable;

/**
 * An item of a source over the months (项目历史).
 *
 * @param item its row in the standard
 * @param months in their order, also those of which nothing is known
 */
public record ItemHistory(MonitoredItem item, WaterClass target, List<Month> months) {
    public ItemHistory {
        months = List.copyOf(months);
    }

    /**
     * One month.
     *
     * @param verdict null where there is none
     * @param wanted whether the item was on the list of what was to be monitored
     * @param reason why nothing was found in the source, where somebody has said so
     */
    public record Month(
            MonthStanding standing,
            @Nullable ItemVerdict verdict,
            boolean wanted,
            boolean corrected,
            String reason) {

        /** Which month. */
        public YearMonth month() {
            return standing.month();
        }

        /** Whether something should have been published of it and was not. */
        public boolean missing() {
            return verdict == null && wanted && standing.state() != MonthStanding.State.NOT_YET_DUE;
        }

        Plotted plotted() {
            if (verdict == null) {
                return Plotted.without(
                        month(), missing() ? Plotted.Kind.GAP : Plotted.Kind.NOT_WANTED);
            }
            return switch (verdict.reported()) {
                case Reading.Measured it ->
                        drawn(Plotted.Kind.MEASURED, it.value(), verdict.over());
                case Reading.NotDetected it ->
                        drawn(Plotted.Kind.NOT_DETECTED, it.detectionLimit(), verdict.over());
                case Reading.NotMonitored _ -> Plotted.without(month(), Plotted.Kind.GAP);
                default -> Plotted.without(month(), Plotted.Kind.IN_WORDS);
            };
        }

        private Plotted drawn(Plotted.Kind kind, BigDecimal value, boolean over) {
            return new Plotted(month(), kind, Optional.of(value), over, corrected);
        }
    }

    /** The months, the newest first. */
    public List<Month> newestFirst() {
        return months.reversed();
    }

    /** The item's key. */
    public String key() {
        return WaterItem.keyOf(item);
    }

    /** The drawing. */
    public ItemChart chart() {
        return new ItemChart(
                months.stream().map(Month::plotted).toList(),
                ItemLimits.lines(item.limits(), target),
                ItemLimits.fromZero(item.limits()));
    }

    /** The newest verdict; empty where there never was one. */
    public Optional<ItemVerdict> newest() {
        return months.reversed().stream()
                .flatMap(it -> Optional.ofNullable(it.verdict()).stream())
                .findFirst();
    }

    /** In how many months it was over its limit. */
    public long over() {
        return months.stream().filter(it -> it.verdict() != null && it.verdict().over()).count();
    }

    /** The most that a measured value was of its limit, 1 being the limit; 0 where none says. */
    public double nearest() {
        return months.stream()
                .map(Month::plotted)
                .filter(it -> it.kind() == Plotted.Kind.MEASURED)
                .flatMap(it -> it.value().stream())
                .flatMap(it -> ItemLimits.share(item.limits(), target, it).stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
