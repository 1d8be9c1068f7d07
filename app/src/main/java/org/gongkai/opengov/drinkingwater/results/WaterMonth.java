package org.gongkai.opengov.drinkingwater.results;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.gongkai.opengov.drinkingwater.Change;
import org.gongkai.opengov.drinkingwater.PassRate;

/**
 * All sources of an agency in a month (月度水质状况).
 *
 * @param lines each source that was in use, or had results, in the order of the register
 */
public record WaterMonth(YearMonth month, List<Line> lines) {
    public WaterMonth {
        lines = List.copyOf(lines);
    }

    /**
     * A source with the month before and the same month of the year before.
     *
     * @param now in this month
     */
    public record Line(SourceMonth now, SourceMonth lastMonth, SourceMonth lastYear) {

        /** Since the month before (环比); empty unless both have a class. */
        public Optional<Change> sinceLastMonth() {
            return change(lastMonth);
        }

        /** Since the same month of the year before (同比). */
        public Optional<Change> sinceLastYear() {
            return change(lastYear);
        }

        private Optional<Change> change(SourceMonth before) {
            return before.verdict()
                    .waterClass()
                    .flatMap(it -> now.verdict().waterClass().map(is -> Change.between(it, is)));
        }
    }

    /** The sources that pass, of those that were judged. */
    public PassRate bySources() {
        return PassRate.bySources(rated());
    }

    /** The water taken from those that pass; empty unless every intake is known. */
    public Optional<PassRate> byVolume() {
        return PassRate.byVolume(rated());
    }

    /** The same without the sources that are set apart; empty where none is. */
    public Optional<PassRate> bySourcesApart() {
        return PassRate.withoutSetApart(rated()).map(PassRate::bySources);
    }

    /** By volume without them; empty where none is, or an intake is not known. */
    public Optional<PassRate> byVolumeApart() {
        return PassRate.withoutSetApart(rated()).flatMap(PassRate::byVolume);
    }

    /** The sources that are set apart, in their order. */
    public List<SourceMonth> setApart() {
        return lines.stream().map(Line::now).filter(SourceMonth::setApart).toList();
    }

    /** Sources without results. */
    public long withoutResults() {
        return lines.stream().filter(it -> !it.now().monitored()).count();
    }

    /** Sources of which nobody has said anything: neither results nor why there are none. */
    public long unexplained() {
        return lines.stream().filter(it -> it.now().sampling() == null).count();
    }

    private List<PassRate.Source> rated() {
        return lines.stream().map(it -> it.now().rated()).toList();
    }
}
